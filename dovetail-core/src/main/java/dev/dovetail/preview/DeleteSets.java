package dev.dovetail.preview;

import dev.dovetail.compile.Capability;
import dev.dovetail.compile.Dialect;
import dev.dovetail.engine.Connection;
import dev.dovetail.internal.DependencyGroups;
import dev.dovetail.preview.DeleteRequest.Rows;
import dev.dovetail.preview.GraphTable.Key;
import dev.dovetail.preview.RowGroup.Reach;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.ComparisonOperator;
import dev.dovetail.sql.Cte;
import dev.dovetail.sql.DerivedTable;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.InList;
import dev.dovetail.sql.InSubquery;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.RowValue;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that go, as sets: which there are, how they are reached, and the queries about them. */
final class DeleteSets {

    /** How many keys one statement has when keys are collected. */
    private static final int CHUNK = 200;

    private final ForeignKeyGraph graph;
    private final Connection connection;
    private final DeleteActor actor;
    private final List<DeleteStep> steps;
    private final Map<GraphTable, RowGroup> byProgram = new LinkedHashMap<>();
    private final Map<GraphTable, RowGroup> byDatabase = new LinkedHashMap<>();
    private final Deque<RowGroup> open = new ArrayDeque<>();
    private final List<Reach> roots = new ArrayList<>();
    private final List<RowGroup> order = new ArrayList<>();
    private boolean circular;

    DeleteSets(
            ForeignKeyGraph graph, Connection connection, DeleteActor actor, List<Rows> rows, List<DeleteStep> steps) {
        this.graph = graph;
        this.connection = connection;
        this.actor = actor;
        this.steps = steps;
        for (Rows root : rows) {
            GraphTable table = graph.get(root.table());
            Reach reach = new Reach(null, List.of(), table, List.of(), null, null, root);
            group(table, true).reaches.add(reach);
            roots.add(reach);
        }
        while (!open.isEmpty()) {
            follow(open.poll());
        }
        List<RowGroup> all = new ArrayList<>(byProgram.values());
        all.addAll(byDatabase.values());
        DependencyGroups.sort(all, this::sources).forEach(this::make);
    }

    // The groups

    private RowGroup group(GraphTable table, boolean program) {
        return (program ? byProgram : byDatabase).computeIfAbsent(table, key -> {
            RowGroup group = new RowGroup(table, program, byProgram.size() + byDatabase.size() + 1);
            open.add(group);
            return group;
        });
    }

    private void follow(RowGroup group) {
        if (group.program) {
            for (DeleteStep step : steps) {
                if (graph.get(step.from()) == group.table) {
                    GraphTable to = graph.get(step.to());
                    add(
                            new Reach(
                                    group,
                                    group.table.same(step.fromColumns()),
                                    to,
                                    to.same(step.toColumns()),
                                    null,
                                    step,
                                    null),
                            step.action() == DeleteAction.DELETE);
                }
            }
        }
        for (Key key : group.table.incoming) {
            add(
                    new Reach(group, key.referenced(), key.child(), key.columns(), key, null, null),
                    key.rule() == ReferentialAction.CASCADE);
        }
    }

    private void add(Reach reach, boolean deletes) {
        reach.source().leads.add(reach);
        reach.source().columns.addAll(reach.fromColumns());
        if (deletes) {
            group(reach.to(), reach.step() != null).reaches.add(reach);
        }
    }

    private Set<RowGroup> sources(RowGroup group) {
        Set<RowGroup> sources = new LinkedHashSet<>();
        for (Reach reach : group.reaches) {
            if (reach.from() != null) {
                sources.add(reach.from());
            }
            nulling(reach).forEach(nulled -> sources.add(nulled.source()));
        }
        RowGroup before = group.program ? null : byProgram.get(group.table);
        if (before != null) {
            sources.add(before);
        }
        return sources;
    }

    /** What the program sets to NULL before a foreign key is followed. */
    private List<Reach> nulling(Reach reach) {
        Key key = reach.key();
        if (key == null) {
            return List.of();
        }
        return byProgram.values().stream()
                .flatMap(group -> group.leads.stream())
                .filter(lead -> lead.step() != null
                        && lead.step().action() == DeleteAction.SET_NULL
                        && lead.to() == key.child()
                        && key.touches(key.child().same(lead.step().foreignKey())))
                .toList();
    }

    // Their expressions

