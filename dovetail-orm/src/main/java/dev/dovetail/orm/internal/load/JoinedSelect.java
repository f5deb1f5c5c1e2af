package dev.dovetail.orm.internal.load;

import dev.dovetail.UsageException;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.mapping.Loading;
import dev.dovetail.sql.DerivedColumn;
import dev.dovetail.sql.DerivedTable;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.Label;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.OrderTerm;
import dev.dovetail.sql.Ordering;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.SubquerySource;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A query for objects together with the relationships that are joined to it: each adds its columns behind those that are
 * there. Where joining a collection would multiply the rows that a limit counts, the query becomes a subquery first.
 */
final class JoinedSelect {

    /**
     * The objects that a relationship leads to, in the result.
     *
     * @param branch the relationship
     * @param owner the number of the node that has it, -1 for the query's own objects
     * @param firstColumn the index of their first column, from 1
     * @param orders the order of a collection
     */
    record Node(LoadPlan.Branch branch, int owner, int firstColumn, List<OrderTerm> orders) {

        EntityDescriptor<?> entity() {
            return branch.target().entity();
        }
    }

    private final boolean collections;
    private Select<?> select;
    private List<Node> nodes = List.of();
    private Set<String> names = Set.of();
    private List<Expression<?>> columns = List.of();

    private JoinedSelect(Select<?> select, boolean collections) {
        this.select = select;
        this.collections = collections;
    }

    /**
     * Joins the branches of a plan to a query.
     *
     * @param plan the plan
     * @param query the query; its columns are those of the plan's entity
     * @param session gives the criteria for what is joined
     * @return the query and what it has joined
     */
    static JoinedSelect of(LoadPlan plan, Select<?> query, LoadContext session) {
        if (plan.branches().isEmpty()) {
            return new JoinedSelect(query, true);
        }
        // What the query has joined itself could not be seen from outside a subquery.
        boolean contained = plan.branches().stream().anyMatch(branch -> branch.source() != null);
        return new JoinedSelect(query, !(contained && counts(query))).with(plan, session);
    }

    /** Joins the references of a plan only, so that each row is an object. */
    static JoinedSelect withoutCollections(LoadPlan plan, Select<?> query, LoadContext session) {
        JoinedSelect joined = new JoinedSelect(query, false).with(plan, session);
        if (joined.multipliesRows()) {
            throw new UsageException(
                    "DVT-USE-STREAM",
                    "a stream cannot fill a collection from the query's own join, as its rows come one by one; load it by"
                            + " selectInLoad");
        }
        return joined;
    }

    private JoinedSelect with(LoadPlan plan, LoadContext session) {
        if (plan.branches().stream().anyMatch(this::isJoined)) {
            nodes = new ArrayList<>();
            names = new HashSet<>();
            columns = new ArrayList<>();
            build(plan, session);
        }
        return this;
    }

    /**
     * Whether a branch is part of the statement; otherwise one more statement loads it. A lock cannot reach what an outer
     * join may miss.
     */
    private boolean isJoined(LoadPlan.Branch branch) {
        return branch.loading() == Loading.JOINED
                && (branch.source() != null || (select.lock() == null && (collections || !collection(branch))));
    }

