package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.Arithmetic;
import dev.dovetail.sql.ArithmeticOperator;
import dev.dovetail.sql.Between;
import dev.dovetail.sql.Case;
import dev.dovetail.sql.Cast;
import dev.dovetail.sql.Collated;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Comparison;
import dev.dovetail.sql.ComparisonOperator;
import dev.dovetail.sql.Concat;
import dev.dovetail.sql.CountAll;
import dev.dovetail.sql.CustomExpression;
import dev.dovetail.sql.DefaultValue;
import dev.dovetail.sql.DerivedColumn;
import dev.dovetail.sql.Excluded;
import dev.dovetail.sql.Exists;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.ExpressionVisitor;
import dev.dovetail.sql.Filtered;
import dev.dovetail.sql.FunctionCall;
import dev.dovetail.sql.InList;
import dev.dovetail.sql.InSubquery;
import dev.dovetail.sql.IsNull;
import dev.dovetail.sql.JsonExtraction;
import dev.dovetail.sql.Label;
import dev.dovetail.sql.Like;
import dev.dovetail.sql.Logical;
import dev.dovetail.sql.LogicalOperator;
import dev.dovetail.sql.NextValue;
import dev.dovetail.sql.Not;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.OrderedAggregate;
import dev.dovetail.sql.Over;
import dev.dovetail.sql.Parameter;
import dev.dovetail.sql.Quantified;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.RawExpression;
import dev.dovetail.sql.RowComparison;
import dev.dovetail.sql.RowInList;
import dev.dovetail.sql.RowInSubquery;
import dev.dovetail.sql.RowValue;
import dev.dovetail.sql.ScalarSubquery;
import dev.dovetail.sql.SimpleCase;
import dev.dovetail.sql.SqlOutput;
import dev.dovetail.sql.StandardFunction;
import dev.dovetail.sql.StringAgg;
import dev.dovetail.sql.Truth;
import dev.dovetail.sql.TypeCoercion;
import dev.dovetail.sql.Value;
import dev.dovetail.type.SqlKind;
import dev.dovetail.type.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes expressions. While it does, it knows which column the values at hand belong to, so that each bind slot can
 * tell: that is how parameters are redacted by column, and how errors name the value of a column.
 */
final class ExpressionRendering implements ExpressionVisitor, SqlOutput {
    /** Functions whose result depends on which of two numbers is the greater, or on their sum. */
    private static final Set<String> OF_NUMBERS = Set.of("sum", "avg", "min", "max", "abs", "round");

    private static final String NEVER = "1 = 0";
    private static final String ALWAYS = "1 = 1";

    private final Dialect dialect;
    private final Structure structure;
    private final SqlWriter writer;
    private final StatementRendering statements;
    private final WindowRendering windows;
    private final FunctionRendering functions;
    private @Nullable Column<?> column;
    private boolean stored;
    private boolean bare;
    private @Nullable Consumer<Column<?>> excluded;

    ExpressionRendering(Dialect dialect, Structure structure, SqlWriter writer, StatementRendering statements) {
        this.dialect = dialect;
        this.structure = structure;
        this.writer = writer;
        this.statements = statements;
        this.functions = new FunctionRendering(dialect, writer, this);
        this.windows = new WindowRendering(dialect, writer, this, statements);
    }

    WindowRendering windows() {
        return windows;
    }

    void render(Expression<?> expression) {
        expression.accept(this);
    }

    /** What a column is set to. Only a value that goes there as it is must fit the column. */
    void stored(Column<?> target, Expression<?> value) {
        stored = value instanceof Value || value instanceof Parameter;
        if (stored) {
            bare(() -> withColumn(target, () -> render(value)));
        } else {
            withColumn(target, () -> render(value));
        }
        stored = false;
    }

    private void withColumn(@Nullable Column<?> newColumn, Runnable write) {
        Column<?> before = column;
        column = newColumn;
        write.run();
        column = before;
    }

