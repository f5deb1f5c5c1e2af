package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is written by hand, with named parameters. Immutable and thread-safe: each method gives a new one.
 *
 * <pre>{@code sql("UPDATE doc SET ver = ver + 1 WHERE id = :id").bind("id", 1)}</pre>
 */
public final class RawStatement implements Statement {
    private final NamedParameters text;
    private final Map<String, Expression<?>> bindings;
    private final List<Type<?>> columns;

    private RawStatement(NamedParameters text, Map<String, Expression<?>> bindings, List<Type<?>> columns) {
        this.text = text;
        this.bindings = bindings;
        this.columns = List.copyOf(columns);
    }

    static RawStatement of(String sql) {
        return new RawStatement(NamedParameters.parse(sql), Map.of(), List.of());
    }

    /**
     * Gives a parameter its value.
     *
     * @param name the name, without the colon
     * @param value a value of a class that has a type of its own
     * @return the new statement
     * @throws UsageException if there is no such parameter ({@code DVT-SQL-PARAMETER}), or the class has no type of its
     *     own ({@code DVT-TYPE-CLASS})
     */
    public RawStatement bind(String name, Object value) {
        return bind(name, value instanceof Operand<?> operand ? operand : Value.of(value));
    }

    /**
     * Gives a parameter its value.
     *
     * @param <T> the Java class of the value
     * @param name the name, without the colon
     * @param value the value, null for NULL
     * @param type its type
     * @return the new statement
     * @throws UsageException if there is no such parameter; code {@code DVT-SQL-PARAMETER}
     */
    public <T> RawStatement bind(String name, @Nullable T value, Type<T> type) {
        return bind(name, new Value<>(value, type));
    }

    /**
     * Gives a parameter its value.
     *
     * @param name the name, without the colon
     * @param value an operand, such as a {@link Parameter}
     * @return the new statement
     * @throws UsageException if there is no such parameter; code {@code DVT-SQL-PARAMETER}
     */
    public RawStatement bind(String name, Operand<?> value) {
        if (!text.names().contains(name)) {
            throw new UsageException(
                    "DVT-SQL-PARAMETER", "the statement has no parameter :" + name + "; it has " + text.names());
        }
        Map<String, Expression<?>> more = new LinkedHashMap<>(bindings);
        more.put(name, value.expression());
        return new RawStatement(text, Map.copyOf(more), columns);
    }

    /**
     * Says of which types the columns of the result are.
     *
     * @param types the types, in order
     * @return the new statement
     */
    public RawStatement columns(Type<?>... types) {
        return new RawStatement(text, bindings, List.of(types));
    }

    /**
     * The pieces of text between the parameters: one more than there are {@link #parameters}.
     *
     * @return the pieces, in order
     */
    public List<String> texts() {
        return text.texts();
    }

    /**
     * What is bound between the pieces of text.
     *
     * @return the expressions, in order; one for each time that a name stands in the text
     * @throws UsageException if a parameter was given no value; code {@code DVT-SQL-PARAMETER}
     */
    public List<Expression<?>> parameters() {
        List<Expression<?>> parameters = new ArrayList<>();
        for (String name : text.names()) {
            Expression<?> value = bindings.get(name);
            if (value == null) {
                throw new UsageException(
                        "DVT-SQL-PARAMETER", "parameter :" + name + " has no value: call bind(\"" + name + "\", …)");
            }
            parameters.add(value);
        }
        return parameters;
    }

    /**
     * The types of the columns of the result.
     *
     * @return the types, none if they were not given
     */
    public List<Type<?>> columns() {
        return columns;
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
