package dev.dovetail.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint before it belongs to a table. Immutable: each method gives a new definition.
 *
 * @param name its name, null for the one that the convention gives
 * @param method the kind of index that checks it
 * @param elements what is compared, and how
 * @param where the trusted SQL condition of the rows that count, null for all
 * @param deferral when it is checked
 */
public record ExclusionDefinition(
        @Nullable String name,
        String method,
        List<ExclusionElement> elements,
        @Nullable String where,
        Deferral deferral)
        implements TableElement {
    /** Copies the list. */
    public ExclusionDefinition {
        elements = List.copyOf(elements);
    }

    /**
     * Compares a column.
     *
     * @param column its name
     * @param operator a trusted SQL operator
     * @return the new definition
     */
    public ExclusionDefinition with(String column, String operator) {
        return with(IndexPart.of(column, false), operator);
    }

    /**
     * Compares a column or an expression.
     *
     * @param part the column or expression
     * @param operator a trusted SQL operator
     * @return the new definition
     */
    public ExclusionDefinition with(IndexPart part, String operator) {
        List<ExclusionElement> more = new ArrayList<>(elements);
        more.add(new ExclusionElement(part, operator));
        return new ExclusionDefinition(name, method, more, where, deferral);
    }

    /**
     * Names the constraint.
     *
     * @param constraint the name
     * @return the new definition
     */
    public ExclusionDefinition named(String constraint) {
        return new ExclusionDefinition(constraint, method, elements, where, deferral);
    }

    /**
     * Counts some rows only.
     *
     * @param sql a trusted SQL condition; it becomes part of the DDL
     * @return the new definition
     */
    public ExclusionDefinition where(String sql) {
        return new ExclusionDefinition(name, method, elements, sql, deferral);
    }

    /**
     * Lets a transaction put off the check.
     *
     * @param deferred whether it is put off unless the transaction says otherwise
     * @return the new definition
     */
    public ExclusionDefinition deferrable(boolean deferred) {
        return new ExclusionDefinition(name, method, elements, where, Deferral.deferrable(deferred));
    }
}
