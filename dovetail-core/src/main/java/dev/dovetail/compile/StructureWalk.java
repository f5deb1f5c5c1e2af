package dev.dovetail.compile;

import dev.dovetail.sql.Arithmetic;
import dev.dovetail.sql.Assignment;
import dev.dovetail.sql.Between;
import dev.dovetail.sql.Case;
import dev.dovetail.sql.Cast;
import dev.dovetail.sql.Collated;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.Concat;
import dev.dovetail.sql.CountAll;
import dev.dovetail.sql.Cte;
import dev.dovetail.sql.CteSource;
import dev.dovetail.sql.CustomExpression;
import dev.dovetail.sql.DefaultValue;
import dev.dovetail.sql.Delete;
import dev.dovetail.sql.DerivedColumn;
import dev.dovetail.sql.Excluded;
import dev.dovetail.sql.Exists;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.ExpressionVisitor;
import dev.dovetail.sql.Filtered;
import dev.dovetail.sql.Frame;
import dev.dovetail.sql.FrameBound;
import dev.dovetail.sql.FunctionCall;
import dev.dovetail.sql.FunctionSource;
import dev.dovetail.sql.Grouping;
import dev.dovetail.sql.InList;
import dev.dovetail.sql.InSubquery;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.IsNull;
import dev.dovetail.sql.Join;
import dev.dovetail.sql.JsonExtraction;
import dev.dovetail.sql.Label;
import dev.dovetail.sql.Like;
import dev.dovetail.sql.Logical;
import dev.dovetail.sql.NextValue;
import dev.dovetail.sql.Not;
import dev.dovetail.sql.Nulls;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.OrderedAggregate;
import dev.dovetail.sql.Ordering;
import dev.dovetail.sql.Over;
import dev.dovetail.sql.Parameter;
import dev.dovetail.sql.Quantified;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.RawExpression;
import dev.dovetail.sql.RawQuery;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Restriction;
import dev.dovetail.sql.Returning;
import dev.dovetail.sql.RowComparison;
import dev.dovetail.sql.RowInList;
import dev.dovetail.sql.RowInSubquery;
import dev.dovetail.sql.RowLimit;
import dev.dovetail.sql.RowLock;
import dev.dovetail.sql.RowValue;
import dev.dovetail.sql.ScalarSubquery;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.SetQuery;
import dev.dovetail.sql.SimpleCase;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.SourceVisitor;
import dev.dovetail.sql.SqlOutput;
import dev.dovetail.sql.StandardFunction;
import dev.dovetail.sql.StatementVisitor;
import dev.dovetail.sql.StringAgg;
import dev.dovetail.sql.SubquerySource;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Truth;
import dev.dovetail.sql.TypeCoercion;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Upsert;
import dev.dovetail.sql.Value;
import dev.dovetail.sql.ValuesSource;
import dev.dovetail.sql.Window;
import dev.dovetail.sql.WithQuery;
import dev.dovetail.sql.WithReturning;
import dev.dovetail.sql.WithWrite;
import dev.dovetail.type.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes down everything of a statement that shows in its SQL, and collects its values apart.
 *
 * <p>Each node writes its class, then its parts in a fixed order, lists with their length before them: what is written
 * can be read back in one way only, so different structures give different keys. A value that stands in the statement
 * twice, as one and the same node, is written as a reference to its first place, because the renderer knows its
 * position by the node.
 */
final class StructureWalk implements StatementVisitor, SourceVisitor, ExpressionVisitor, SqlOutput {
    private static final @Nullable Object[] NONE = {};

    /** Enough for most statements. */
    private static final int EXPECTED_PARTS = 48;

    /** So many values are looked through one by one; for more there is a map. */
    private static final int FEW_VALUES = 8;

    private @Nullable Object[] parts = new Object[EXPECTED_PARTS];
    private int size;
    private int hash = 1;
    private @Nullable Object[] constants = NONE;
    /** The node of each constant; null for one of a list. */
    private @Nullable Value<?>[] nodes = {};

    private int constantCount;
    private @Nullable Map<Value<?>, Integer> positions;
    private Map<Object, BoundList> lists = Map.of();
    /** Whether to look through what is known by itself, too. */
    private boolean whole;

    /** Shares the walk's memory, and stays as it is: nothing walks on. */
    CacheKey key() {
        return new CacheKey(parts, size, hash);
    }