    private void make(List<RowGroup> circle) {
        RowGroup first = circle.get(0);
        boolean recursive = circle.size() > 1 || sources(first).contains(first);
        circular |= recursive && !first.program;
        if (!recursive) {
            set(first, where(first.reaches).and(left(first)));
        } else if (circle.size() == 1
                && recursive()
                && first.reaches.stream().allMatch(reach -> reach.from() != first || reach.plain())) {
            recur(first);
        } else {
            collect(circle);
        }
        order.addAll(circle);
        for (RowGroup group : circle) {
            sources(group).forEach(source -> group.atLeast |= source.atLeast);
        }
    }

    private void set(RowGroup group, Where where) {
        rows(group, Sql.select(columns(group)).from(group.table.source()).where(where.condition()), where.groups());
    }

    /**
     * A database without such recursion gets subqueries instead: H2 answers a common table expression that is run again from
     * the values that it had before.
     */
    private void rows(RowGroup group, Select<Row> body, Set<RowGroup> sources) {
        group.rows(recursive() ? Sql.cte(group.name(), body) : body.as(group.name()));
        place(group, sources);
    }

    private boolean recursive() {
        return dialect().has(Capability.RECURSIVE_DISTINCT);
    }

    private static void place(RowGroup group, Set<RowGroup> sources) {
        group.upstream.clear();
        sources.forEach(source -> group.upstream.addAll(source.upstream));
        group.upstream.add(group);
    }

    /** What is selected of a group; something, even if nobody asks for a column of it. */
    private static List<Operand<?>> columns(RowGroup group) {
        List<Operand<?>> columns = new ArrayList<>();
        group.columns.forEach(column -> columns.add(group.table.ref(column).as(group.label(column))));
        if (columns.isEmpty()) {
            columns.add(Value.of(1).as("c0"));
        }
        return columns;
    }

    private Where where(Collection<Reach> reaches) {
        return Where.any(reaches.stream().map(this::reached).toList());
    }

    /** What the program deletes is not there any more for the database. */
    private Where left(RowGroup group) {
        return group.program ? Where.EVERYTHING : gone(group.table, true).not();
    }

    /** A table that refers to itself. */
    private void recur(RowGroup group) {
        Where start = where(group.reaches.stream()
                        .filter(reach -> reach.from() != group)
                        .toList())
                .and(left(group));
        List<Where> steps = new ArrayList<>();
        Query<Row> begin = Sql.select(columns(group)).from(group.table.source()).where(start.condition());
        Set<RowGroup> sources = new LinkedHashSet<>(start.groups());
        group.rows(Sql.recursiveDistinct(group.name(), begin, self -> {
            for (Reach reach : group.reaches) {
                if (reach.from() == group) {
                    List<Where> parts = new ArrayList<>();
                    for (int i = 0; i < reach.toColumns().size(); i++) {
                        parts.add(Where.of(new Comparison(
                                ComparisonOperator.EQ,
                                group.table.ref(reach.toColumns().get(i)),
                                column(self, group, reach.fromColumns().get(i)))));
                    }
                    parts.addAll(limits(reach));
                    parts.add(left(group));
                    steps.add(Where.all(parts));
                }
            }
            return Sql.select(columns(group))
                    .from(group.table.source())
                    .join(self, Where.any(steps).condition());
        }));
        steps.forEach(step -> sources.addAll(step.groups()));
        sources.remove(group);
        place(group, sources);
    }

    /** Collects keys, level by level: for tables that refer to each other in a circle. */
    private void collect(List<RowGroup> circle) {
        Map<RowGroup, Map<List<Object>, Row>> found = new LinkedHashMap<>();
        Map<RowGroup, List<Row>> last = new LinkedHashMap<>();
        for (RowGroup group : circle) {
            found.put(group, new LinkedHashMap<>());
            List<Reach> outside = group.reaches.stream()
                    .filter(reach -> reach.from() == null || !circle.contains(reach.from()))
                    .toList();
            last.put(
                    group,
                    outside.isEmpty() ? List.of() : take(group, where(outside).and(left(group)), found));
        }
        while (last.values().stream().anyMatch(rows -> !rows.isEmpty())) {
            Map<RowGroup, List<Row>> next = new LinkedHashMap<>();
            for (RowGroup group : circle) {
                List<Row> more = new ArrayList<>();
                for (Reach reach : group.reaches) {
                    List<Row> rows = last.getOrDefault(reach.from(), List.of());
                    for (int start = 0; start < rows.size(); start += CHUNK) {
                        keys(reach.source(), rows.subList(start, Math.min(rows.size(), start + CHUNK)));
                        more.addAll(take(group, reached(reach).and(left(group)), found));
                    }
                }
                next.put(group, more);
            }
            last = next;
        }
        found.forEach((group, rows) -> keys(group, rows.values()));
    }

