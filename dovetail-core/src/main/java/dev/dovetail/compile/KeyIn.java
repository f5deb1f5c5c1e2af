package dev.dovetail.compile;

import dev.dovetail.sql.CustomExpression;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Query;
import dev.dovetail.sql.SqlOutput;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.util.List;

/** Whether a key, of one column or several, is one that a query gives. */
record KeyIn(List<Expression<?>> key, Query<?> query) implements CustomExpression<Boolean> {
    @Override
    public Type<Boolean> type() {
        return Types.BOOLEAN;
    }

    @Override
    public void write(SqlOutput output) {
        output.sql(key.size() == 1 ? "" : "(");
        for (int index = 0; index < key.size(); index++) {
            output.sql(index == 0 ? "" : ", ").operand(key.get(index));
        }
        output.sql(key.size() == 1 ? " IN " : ") IN ").query(query);
    }
}
