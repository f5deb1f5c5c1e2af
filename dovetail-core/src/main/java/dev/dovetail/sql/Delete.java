package dev.dovetail.sql;

import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes rows of a table: all of them, unless {@code where} says which. Immutable and thread-safe: each method gives a
 * new statement.
 */
public final class Delete implements Write {
    private final Table table;
    private final List<Expression<Boolean>> where;

    private Delete(Table table, List<Expression<Boolean>> where) {
        this.table = table;
        this.where = List.copyOf(where);
    }

    static Delete from(Table table) {
        return new Delete(table, List.of());
    }

    /**
     * Deletes only the rows for which all conditions hold, these and those given before.
     *
     * @param conditions the conditions
     * @return the new statement
     */
    @SafeVarargs
    public final Delete where(Operand<Boolean>... conditions) {
        List<Expression<Boolean>> more = new ArrayList<>(where);
        for (Operand<Boolean> condition : conditions) {
            more.add(condition.expression());
        }
        return new Delete(table, more);
    }

    @Override
    public Table table() {
        return table;
    }

    /**
     * The WHERE clause.
     *
     * @return the conditions, all of which must hold
     */
    public List<Expression<Boolean>> where() {
        return where;
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