    /** The rows that were not there yet. */
    private List<Row> take(RowGroup group, Where where, Map<RowGroup, Map<List<Object>, Row>> found) {
        Map<List<Object>, Row> known = Objects.requireNonNull(found.get(group));
        List<Row> taken = new ArrayList<>();
        for (Row row : rows(group.table, where, columns(group), ForeignKeyGraph.KEYS + 1)) {
            if (known.size() >= ForeignKeyGraph.KEYS) {
                group.atLeast = true;
            } else if (known.putIfAbsent(KeyValues.of(row, group.identity().size()), row) == null) {
                taken.add(row);
            }
        }
        return taken;
    }

    /** The identity stands first among the columns of a group. */
    private void keys(RowGroup group, Collection<Row> rows) {
        List<Column<?>> identity = group.identity();
        List<RowValue> keys = new ArrayList<>();
        for (Row row : rows) {
            List<Expression<?>> values = new ArrayList<>();
            for (int i = 0; i < identity.size(); i++) {
                values.add(value(identity.get(i), row.get(i)));
            }
            keys.add(new RowValue(values));
        }
        Where where = keys.isEmpty()
                ? Where.NOTHING
                : Where.of(
                        identity.size() == 1
                                ? new InList(
                                        group.table.ref(identity.get(0)),
                                        keys.stream()
                                                .<Expression<?>>map(
                                                        key -> key.values().get(0))
                                                .toList(),
                                        false)
                                : new RowValue(refs(group.table, identity)).in(keys));
        set(group, where);
    }

    static <T> Value<T> value(Column<T> column, @Nullable Object value) {
        return new Value<>(column.type().javaClass().cast(value), column.type());
    }

    private static List<Expression<?>> refs(GraphTable table, List<Column<?>> columns) {
        List<Expression<?>> refs = new ArrayList<>();
        columns.forEach(column -> refs.add(table.ref(column)));
        return refs;
    }

    private static <T> Expression<T> column(DerivedTable source, RowGroup group, Column<T> column) {
        return source.col(group.label(column), column.type().javaClass());
    }

    // Conditions

    /** The rows that something leads to. */
    Where reached(Reach reach) {
        if (reach.root() != null) {
            return Where.of(within(
                    reach.to(), reach.root().table(), List.of(reach.root().condition())));
        }
        RowGroup from = reach.source();
        DeleteStep step = reach.step();
        Query<?> keys = step == null || step.fromConditions().isEmpty()
                ? Sql.select(columns(from, reach.fromColumns())).from(from.rows())
                : some(from, step);
        if (step != null && step.via() != null) {
            TableSource via = new TableSource(step.via().table(), null);
            keys = Sql.select(via(via, step.via().out()))
                    .from(via)
                    .where(in(List.copyOf(via(via, step.via().in())), keys));
        }
        List<Where> parts = new ArrayList<>();
        parts.add(Where.of(in(refs(reach.to(), reach.toColumns()), keys), from));
        parts.addAll(limits(reach));
        return Where.all(parts);
    }

    /** What is to hold of the rows that something leads to, besides their columns. */
    private List<Where> limits(Reach reach) {
        List<Where> limits = new ArrayList<>();
        DeleteStep step = reach.step();
        if (step != null && !step.toConditions().isEmpty()) {
            limits.add(Where.of(within(reach.to(), step.to(), step.toConditions())));
        }
        nulling(reach).forEach(nulled -> limits.add(reached(nulled).not()));
        return limits;
    }

    private static List<Expression<?>> columns(RowGroup group, List<Column<?>> columns) {
        List<Expression<?>> derived = new ArrayList<>();
        columns.forEach(column -> derived.add(column(group.rows(), group, column)));
        return derived;
    }

    private static List<Expression<?>> via(TableSource via, List<Column<?>> columns) {
        List<Expression<?>> refs = new ArrayList<>();
        columns.forEach(column -> refs.add(via.col(column)));
        return refs;
    }

