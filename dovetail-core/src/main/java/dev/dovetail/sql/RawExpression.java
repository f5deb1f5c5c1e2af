package dev.dovetail.sql;

import dev.dovetail.type.Type;
import java.util.Set;

/**
 * An expression that is written by hand.
 *
 * @param <T> the Java class of the result
 * @param sql trusted text; it becomes part of the SQL text as it is
 * @param type the type of the result
 */
public record RawExpression<T>(String sql, Type<T> type) implements Expression<T> {
    /** Refuses a question mark, which would take the value that belongs to the next one. */
    public RawExpression {
        NamedParameters.refuseQuestionMarks(sql, Set.of(RawSyntax.BACKTICKS));
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
