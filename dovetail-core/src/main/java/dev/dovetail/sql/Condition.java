package dev.dovetail.sql;

import dev.dovetail.type.Type;
import dev.dovetail.type.Types;

/** An expression that is true, false or unknown. */
public sealed interface Condition extends Expression<Boolean>
        permits Truth,
                Comparison,
                Logical,
                Not,
                IsNull,
                InList,
                InSubquery,
                Like,
                Between,
                Exists,
                RowComparison,
                RowInList,
                RowInSubquery {
    @Override
    default Type<Boolean> type() {
        return Types.BOOLEAN;
    }

    /**
     * This condition and another.
     *
     * @param other the other
     * @return true where both are
     */
    default Condition and(Operand<Boolean> other) {
        return (Condition) Sql.and(this, other);
    }

    /**
     * This condition or another.
     *
     * @param other the other
     * @return true where one of them is
     */
    default Condition or(Operand<Boolean> other) {
        return (Condition) Sql.or(this, other);
    }

    /**
     * The opposite.
     *
     * @return true where this is false
     */
    default Condition not() {
        return new Not(this);
    }
}