    /** The operands of an operator: where one of them is a column, the values among the others belong to it. */
    private void comparing(Runnable write, Expression<?>... operands) {
        withColumn(compared(operands), write);
    }

    private @Nullable Column<?> compared(Expression<?>... operands) {
        Column<?> compared = column;
        for (Expression<?> operand : operands) {
            Column<?> within = columnIn(operand);
            compared = within == null ? compared : within;
        }
        return compared;
    }

    /** Refuses to treat as numbers what the database would treat as text, with a result that is wrong and looks right. */
    void requireNumbers(String construct, List<? extends Expression<?>> operands) {
        for (Expression<?> operand : operands) {
            if (dialect.holdsAsText(operand.type().storage())) {
                throw new UsageException(
                        "DVT-SQL-UNSUPPORTED",
                        dialect.name() + " has no " + construct + " for " + operand.type()
                                + ", which it holds as text: " + "cast it, or give the column fewer digits");
            }
        }
    }

    /** The column that an operand is made of: a value compared with {@code lower(email)} is a value of email. */
    private static @Nullable Column<?> columnIn(Expression<?> operand) {
        // Sums of many terms lean to the left: a recursion would go as deep as there are terms.
        Deque<Expression<?>> open = new ArrayDeque<>();
        open.push(operand);
        while (!open.isEmpty()) {
            Expression<?> next = open.pop();
            if (next instanceof ColumnRef<?> ref) {
                return ref.column();
            }
            List<? extends Expression<?>> parts = parts(next);
            for (int i = parts.size() - 1; i >= 0; i--) {
                open.push(parts.get(i));
            }
        }
        return null;
    }

    private static List<? extends Expression<?>> parts(Expression<?> operand) {
        if (operand instanceof FunctionCall<?> call) {
            return call.arguments();
        }
        if (operand instanceof Concat concat) {
            return concat.operands();
        }
        if (operand instanceof Arithmetic<?> arithmetic) {
            return List.of(arithmetic.left(), arithmetic.right());
        }
        return operand instanceof Cast<?> cast ? List.of(cast.operand()) : List.of();
    }

    /** Writes an operand beside another; a parameter beside a column needs no type of its own. */
    private void beside(Expression<?> operand, Expression<?> other, int least) {
        // A parameter of another type would be made one of the column's.
        if (isBound(operand) && other instanceof ColumnRef && kind(operand) == kind(other)) {
            bare(() -> bracketed(operand, least));
        } else {
            bracketed(operand, least);
        }
    }

    private static SqlKind kind(Expression<?> expression) {
        return expression.type().storage().kind();
    }

    /** Writes what stands beside a column, or in its place, so that a parameter there takes the type from it. */
    void bare(Runnable write) {
        boolean before = bare;
        bare = true;
        write.run();
        bare = before;
    }

    /** Whether an expression is nothing but a parameter, whose type the database is to find out. */
    static boolean isBound(Expression<?> expression) {
        return expression instanceof Value || expression instanceof Parameter;
    }

    /** A bound value that has no neighbour to take its type from; some databases have to be told the type. */
    void typed(Expression<?> expression) {
        String type =
                isBound(expression) ? dialect.parameterType(expression.type().storage()) : null;
        if (type == null || dialect.typesParametersByNeighbours()) {
            bracketed(expression, Precedence.ATOM);
        } else {
            writer.text("CAST(");
            render(expression);
            writer.text(" AS ").text(type).text(")");
        }
    }

    /** What stands in ORDER BY or GROUP BY. A number alone would be a position there, if a driver writes it into the text. */
    void ordered(Expression<?> expression) {
        Expression<?> inner = expression instanceof Label<?> label ? label.labelled() : expression;
        if (isBound(inner)) {
            writer.text("CASE WHEN 1 = 1 THEN ");
            typed(inner);
            writer.text(" END");
        } else {
            render(inner);
        }
    }

    /** Operands of which one may be a column, to which the values among the others belong. */
    void amongArguments(List<? extends Expression<?>> arguments, Runnable write) {
        comparing(write, arguments.toArray(Expression<?>[]::new));
    }

