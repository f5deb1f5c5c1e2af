package dev.dovetail.orm.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the next flush would break.
 *
 * @param kind what it is
 * @param code the code of the error that the flush would end in
 * @param entity the object whose row it is
 * @param entityName the name of its entity
 * @param attributes the fields and relationships that are wrong, with dots within embedded records; what a form would mark
 * @param table the table
 * @param columns the columns, one for each of {@link #values()}
 * @param values the values that the flush would write; sensitive ones are redacted
 * @param constraint the name of the constraint, null where a type or the session refuses
 * @param others other objects of the session that have to do with it: who has the same unique value, the parent that is
 *     deleted
 * @param message what is wrong, in one line
 */
public record Problem(
        ProblemKind kind,
        String code,
        Object entity,
        String entityName,
        List<String> attributes,
        String table,
        List<String> columns,
        List<@Nullable Object> values,
        @Nullable String constraint,
        List<Object> others,
        String message) {

    /** Copies the lists. */
    public Problem {
        attributes = List.copyOf(attributes);
        columns = List.copyOf(columns);
        values = Collections.unmodifiableList(new ArrayList<>(values));
        others = List.copyOf(others);
    }

    /** As a line of a report. */
    @Override
    public String toString() {
        return "[" + code + "] " + message;
    }
}
