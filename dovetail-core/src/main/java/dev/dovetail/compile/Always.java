package dev.dovetail.compile;

import dev.dovetail.sql.Expression;
import dev.dovetail.sql.RawExpression;
import dev.dovetail.type.Types;

/** A condition that always holds, as every database takes it. */
final class Always {
    static final Expression<Boolean> TRUE = new RawExpression<>("1 = 1", Types.BOOLEAN);

    private Always() {}
}