    void bracketed(Expression<?> operand, int least) {
        boolean brackets = Precedence.of(operand) < least;
        writer.text(brackets ? "(" : "");
        if (brackets) {
            value(operand);
        } else {
            render(operand);
        }
        writer.text(brackets ? ")" : "");
    }

    /** Writes what stands for a value: not every database takes each condition for one. */
    void value(Expression<?> expression) {
        boolean asCase = expression instanceof Exists && dialect.losesBracketsOfExists();
        writer.text(asCase ? "CASE WHEN " : "");
        render(expression);
        writer.text(asCase ? " THEN TRUE ELSE FALSE END" : "");
    }

    private void compared(Query<?> query) {
        withColumn(null, () -> statements.queries().compared(query));
    }

    private void subquery(Query<?> query) {
        writer.text("(");
        boolean before = bare;
        bare = false;
        withColumn(null, () -> query.accept(statements));
        bare = before;
        writer.text(")");
    }

    /** Conditions that are joined by AND or OR; at least two. */
    void joined(LogicalOperator operator, List<Expression<Boolean>> operands) {
        int least = Precedence.of(operator);
        writer.list(operands, " " + operator.sql() + " ", operand -> bracketed(operand, least));
    }

    @Override
    public void visit(ColumnRef<?> node) {
        statements.qualified(node);
    }

    @Override
    public void visit(DerivedColumn<?> node) {
        writer.name(node.source()).text(".").name(node.name());
    }

    @Override
    public void visit(Value<?> node) {
        bind(true, structure.position(node), node.type());
    }

    @Override
    public void visit(Parameter<?> node) {
        bind(false, node.index(), node.type());
    }

    private <T> void bind(boolean constant, int index, Type<T> type) {
        BindSlot<T> slot = new BindSlot<>(constant, index, type, dialect.codec(type), column, stored);
        String cast = bare
                        || !dialect.typesParametersByNeighbours()
                        || !dialect.parameter(type.storage()).equals("?")
                ? null
                : dialect.parameterType(type.storage());
        if (cast == null) {
            writer.bind(slot);
        } else {
            writer.text("CAST(").bind(slot).text(" AS ").text(cast).text(")");
        }
    }

    @Override
    public void visit(DefaultValue<?> node) {
        throw DefaultValue.misplaced();
    }

    @Override
    public void visit(Excluded<?> node) {
        if (excluded == null) {
            throw new UsageException(
                    "DVT-SQL-EXCLUDED", "excluded(" + node.column() + ") stands only in the doUpdate of an upsert");
        }
        excluded.accept(node.column());
    }

    /** Writes what may name the row that met a conflict. */
    void excluded(Consumer<Column<?>> writeColumn, Runnable write) {
        excluded = writeColumn;
        write.run();
        excluded = null;
    }

    // Sums of many terms lean to the left: a recursion would go as deep as there are terms.
    @Override
    public void visit(Arithmetic<?> node) {
        Deque<Arithmetic<?>> leaning = new ArrayDeque<>();
        Expression<?> left = node;
        while (left instanceof Arithmetic<?> next
                && (leaning.isEmpty()
                        || Precedence.of(next.operator())
                                >= Precedence.of(leaning.element().operator()))) {
            leaning.push(next);
            left = next.left();
        }
        Expression<?> first = left;
        comparing(
                () -> {
                    if (isBound(first) && isBound(leaning.element().right())) {
                        typed(first);
                    } else {
                        bracketed(first, Precedence.of(leaning.element().operator()));
                    }
                    while (!leaning.isEmpty()) {
                        Arithmetic<?> operation = leaning.pop();
                        writer.text(" " + operator(operation) + " ");
                        bracketed(operation.right(), Precedence.of(operation.operator()) + 1);
                    }
                },
                node);
    }