    Select<?> statement() {
        return select;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Whether an object of the query may come in several rows, as a collection was joined. */
    boolean multipliesRows() {
        return nodes.stream().anyMatch(node -> node.branch().end().model().many());
    }

    /** Whether another statement has to load a part of the plan. */
    boolean leavesSome(LoadPlan plan) {
        return plan.branches().stream().anyMatch(branch -> !isJoined(branch) || leavesSome(branch.target()));
    }

    private void build(LoadPlan plan, LoadContext session) {
        select.from().forEach(this::collect);
        if (multiplies(plan) && counts(select)) {
            wrap();
        }
        int[] places = plan.layout().indexes(plan.entity());
        if (multiplies(plan)) {
            List<Expression<?>> id = new ArrayList<>();
            for (int position : plan.entity().idColumns()) {
                id.add(select.columns().get(places[position]));
            }
            select = select.orderBy(ties(select.orderBy(), id).toArray(OrderTerm[]::new));
        }
        List<Expression<?>> own = List.copyOf(select.columns());
        columns.addAll(own);
        join(plan, -1, position -> own.get(places[position]), session);
        select = select.withColumns(columns);
        nodes.forEach(node -> select = select.orderBy(node.orders().toArray(OrderTerm[]::new)));
    }

    private void join(LoadPlan plan, int owner, IntFunction<Expression<?>> ownColumn, LoadContext session) {
        for (LoadPlan.Branch branch : plan.branches()) {
            if (!isJoined(branch)) {
                continue;
            }
            EntityDescriptor<?> target = branch.target().entity();
            EntitySource source = new EntitySource(
                    target,
                    branch.source() != null ? branch.source().alias() : name(source(target)),
                    branch.target().layout());
            if (branch.source() != null) {
                select = source.withSubclasses(select);
            } else {
                Along along = new Along(branch.end(), branch.target().layout());
                String link = along.linkTable() == null ? "" : name(along.linkTable());
                Expression<Boolean> on = along.on(ownColumn, source, link);
                for (Operand<Boolean> criterion : session.criteria(target, source.alias())) {
                    on = Sql.and(on, criterion);
                }
                select = select.leftJoin(along.joined(source, link), on);
            }
            List<OrderTerm> orders = new ArrayList<>();
            if (collection(branch)) {
                orders.addAll(
                        EntityStatements.order(source, branch.end().model().orderBy()));
                if (multiplies(branch.target())) {
                    List<Expression<?>> id = new ArrayList<>();
                    for (int position : target.idColumns()) {
                        id.add(source.column(position));
                    }
                    orders.addAll(ties(orders, id));
                }
            }
            nodes.add(new Node(branch, owner, columns.size() + 1, orders));
            columns.addAll(source.columns());
            join(branch.target(), nodes.size() - 1, source::column, session);
        }
    }

    /** What is still to be ordered by, so that equal owners do not take the order of what is joined to them. */
    private static List<OrderTerm> ties(List<? extends OrderTerm> orders, List<Expression<?>> id) {
        List<OrderTerm> missing = new ArrayList<>();
        for (Expression<?> column : id) {
            if (orders.stream().noneMatch(term -> term.ordering().expression().equals(column))) {
                missing.add(column.asc());
            }
        }
        return missing;
    }

    private static String source(EntityDescriptor<?> entity) {
        return entity.tables().get(0).table().name();
    }

    private static boolean collection(LoadPlan.Branch branch) {
        return branch.end().model().many() && branch.source() == null;
    }

    private boolean multiplies(LoadPlan plan) {
        return plan.branches().stream()
                .filter(this::isJoined)
                .anyMatch(branch -> collection(branch) || multiplies(branch.target()));
    }

    private static boolean counts(Select<?> query) {
        return query.limit() != null
                || query.offset() != null
                || query.isDistinct()
                || !query.distinctOn().isEmpty()
                || !query.groupBy().isEmpty();
    }

    /** Makes the query a subquery, ordered outside as it is inside. */
    private void wrap() {
        List<Expression<?>> inner = new ArrayList<>(select.columns());
        List<Integer> places = new ArrayList<>();
        for (Ordering term : select.orderBy()) {
            int place = select.columns().indexOf(term.expression());
            if (place < 0) {
                place = inner.size();
                inner.add(new Label<>(term.expression(), name("order")));
            }
            places.add(place);
        }
        List<Ordering> orders = select.orderBy();
        int own = select.columns().size();
        SubquerySource subquery = select.withColumns(inner).as(name("anon"));
        List<DerivedColumn<?>> outer = subquery.cols();
        Select<Row> wrapped = Sql.select(outer.subList(0, own)).from(subquery);
        for (int i = 0; i < places.size(); i++) {
            Ordering order = orders.get(i);
            wrapped = wrapped.orderBy(new Ordering(outer.get(places.get(i)), order.direction(), order.nulls()));
        }
        select = wrapped;
    }

    /** A name that nothing in the query has: {@code child_1}. */
    private String name(String base) {
        int number = 1;
        while (!names.add((base + "_" + number).toLowerCase(Locale.ROOT))) {
            number++;
        }
        return base + "_" + number;
    }

    private void collect(Source source) {
        if (source instanceof Join join) {
            collect(join.left());
            collect(join.right());
        } else if (source instanceof TableSource table) {
            names.add((table.alias() == null ? table.table().name() : table.alias()).toLowerCase(Locale.ROOT));
        } else if (source instanceof DerivedTable derived) {
            names.add(derived.alias().toLowerCase(Locale.ROOT));
        }
    }
}