    /** The keys of those rows of a group that meet a step's conditions. */
    private static Query<?> some(RowGroup from, DeleteStep step) {
        TableSource source = new TableSource(step.from(), null);
        List<Expression<?>> identity = new ArrayList<>();
        from.table.identity().forEach(column -> identity.add(source.col(named(step.from(), column))));
        return filtered(Sql.select(via(source, step.fromColumns())).from(source), step.fromConditions())
                .where(in(
                        identity,
                        Sql.select(columns(from, from.table.identity())).from(from.rows())));
    }

    private static Column<?> named(Table table, Column<?> column) {
        return table.columns().stream()
                .filter(own -> own.name().equalsIgnoreCase(column.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Select<Row> filtered(Select<Row> select, List<Expression<Boolean>> conditions) {
        Select<Row> filtered = select;
        for (Expression<Boolean> condition : conditions) {
            filtered = filtered.where(condition);
        }
        return filtered;
    }

    /** Conditions of the program's table, where the graph has another one of that name. */
    @SuppressWarnings("unchecked") // generic array creation
    private static Expression<Boolean> within(GraphTable table, Table declared, List<Expression<Boolean>> conditions) {
        if (table.table() == declared || table.identity().isEmpty()) {
            return Sql.and(conditions.toArray(Expression[]::new));
        }
        TableSource source = new TableSource(declared, null);
        List<Expression<?>> identity = new ArrayList<>();
        table.identity().forEach(column -> identity.add(source.col(named(declared, column))));
        return in(refs(table, table.identity()), filtered(Sql.select(identity).from(source), conditions));
    }

    /** A foreign key may have another class in the program than what it refers to. */
    private static Expression<Boolean> in(List<Expression<?>> columns, Query<?> keys) {
        if (columns.size() == 1) {
            return new InSubquery(columns.get(0), keys, false);
        }
        List<Expression<?>> same = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            same.add(Sql.typeCoerce(columns.get(i), keys.columns().get(i).type()));
        }
        return new RowValue(same).in(keys);
    }

    /** The rows that go, whoever deletes them. */
    Where gone(GraphTable table) {
        return gone(table, true).or(gone(table, false));
    }

    /** The rows that the program deletes, or that the database does. */
    Where gone(GraphTable table, boolean program) {
        RowGroup group = (program ? byProgram : byDatabase).get(table);
        if (group == null) {
            return Where.NOTHING;
        }
        if (group.identity().isEmpty()
                || table.identity().isEmpty() && group.reaches.stream().noneMatch(reach -> reach.from() == group)) {
            return where(group.reaches).and(left(group));
        }
        return Where.of(
                in(
                        refs(table, group.identity()),
                        Sql.select(columns(group, group.identity())).from(group.rows())),
                group);
    }

    // Queries

    long count(GraphTable table, Where where) {
        return connection.one(
                with(Sql.select(Sql.countAll()).from(table.source()).where(where.condition()), where.groups()));
    }

    List<Row> rows(GraphTable table, Where where, List<? extends Operand<?>> columns, int limit) {
        Select<Row> select = Sql.select(columns).from(table.source()).where(where.condition());
        if (!table.identity().isEmpty()) {
            select = select.orderBy(refs(table, table.identity()).toArray(Expression[]::new));
        }
        return connection.list(with(select.limit(limit), where.groups()));
    }

    private static <R extends @Nullable Object> Query<R> with(Select<R> select, Set<RowGroup> groups) {
        Set<RowGroup> all = new LinkedHashSet<>();
        groups.forEach(group -> all.addAll(group.upstream));
        Cte[] ctes =
                all.stream().map(RowGroup::rows).filter(Cte.class::isInstance).toArray(Cte[]::new);
        return ctes.length == 0 ? select : select.with(ctes);
    }

    // What there is

    Dialect dialect() {
        return connection.engine().dialect();
    }

    Connection connection() {
        return connection;
    }

    DeleteActor actor() {
        return actor;
    }

    List<Reach> roots() {
        return roots;
    }

    /** The groups, each behind those that lead to it. */
    List<RowGroup> groups() {
        return order;
    }

    @Nullable
    RowGroup group(Reach reach) {
        RowGroup group = (reach.key() == null ? byProgram : byDatabase).get(reach.to());
        return group != null && group.reaches.contains(reach) ? group : null;
    }

    /** Over how many levels the database may have to follow rows, at most. */
    int levels() {
        return circular ? Integer.MAX_VALUE : order.size() + 1;
    }

    boolean atLeast(GraphTable table) {
        RowGroup program = byProgram.get(table);
        RowGroup database = byDatabase.get(table);
        return program != null && program.atLeast || database != null && database.atLeast;
    }
}