    private String operator(Arithmetic<?> node) {
        requireNumbers("operator " + node.operator().sql(), List.of(node.left(), node.right()));
        boolean integers = isInteger(node.left()) && isInteger(node.right());
        if (node.operator() == ArithmeticOperator.MODULO && !integers) {
            writer.require(Capability.DECIMAL_MODULO, "operator % for decimals");
        }
        return node.operator() == ArithmeticOperator.DIVIDED_BY && integers
                ? dialect.integerDivision()
                : node.operator().sql();
    }

    private static boolean isInteger(Expression<?> operand) {
        return switch (kind(operand)) {
            case SMALLINT, INTEGER, BIGINT -> true;
            default -> false;
        };
    }

    @Override
    public void visit(Concat node) {
        Expression<?>[] operands = node.operands().toArray(Expression<?>[]::new);
        if (dialect.concatenatesByFunction()) {
            writer.text("concat(");
            comparing(() -> writer.list(node.operands(), ", ", this::render), operands);
            writer.text(")");
            return;
        }
        comparing(() -> writer.list(node.operands(), " || ", operand -> bracketed(operand, Precedence.ATOM)), operands);
    }

    @Override
    public void visit(FunctionCall<?> node) {
        if (OF_NUMBERS.contains(node.name().toLowerCase(Locale.ROOT))) {
            requireNumbers("function " + node.name(), node.arguments());
        }
        if (node.name().equals("grouping")) {
            writer.require(Capability.GROUPING_FUNCTION, "grouping(…)");
        }
        call(node, () -> {});
    }

    /** A call, with what comes behind its arguments. */
    void call(FunctionCall<?> node, Runnable behind) {
        writer.text(node.name()).text(node.distinct() ? "(DISTINCT " : "(");
        Expression<?>[] arguments = node.arguments().toArray(Expression<?>[]::new);
        boolean lone = node.arguments().stream().allMatch(ExpressionRendering::isBound);
        comparing(
                () -> writer.list(node.arguments(), ", ", argument -> {
                    if (lone) {
                        typed(argument);
                    } else {
                        render(argument);
                    }
                }),
                arguments);
        behind.run();
        writer.text(")");
    }

    @Override
    public void visit(StandardFunction<?> node) {
        functions.write(node);
    }

    @Override
    public void visit(TypeCoercion<?> node) {
        render(node.operand());
    }

    @Override
    public void visit(Collated node) {
        writer.require(Capability.COLLATE, "COLLATE");
        writer.text("(");
        bracketed(node.operand(), Precedence.ATOM);
        writer.text(" COLLATE ").name(node.collation()).text(")");
    }

    @Override
    public void visit(SimpleCase<?> node) {
        writer.text("CASE ");
        Expression<?> subject = node.subject();
        comparing(
                () -> {
                    bracketed(subject, Precedence.ATOM);
                    for (SimpleCase.Branch<?> branch : node.branches()) {
                        writer.text(" WHEN ");
                        bracketed(branch.key(), Precedence.ATOM);
                        writer.text(" THEN ");
                        withColumn(null, () -> render(branch.value()));
                    }
                },
                subject);
        if (node.otherwise() != null) {
            writer.text(" ELSE ");
            render(node.otherwise());
        }
        writer.text(" END");
    }

    @Override
    public void visit(JsonExtraction<?> node) {
        functions.write(node);
    }

    @Override
    public void visit(Truth node) {
        render(node.value());
    }

    @Override
    public void visit(CountAll node) {
        writer.text("count(*)");
    }

    @Override
    public void visit(NextValue node) {
        writer.nextValue(node.sequence());
    }

    @Override
    public void visit(Cast<?> node) {
        writer.text("CAST(");
        render(node.operand());
        writer.text(" AS ").text(dialect.typeName(node.type().storage())).text(")");
    }

    @Override
    public void visit(Case<?> node) {
        writer.text("CASE");
        for (Case.Branch<?> branch : node.branches()) {
            writer.text(" WHEN ");
            render(branch.condition());
            writer.text(" THEN ");
            render(branch.value());
        }
        if (node.otherwise() != null) {
            writer.text(" ELSE ");
            render(node.otherwise());
        }
        writer.text(" END");
    }

