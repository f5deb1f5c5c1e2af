package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to something in a JSON value. Immutable: each method gives a new path. What leads nowhere is NULL, and so is a
 * JSON null.
 */
public final class JsonPath {
    private final Expression<?> document;
    private final List<Object> steps;

    private JsonPath(Expression<?> document, List<Object> steps) {
        this.document = document;
        this.steps = steps;
    }

    static JsonPath of(Operand<?> document) {
        return new JsonPath(document.expression(), List.of());
    }

    /**
     * A member of an object.
     *
     * @param name its name; bound, never written into the text
     * @return the longer path
     * @throws UsageException if the name has a quotation mark or a backslash, which databases read differently in a path;
     *     code {@code DVT-SQL-JSON}
     */
    public JsonPath member(String name) {
        if (name.indexOf('"') >= 0 || name.indexOf('\\') >= 0) {
            throw new UsageException(
                    "DVT-SQL-JSON",
                    "a path into JSON takes no member named " + name + ": databases read it differently");
        }
        return new JsonPath(document, Lists.append(steps, name));
    }

    /**
     * An element of an array.
     *
     * @param position counted from 0
     * @return the longer path
     * @throws UsageException if it is negative; code {@code DVT-SQL-JSON}
     */
    public JsonPath element(int position) {
        if (position < 0) {
            throw new UsageException("DVT-SQL-JSON", "elements are counted from 0, and " + position + " is less");
        }
        return new JsonPath(document, Lists.append(steps, position));
    }

    /**
     * What the path leads to, as text: a JSON string without its quotes, a number or a boolean as it is written.
     *
     * @return the text
     */
    public TextOperand text() {
        return new TextView(extraction(true, Types.TEXT));
    }

    /**
     * What the path leads to, as a number.
     *
     * @param <N> the Java class of the number
     * @param type its type
     * @return the number
     */
    public <N extends Number> NumericOperand<N> number(Type<N> type) {
        return new NumericView<>(new Cast<>(extraction(true, Types.TEXT), type));
    }

    /**
     * What the path leads to, as JSON.
     *
     * @param <T> the Java class of the JSON
     * @param type the type that it is read as
     * @return the JSON
     */
    public <T> Expression<T> json(Type<T> type) {
        return extraction(false, type);
    }

    private <T> Expression<T> extraction(boolean asText, Type<T> type) {
        StringBuilder path = new StringBuilder("$");
        List<Value<String>> keys = new ArrayList<>();
        for (Object step : steps) {
            path.append(step instanceof Integer ? "[" + step + "]" : ".\"" + step + "\"");
            keys.add(Value.of(step.toString()));
        }
        return new JsonExtraction<>(document, steps, Value.of(path.toString()), keys, asText, type);
    }
}
