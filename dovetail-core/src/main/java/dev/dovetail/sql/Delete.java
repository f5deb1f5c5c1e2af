package dev.dovetail.sql;

import dev.dovetail.schema.Table;
import java.util.List;

/**
 * Deletes rows of a table: all of them, unless {@code where} says which. Immutable and thread-safe: each method gives a
 * new statement.
 */
public final class Delete implements Write {
    private final Restriction restriction;

    private Delete(Restriction restriction) {
        this.restriction = restriction;
    }

    static Delete from(TableSource target) {
        return new Delete(Restriction.none(target));
    }

    /**
     * Deletes only the rows for which all conditions hold, these and those given before.
     *
     * @param conditions the conditions
     * @return the new statement
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Delete where(Operand<Boolean>... conditions) {
        return new Delete(restriction.where(List.of(conditions)));
    }

    /**
     * Takes other sources in, whose columns the conditions can name. At least one condition should
     * join them to the table: which of several rows that fit counts is the database's choice.
     *
     * @param sources the sources, apart from the table itself
     * @return the new statement
     */
    public Delete using(SourceLike... sources) {
        return new Delete(restriction.sources(sources));
    }

    /**
     * Says which rows come first, for {@link #limit}.
     *
     * @param terms the terms; those given before count first
     * @return the new statement
     */
    public Delete orderBy(OrderTerm... terms) {
        return new Delete(restriction.orderBy(terms));
    }

    /**
     * Takes no more than some rows, the first by {@link #orderBy}.
     *
     * @param rows the greatest number
     * @return the new statement
     */
    public Delete limit(long rows) {
        return limit(Value.of(rows));
    }

    /**
     * Takes no more than some rows, the first by {@link #orderBy}.
     *
     * @param rows the greatest number, such as a {@link Parameter}
     * @return the new statement
     */
    public Delete limit(Operand<Long> rows) {
        return new Delete(restriction.limit(rows));
    }

    @Override
    public Table table() {
        return target().table();
    }

    @Override
    public TableSource target() {
        return restriction.target();
    }

    /**
     * Which rows are meant.
     *
     * @return the target, the other sources, the conditions, the order and the limit
     */
    public Restriction restriction() {
        return restriction;
    }

    /**
     * The WHERE clause.
     *
     * @return the conditions, all of which must hold
     */
    public List<Expression<Boolean>> where() {
        return restriction.where();
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