    @Override
    public void visit(ScalarSubquery<?> node) {
        subquery(node.query());
    }

    @Override
    public void visit(Label<?> node) {
        render(node.labelled());
    }

    @Override
    public void visit(RawExpression<?> node) {
        writer.text(node.sql());
    }

    @Override
    public void visit(Comparison node) {
        ComparisonOperator operator = node.operator();
        switch (operator) {
            case LT, LE, GT, GE -> requireNumbers("operator " + operator.sql(), List.of(node.left(), node.right()));
            default -> {}
        }
        if (node.right() instanceof Quantified<?> values) {
            quantified(node, values);
            return;
        }
        String nullSafe = dialect.nullSafeEquals();
        switch (operator) {
            case IS_DISTINCT_FROM -> {
                if (nullSafe == null) {
                    compare(node, operator.sql());
                } else {
                    writer.text("(NOT (");
                    compare(node, nullSafe);
                    writer.text("))");
                }
            }
            case IS_NOT_DISTINCT_FROM -> compare(node, nullSafe == null ? operator.sql() : nullSafe);
            default -> compare(node, operator.sql());
        }
    }

    private void compare(Comparison node, String operator) {
        comparing(
                () -> {
                    beside(node.left(), node.right(), Precedence.CONCAT);
                    writer.text(" " + operator + " ");
                    beside(node.right(), node.left(), Precedence.CONCAT);
                },
                node.left(),
                node.right());
    }

    @Override
    public void visit(Logical node) {
        joined(node.operator(), node.operands());
    }

    @Override
    public void visit(Not node) {
        writer.text("NOT ");
        bracketed(node.operand(), node.operand() instanceof Exists ? Precedence.ANY : Precedence.ATOM);
    }

    void isNull(Expression<?> operand) {
        visit(new IsNull(operand, false));
    }

    @Override
    public void visit(IsNull node) {
        bracketed(node.operand(), Precedence.CONCAT);
        writer.text(node.negated() ? " IS NOT NULL" : " IS NULL");
    }

    @Override
    public void visit(InList node) {
        if (node.elements().isEmpty()) {
            writer.text(node.negated() ? ALWAYS : NEVER);
            return;
        }
        comparing(
                () -> {
                    bracketed(node.operand(), Precedence.CONCAT);
                    writer.text(node.negated() ? " NOT IN (" : " IN (");
                    if (node.operand() instanceof ColumnRef
                            && node.elements().stream().allMatch(element -> kind(element) == kind(node.operand()))) {
                        bare(() -> elements(node));
                    } else {
                        elements(node);
                    }
                    writer.text(")");
                },
                node.operand());
    }

    private void elements(InList node) {
        BoundList list = structure.list(node);
        if (list == null) {
            writer.list(node.elements(), ", ", this::render);
            return;
        }
        bound(list, node.elements().get(0).type());
    }

    void bound(BoundList list, Type<?> type) {
        for (int index = 0; index < list.size(); index++) {
            writer.text(index == 0 ? "" : ", ");
            bind(true, list.position() + index, type);
        }
    }

    @Override
    public void visit(InSubquery node) {
        bracketed(node.operand(), Precedence.CONCAT);
        writer.text(node.negated() ? " NOT IN " : " IN ");
        compared(node.query());
    }

    @Override
    public void visit(Like node) {
        comparing(
                () -> {
                    boolean lower = node.ignoringCase() && !dialect.has(Capability.ILIKE);
                    lowered(node.operand(), lower);
                    writer.text(node.negated() ? " NOT" : "");
                    writer.text(node.ignoringCase() && !lower ? " ILIKE " : " LIKE ");
                    bare(() -> lowered(node.pattern(), lower));
                    writer.text(node.escaped() ? " ESCAPE '" + Like.ESCAPE + "'" : dialect.likeWithoutEscape());
                },
                node.operand());
    }

    private void lowered(Expression<String> text, boolean lower) {
        if (lower) {
            writer.text("lower(");
            render(text);
            writer.text(")");
        } else {
            bracketed(text, Precedence.CONCAT);
        }
    }

