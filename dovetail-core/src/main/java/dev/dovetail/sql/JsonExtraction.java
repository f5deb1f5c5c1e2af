package dev.dovetail.sql;

import dev.dovetail.type.Type;
import java.util.List;

/**
 * What lies at a path in a JSON value; NULL where nothing does.
 *
 * @param <T> the Java class of the value
 * @param document the JSON value
 * @param steps the names of members, and the positions of elements, counted from 0
 * @param path the steps as one JSON path
 * @param keys the steps as texts, one each
 * @param asText whether a JSON string is given as its text, without quotes
 * @param type the type of the result
 */
public record JsonExtraction<T>(
        Expression<?> document,
        List<Object> steps,
        Value<String> path,
        List<Value<String>> keys,
        boolean asText,
        Type<T> type)
        implements Expression<T> {
    /** Copies the lists. */
    public JsonExtraction {
        steps = List.copyOf(steps);
        keys = List.copyOf(keys);
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