    @Nullable
    Object[] constants() {
        return constants.length == constantCount ? constants : Arrays.copyOf(constants, constantCount);
    }

    @Nullable
    BoundList list(Object node) {
        return lists.get(node);
    }

    /** Where a value stands among the constants, or -1. */
    int position(Value<?> value) {
        if (positions != null) {
            return positions.getOrDefault(value, -1);
        }
        for (int position = 0; position < constantCount; position++) {
            if (nodes[position] == value) {
                return position;
            }
        }
        return -1;
    }

    private void constant(@Nullable Object constant, @Nullable Value<?> node) {
        if (constantCount == constants.length) {
            int longer = Math.max(FEW_VALUES / 2, 2 * constantCount);
            constants = Arrays.copyOf(constants, longer);
            nodes = Arrays.copyOf(nodes, longer);
        }
        constants[constantCount] = constant;
        nodes[constantCount] = node;
        if (node != null && positions != null) {
            positions.put(node, constantCount);
        }
        constantCount++;
        if (constantCount == FEW_VALUES && positions == null) {
            positions = new IdentityHashMap<>();
            for (int position = 0; position < constantCount; position++) {
                if (nodes[position] != null) {
                    positions.put(nodes[position], position);
                }
            }
        }
    }

    /** The columns that an expression speaks of, in its subqueries as well. */
    static Set<Object> columnsIn(Expression<?> expression) {
        StructureWalk walk = new StructureWalk();
        walk.whole = true;
        expression.accept(walk);
        Set<Object> columns = new HashSet<>();
        for (int index = 1; index < walk.size; index++) {
            if (walk.parts[index - 1] == ColumnRef.class) {
                columns.add(walk.parts[index]);
            }
        }
        return columns;
    }