    @Override
    public void visit(Between node) {
        requireNumbers("operator BETWEEN", List.of(node.operand(), node.low(), node.high()));
        comparing(
                () -> {
                    bracketed(node.operand(), Precedence.CONCAT);
                    writer.text(node.negated() ? " NOT BETWEEN " : " BETWEEN ");
                    beside(node.low(), node.operand(), Precedence.CONCAT);
                    writer.text(" AND ");
                    beside(node.high(), node.operand(), Precedence.CONCAT);
                },
                node.operand());
    }

    @Override
    public void visit(Exists node) {
        writer.text("EXISTS ");
        subquery(node.query());
    }

    @Override
    public void visit(Over<?> node) {
        windows.over(node);
    }

    @Override
    public void visit(Filtered<?> node) {
        windows.filtered(node);
    }

    @Override
    public void visit(OrderedAggregate<?> node) {
        windows.ordered(node);
    }

    @Override
    public void visit(StringAgg node) {
        windows.stringAgg(node);
    }

    private void quantified(Comparison node, Quantified<?> values) {
        switch (node.operator()) {
            case EQ, NE, LT, LE, GT, GE -> {}
            default -> visit(values);
        }
        writer.require(Capability.QUANTIFIED_COMPARISON, values.isAll() ? "ALL" : "ANY");
        bracketed(node.left(), Precedence.CONCAT);
        writer.text(" " + node.operator().sql() + (values.isAll() ? " ALL " : " ANY "));
        compared(values.query());
    }

    /** Not what a comparison has on its right side. */
    @Override
    public void visit(Quantified<?> node) {
        throw new UsageException(
                "DVT-SQL-CONDITION",
                (node.isAll() ? "all(…)" : "any(…)") + " stands only on the right of eq, ne, lt, le, gt and ge");
    }

    private void row(RowValue row) {
        row(row, row);
    }

    /** A row of values, each of which belongs to the column that it is compared with. */
    private void row(RowValue row, RowValue compared) {
        writer.text("(");
        for (int index = 0; index < row.values().size(); index++) {
            Expression<?> value = row.values().get(index);
            writer.text(index == 0 ? "" : ", ");
            comparing(() -> render(value), value, compared.values().get(index));
        }
        writer.text(")");
    }

    @Override
    public void visit(RowComparison node) {
        row(node.left());
        writer.text(" " + node.operator().sql() + " ");
        row(node.right(), node.left());
    }

    @Override
    public void visit(RowInList node) {
        if (node.elements().isEmpty()) {
            writer.text(node.negated() ? ALWAYS : NEVER);
            return;
        }
        row(node.operand());
        writer.text(node.negated() ? " NOT IN (" : " IN (");
        writer.text(dialect.has(Capability.ROW_IN_LIST) ? "" : "VALUES ");
        writer.list(node.elements(), ", ", element -> row(element, node.operand()))
                .text(")");
    }

    @Override
    public void visit(RowInSubquery node) {
        row(node.operand());
        writer.text(node.negated() ? " NOT IN " : " IN ");
        compared(node.query());
    }

    @Override
    public void visit(CustomExpression<?> node) {
        node.write(this);
    }

    @Override
    public SqlOutput sql(String text) {
        writer.text(text);
        return this;
    }

    @Override
    public SqlOutput operand(Operand<?> operand) {
        bracketed(operand.expression(), Precedence.ATOM);
        return this;
    }

    @Override
    public SqlOutput variant(Consumer<SqlOutput> standard, Map<String, Consumer<SqlOutput>> variants) {
        variants.getOrDefault(dialect.name(), standard).accept(this);
        return this;
    }

    @Override
    public SqlOutput refuse(String name, String reason) {
        if (dialect.name().equals(name)) {
            throw new UsageException("DVT-SQL-UNSUPPORTED", name + " cannot have this: " + reason);
        }
        return this;
    }

    @Override
    public SqlOutput query(Query<?> query) {
        subquery(query);
        return this;
    }
}
