package dev.dovetail.sql;

/**
 * One method for each kind of expression, none with a default: what walks the tree knows all of it, or does not
 * compile.
 */
public interface ExpressionVisitor {
    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(ColumnRef<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(DerivedColumn<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Value<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Parameter<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(DefaultValue<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Excluded<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Arithmetic<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Concat node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(FunctionCall<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(StandardFunction<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(TypeCoercion<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Collated node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(SimpleCase<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(JsonExtraction<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Truth node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(CountAll node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(NextValue node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Cast<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Case<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(ScalarSubquery<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Label<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(RawExpression<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Comparison node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Logical node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Not node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(IsNull node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(InList node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(InSubquery node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Like node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Between node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Exists node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Over<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Filtered<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(OrderedAggregate<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(StringAgg node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(Quantified<?> node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(RowComparison node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(RowInList node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(RowInSubquery node);

    /**
     * Visits a node.
     *
     * @param node the node
     */
    void visit(CustomExpression<?> node);
}