    private void add(@Nullable Object part) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, 2 * size);
        }
        parts[size++] = part;
        hash = 31 * hash + Objects.hashCode(part);
    }

    private void addEach(List<?> more) {
        for (int index = 0; index < more.size(); index++) {
            add(more.get(index));
        }
    }

    private void addAll(List<? extends Expression<?>> expressions) {
        add(expressions.size());
        for (int index = 0; index < expressions.size(); index++) {
            expressions.get(index).accept(this);
        }
    }

    private void addIfPresent(@Nullable Expression<?> expression) {
        if (expression == null) {
            add(null);
        } else {
            expression.accept(this);
        }
    }

    @Override
    public void visit(Select<?> statement) {
        add(Select.class);
        Object beginning = whole ? null : statement.beginning();
        if (beginning != null) {
            add(beginning);
        } else {
            addAll(statement.columns());
            add(statement.from().size());
            for (Source source : statement.from()) {
                source.accept(this);
            }
        }
        add(statement.isDistinct());
        addAll(statement.where());
        addAll(statement.groupBy());
        addAll(statement.having());
        addOrderings(statement.orderBy());
        addLimit(statement.limit(), statement.offset());
        // Most queries have nothing of this; each part says what it is, so that no mark is needed for what is missing.
        if (!statement.distinctOn().isEmpty()) {
            add("distinct on");
            addAll(statement.distinctOn());
        }
        for (Grouping grouping : statement.groupings()) {
            add(grouping.kind());
            add(grouping.sets().size());
            grouping.sets().forEach(this::addAll);
        }
        for (Window window : statement.windows()) {
            addWindow(window);
        }
        if (statement.lock() != null) {
            addLock(statement.lock());
        }
        addEach(statement.additions());
        add(null);
    }

    private void addOrderings(List<Ordering> orderings) {
        add(orderings.size());
        for (Ordering ordering : orderings) {
            ordering.expression().accept(this);
            add(ordering.direction());
            if (ordering.nulls() != Nulls.UNSAID) {
                add(ordering.nulls());
            }
        }
    }

    private void addLimit(@Nullable RowLimit limit, @Nullable Expression<Long> offset) {
        if (limit == null) {
            add(null);
        } else {
            limit.count().accept(this);
            add(limit.isPercent());
            add(limit.isWithTies());
        }
        addIfPresent(offset);
    }

    private void addWindow(Window window) {
        add(Window.class);
        add(window.name());
        addAll(window.partitionBy());
        addOrderings(window.orderBy());
        Frame frame = window.frame();
        if (frame == null) {
            add(null);
        } else {
            add(frame.unit());
            addBound(frame.start());
            addBound(frame.end());
            add(frame.exclusion());
        }
    }

    private void addBound(FrameBound bound) {
        add(bound.words());
        addIfPresent(bound.distance());
    }

    private void addLock(RowLock lock) {
        add(lock.strength());
        add(lock.tables().size());
        for (TableSource table : lock.tables()) {
            visit(table);
        }
        add(lock.whenLocked());
    }

    @Override
    public void visit(SetQuery<?> statement) {
        add(statement.operator());
        statement.left().accept(this);
        statement.right().accept(this);
        // What it is ordered by are columns of the first query, of which the position counts.
        add(statement.orderBy().size());
        for (Ordering ordering : statement.orderBy()) {
            add(statement.position(ordering.expression()));
            add(ordering.direction());
            add(ordering.nulls());
        }
        addLimit(statement.limit(), statement.offset());
    }

    @Override
    public void visit(WithQuery<?> statement) {
        addCtes(statement.ctes());
        statement.query().accept(this);
    }

    @Override
    public void visit(WithWrite statement) {
        addCtes(statement.ctes());
        statement.write().accept(this);
    }

    @Override
    public void visit(WithReturning<?> statement) {
        addCtes(statement.ctes());
        statement.returning().accept(this);
    }

    private void addCtes(List<Cte> ctes) {
        add(Cte.class);
        add(ctes.size());
        for (Cte cte : ctes) {
            add(cte.name());
            add(cte.columnNames());
            add(cte.materialization());
            add(cte.isRecursive());
            cte.body().accept(this);
        }
    }

    @Override
    public void visit(Insert statement) {
        add(Insert.class);
        add(statement.table());
        add(statement.columns().size());
        addEach(statement.columns());
        add(statement.rows().size());
        statement.rows().forEach(this::addAll);
        if (statement.query() != null) {
            statement.query().accept(this);
        }
    }

    @Override
    public void visit(Upsert statement) {
        add(Upsert.class);
        statement.insert().accept(this);
        add(statement.key());
        add(statement.isAnyKeyAllowed());
        assignments(statement.assignments());
        addAll(statement.where());
    }

    private void assignments(List<Assignment> assignments) {
        add(assignments.size());
        for (Assignment assignment : assignments) {
            add(assignment.column());
            assignment.value().accept(this);
        }
    }

    private void restriction(Restriction restriction) {
        restriction.target().accept(this);
        add(restriction.sources().size());
        restriction.sources().forEach(source -> source.accept(this));
        addAll(restriction.where());
        orderings(restriction.orderBy());
        addIfPresent(restriction.limit());
    }

    private void orderings(List<Ordering> orderings) {
        add(orderings.size());
        for (Ordering ordering : orderings) {
            ordering.expression().accept(this);
            add(ordering.direction());
        }
    }

    @Override
    public void visit(Update statement) {
        add(Update.class);
        assignments(statement.assignments());
        restriction(statement.restriction());
    }

    @Override
    public void visit(Delete statement) {
        add(Delete.class);
        restriction(statement.restriction());
    }

    @Override
    public void visit(Returning<?> statement) {
        add(Returning.class);
        statement.write().accept(this);
        addAll(statement.columns());
    }

    @Override
    public void visit(RawStatement statement) {
        add(RawStatement.class);
        add(statement.text());
        Map<String, RawStatement.Binding> bindings = statement.bindings();
        add(bindings.size());
        bindings.forEach((name, binding) -> {
            add(name);
            if (binding.type() == null) {
                addAll(binding.values());
            } else {
                add(BoundList.class);
                boundList(binding, binding.values(), binding.type());
            }
        });
    }

    @Override
    public void visit(RawQuery<?> statement) {
        add(RawQuery.class);
        visit(statement.raw());
        addAll(statement.columns());
    }

    @Override
    public void visit(TableSource source) {
        add(TableSource.class);
        add(source.table());
        add(source.alias());
    }

    @Override
    public void visit(SubquerySource source) {
        add(SubquerySource.class);
        source.query().accept(this);
        add(source.alias());
        add(source.columnNames());
        add(source.isLateral());
    }

    @Override
    public void visit(Join source) {
        add(Join.class);
        source.left().accept(this);
        source.right().accept(this);
        add(source.kind());
        addIfPresent(source.on());
    }

    @Override
    public void visit(CteSource source) {
        add(CteSource.class);
        add(source.cte());
        add(source.alias());
    }

    @Override
    public void visit(ValuesSource source) {
        add(ValuesSource.class);
        add(source.rows().size());
        for (RowValue row : source.rows()) {
            addAll(row.values());
        }
        add(source.alias());
        add(source.outputs());
    }

    @Override
    public void visit(FunctionSource source) {
        add(FunctionSource.class);
        add(source.name());
        addAll(source.arguments());
        add(source.alias());
        add(source.isRenamed());
        add(source.outputs());
    }

    @Override
    public void visit(ColumnRef<?> node) {
        add(ColumnRef.class);
        add(node.column());
        add(node.source().alias());
    }

    @Override
    public void visit(DerivedColumn<?> node) {
        add(DerivedColumn.class);
        add(node.source());
        add(node.name());
        add(node.type());
    }

    @Override
    public void visit(Value<?> node) {
        add(Value.class);
        int position = position(node);
        if (position < 0) {
            constant(node.value(), node);
            add(node.type());
        } else {
            add(position);
        }
    }

    @Override
    public void visit(Parameter<?> node) {
        add(Parameter.class);
        add(node.index());
        add(node.type());
    }

    @Override
    public void visit(DefaultValue<?> node) {
        add(DefaultValue.class);
    }

    @Override
    public void visit(Excluded<?> node) {
        add(Excluded.class);
        add(node.column());
    }

    @Override
    public void visit(Arithmetic<?> node) {
        add(node.operator());
        node.left().accept(this);
        node.right().accept(this);
        add(node.type());
    }

    @Override
    public void visit(Concat node) {
        add(Concat.class);
        addAll(node.operands());
    }

    @Override
    public void visit(FunctionCall<?> node) {
        add(FunctionCall.class);
        add(node.name());
        add(node.distinct());
        addAll(node.arguments());
        add(node.type());
    }

    @Override
    public void visit(StandardFunction<?> node) {
        add(node.function());
        addAll(node.arguments());
        add(node.type());
    }

    @Override
    public void visit(TypeCoercion<?> node) {
        add(TypeCoercion.class);
        node.operand().accept(this);
        add(node.type());
    }

    @Override
    public void visit(Collated node) {
        add(Collated.class);
        node.operand().accept(this);
        add(node.collation());
    }

    @Override
    public void visit(SimpleCase<?> node) {
        add(SimpleCase.class);
        node.subject().accept(this);
        add(node.branches().size());
        for (SimpleCase.Branch<?> branch : node.branches()) {
            branch.key().accept(this);
            branch.value().accept(this);
        }
        addIfPresent(node.otherwise());
        add(node.type());
    }

    @Override
    public void visit(JsonExtraction<?> node) {
        add(JsonExtraction.class);
        node.document().accept(this);
        add(node.steps());
        node.path().accept(this);
        addAll(node.keys());
        add(node.asText());
        add(node.type());
    }

    @Override
    public void visit(Truth node) {
        add(Truth.class);
        node.value().accept(this);
    }

    @Override
    public void visit(CountAll node) {
        add(CountAll.class);
    }

    @Override
    public void visit(NextValue node) {
        add(NextValue.class);
        add(node.sequence());
    }

    @Override
    public void visit(Cast<?> node) {
        add(Cast.class);
        node.operand().accept(this);
        add(node.type());
    }

    @Override
    public void visit(Case<?> node) {
        add(Case.class);
        add(node.branches().size());
        for (Case.Branch<?> branch : node.branches()) {
            branch.condition().accept(this);
            branch.value().accept(this);
        }
        addIfPresent(node.otherwise());
        add(node.type());
    }

    @Override
    public void visit(ScalarSubquery<?> node) {
        add(ScalarSubquery.class);
        node.query().accept(this);
    }

    @Override
    public void visit(Label<?> node) {
        add(Label.class);
        node.labelled().accept(this);
        add(node.name());
    }

    @Override
    public void visit(RawExpression<?> node) {
        add(RawExpression.class);
        add(node.sql());
        add(node.type());
    }

    @Override
    public void visit(Comparison node) {
        add(node.operator());
        node.left().accept(this);
        node.right().accept(this);
    }

    @Override
    public void visit(Logical node) {
        add(node.operator());
        addAll(node.operands());
    }

    @Override
    public void visit(Not node) {
        add(Not.class);
        node.operand().accept(this);
    }

    @Override
    public void visit(IsNull node) {
        add(IsNull.class);
        add(node.negated());
        node.operand().accept(this);
    }

    @Override
    public void visit(InList node) {
        add(InList.class);
        add(node.negated());
        node.operand().accept(this);
        BoundList known = lists.get(node);
        if (known != null) {
            add(known);
        } else if (isListOfValues(node)) {
            add(BoundList.class);
            boundList(node, node.elements(), node.elements().get(0).type());
        } else {
            addAll(node.elements());
        }
    }

    private static boolean isListOfValues(InList node) {
        List<Expression<?>> elements = node.elements();
        for (Expression<?> element : elements) {
            if (!(element instanceof Value)
                    || !element.type().equals(elements.get(0).type())) {
                return false;
            }
        }
        return !elements.isEmpty();
    }

    private void boundList(Object node, List<Expression<?>> elements, Type<?> type) {
        int places = elements.isEmpty() ? 0 : BoundList.padded(elements.size());
        if (lists.isEmpty()) {
            lists = new IdentityHashMap<>(1);
        }
        lists.put(node, new BoundList(constantCount, places));
        for (int index = 0; index < places; index++) {
            Value<?> value = (Value<?>) elements.get(Math.min(index, elements.size() - 1));
            constant(value.value(), null);
        }
        add(places);
        add(type);
    }

    @Override
    public void visit(InSubquery node) {
        add(InSubquery.class);
        add(node.negated());
        node.operand().accept(this);
        node.query().accept(this);
    }

    @Override
    public void visit(Like node) {
        add(Like.class);
        add(node.negated());
        add(node.escaped());
        add(node.ignoringCase());
        node.operand().accept(this);
        node.pattern().accept(this);
    }

    @Override
    public void visit(Between node) {
        add(Between.class);
        add(node.negated());
        node.operand().accept(this);
        node.low().accept(this);
        node.high().accept(this);
    }

    @Override
    public void visit(Exists node) {
        add(Exists.class);
        node.query().accept(this);
    }

    @Override
    public void visit(Over<?> node) {
        add(Over.class);
        node.function().accept(this);
        addWindow(node.window());
    }

    @Override
    public void visit(Filtered<?> node) {
        add(Filtered.class);
        node.aggregate().accept(this);
        node.condition().accept(this);
    }

    @Override
    public void visit(OrderedAggregate<?> node) {
        add(OrderedAggregate.class);
        node.call().accept(this);
        addOrderings(node.orderBy());
        add(node.isWithinGroup());
    }

    @Override
    public void visit(StringAgg node) {
        add(StringAgg.class);
        node.operand().accept(this);
        node.separator().accept(this);
        add(node.isDistinct());
        addOrderings(node.orderBy());
    }

    @Override
    public void visit(Quantified<?> node) {
        add(Quantified.class);
        add(node.isAll());
        node.query().accept(this);
    }

    @Override
    public void visit(RowComparison node) {
        add(RowComparison.class);
        add(node.operator());
        addAll(node.left().values());
        addAll(node.right().values());
    }

    @Override
    public void visit(RowInList node) {
        add(RowInList.class);
        add(node.negated());
        addAll(node.operand().values());
        add(node.elements().size());
        for (RowValue element : node.elements()) {
            addAll(element.values());
        }
    }

    @Override
    public void visit(RowInSubquery node) {
        add(RowInSubquery.class);
        add(node.negated());
        addAll(node.operand().values());
        node.query().accept(this);
    }

    @Override
    public void visit(CustomExpression<?> node) {
        add(node.getClass());
        add(node.type());
        node.write(this);
        add(CustomExpression.class);
    }

    @Override
    public SqlOutput sql(String text) {
        add(text);
        return this;
    }

    @Override
    public SqlOutput operand(Operand<?> operand) {
        operand.expression().accept(this);
        return this;
    }

    // All variants are part of the structure, which knows no dialect; the keys are those of one dialect's cache.
    @Override
    public SqlOutput variant(Consumer<SqlOutput> standard, Map<String, Consumer<SqlOutput>> variants) {
        add(variants.size());
        standard.accept(this);
        new TreeMap<>(variants).forEach((name, variant) -> {
            add(name);
            variant.accept(this);
        });
        return this;
    }

    @Override
    public SqlOutput refuse(String dialect, String reason) {
        add(dialect);
        return this;
    }

    @Override
    public SqlOutput query(Query<?> query) {
        query.accept(this);
        return this;
    }
}
