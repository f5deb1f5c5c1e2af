package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is written by hand, with named parameters. Immutable and thread-safe: each method gives a new one.
 * What in the text is a parameter, and what is a string or a comment, is found out when it is sent, for strings and
 * comments differ from one database to another.
 *
 * <pre>{@code
 * sql("UPDATE doc SET ver = ver + 1 WHERE id IN (:ids)").bind("ids", List.of(1, 2))
 * sql("SELECT id, name FROM doc WHERE ver > :ver").bind("ver", 3).columns(INTEGER, TEXT)
 * }</pre>
 */
public final class RawStatement implements Statement {
    private final String text;
    private final Map<String, Binding> bindings;

    private RawStatement(String text, Map<String, Binding> bindings) {
        this.text = text;
        this.bindings = bindings;
    }

    static RawStatement of(String sql) {
        return new RawStatement(sql, Map.of());
    }

    /**
     * What a parameter stands for.
     *
     * @param values one, or those of a list
     * @param type the type of the values of a list, null for what is no list
     */
    public record Binding(
            List<Expression<?>> values, @Nullable Type<?> type) {
        /** Copies the list. */
        public Binding {
            values = List.copyOf(values);
        }
    }

    /**
     * Gives a parameter its value, or its list of values: {@code IN (:ids)}.
     *
     * @param name the name, without the colon
     * @param value a value of a class that has a type of its own, an operand, or a collection of values that is not empty
     * @return the new statement
     * @throws UsageException if there is no such parameter ({@code DVT-SQL-PARAMETER}), or the class has no type of its
     *     own ({@code DVT-TYPE-CLASS})
     */
    public RawStatement bind(String name, Object value) {
        if (value instanceof Collection<?> values) {
            return bindAll(name, values);
        }
        return bind(name, value instanceof Operand<?> operand ? operand : Value.of(value));
    }

    private RawStatement bindAll(String name, Collection<?> values) {
        if (values.isEmpty()) {
            throw new UsageException(
                    "DVT-SQL-PARAMETER",
                    "the list for :" + name + " is empty, and says nothing of its type: call bind(name, values, type)");
        }
        List<Expression<?>> nodes = new ArrayList<>();
        values.forEach(value -> nodes.add(Value.of(value)));
        return with(name, new Binding(nodes, nodes.get(0).type()));
    }

    /**
     * Gives a parameter its list of values: {@code IN (:ids)}. An empty list is a query without rows.
     *
     * @param <T> the Java class of the values
     * @param name the name, without the colon
     * @param values the values
     * @param type their type
     * @return the new statement
     * @throws UsageException if there is no such parameter; code {@code DVT-SQL-PARAMETER}
     */
    public <T> RawStatement bind(String name, Collection<? extends T> values, Type<T> type) {
        List<Expression<?>> nodes = new ArrayList<>();
        values.forEach(value -> nodes.add(new Value<T>(value, type)));
        return with(name, new Binding(nodes, type));
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
        return with(name, new Binding(List.of(value.expression()), null));
    }

    private RawStatement with(String name, Binding binding) {
        if (!text.contains(":" + name)) {
            throw new UsageException("DVT-SQL-PARAMETER", "the statement has no parameter :" + name);
        }
        Map<String, Binding> more = new LinkedHashMap<>(bindings);
        more.put(name, binding);
        return new RawStatement(text, more);
    }

    /**
     * Says of which type the column of the result is.
     *
     * @param <A> the class of value 1
     * @param type1 the type of column 1
     * @return the query
     */
    @SuppressWarnings("unchecked") // the only column is read as an A
    public <A> RawQuery<A> columns(Type<A> type1) {
        return RawQuery.byPosition(this, values -> (A) values[0], type1);
    }

    /**
     * Says of which types the columns of the result are.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param type1 the type of column 1
     * @param type2 the type of column 2
     * @return the query
     */
    public <A, B> RawQuery<Row2<A, B>> columns(Type<A> type1, Type<B> type2) {
        return RawQuery.byPosition(this, Row2::of, type1, type2);
    }

    /**
     * Says of which types the columns of the result are.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param type1 the type of column 1
     * @param type2 the type of column 2
     * @param type3 the type of column 3
     * @return the query
     */
    public <A, B, C> RawQuery<Row3<A, B, C>> columns(Type<A> type1, Type<B> type2, Type<C> type3) {
        return RawQuery.byPosition(this, Row3::of, type1, type2, type3);
    }

    /**
     * Says of which types the columns of the result are.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param type1 the type of column 1
     * @param type2 the type of column 2
     * @param type3 the type of column 3
     * @param type4 the type of column 4
     * @return the query
     */
    public <A, B, C, D> RawQuery<Row4<A, B, C, D>> columns(Type<A> type1, Type<B> type2, Type<C> type3, Type<D> type4) {
        return RawQuery.byPosition(this, Row4::of, type1, type2, type3, type4);
    }

    /**
     * Says of which types the columns of the result are.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param <E> the class of value 5
     * @param type1 the type of column 1
     * @param type2 the type of column 2
     * @param type3 the type of column 3
     * @param type4 the type of column 4
     * @param type5 the type of column 5
     * @return the query
     */
    public <A, B, C, D, E> RawQuery<Row5<A, B, C, D, E>> columns(
            Type<A> type1, Type<B> type2, Type<C> type3, Type<D> type4, Type<E> type5) {
        return RawQuery.byPosition(this, Row5::of, type1, type2, type3, type4, type5);
    }

    /**
     * Says of which types the columns of the result are.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param <E> the class of value 5
     * @param <F> the class of value 6
     * @param type1 the type of column 1
     * @param type2 the type of column 2
     * @param type3 the type of column 3
     * @param type4 the type of column 4
     * @param type5 the type of column 5
     * @param type6 the type of column 6
     * @return the query
     */
    public <A, B, C, D, E, F> RawQuery<Row6<A, B, C, D, E, F>> columns(
            Type<A> type1, Type<B> type2, Type<C> type3, Type<D> type4, Type<E> type5, Type<F> type6) {
        return RawQuery.byPosition(this, Row6::of, type1, type2, type3, type4, type5, type6);
    }

    /**
     * Says of which types the columns of the result are.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param <E> the class of value 5
     * @param <F> the class of value 6
     * @param <G> the class of value 7
     * @param type1 the type of column 1
     * @param type2 the type of column 2
     * @param type3 the type of column 3
     * @param type4 the type of column 4
     * @param type5 the type of column 5
     * @param type6 the type of column 6
     * @param type7 the type of column 7
     * @return the query
     */
    public <A, B, C, D, E, F, G> RawQuery<Row7<A, B, C, D, E, F, G>> columns(
            Type<A> type1, Type<B> type2, Type<C> type3, Type<D> type4, Type<E> type5, Type<F> type6, Type<G> type7) {
        return RawQuery.byPosition(this, Row7::of, type1, type2, type3, type4, type5, type6, type7);
    }

    /**
     * Says of which types the columns of the result are.
     *
     * @param <A> the class of value 1
     * @param <B> the class of value 2
     * @param <C> the class of value 3
     * @param <D> the class of value 4
     * @param <E> the class of value 5
     * @param <F> the class of value 6
     * @param <G> the class of value 7
     * @param <H> the class of value 8
     * @param type1 the type of column 1
     * @param type2 the type of column 2
     * @param type3 the type of column 3
     * @param type4 the type of column 4
     * @param type5 the type of column 5
     * @param type6 the type of column 6
     * @param type7 the type of column 7
     * @param type8 the type of column 8
     * @return the query
     */
    public <A, B, C, D, E, F, G, H> RawQuery<Row8<A, B, C, D, E, F, G, H>> columns(
            Type<A> type1,
            Type<B> type2,
            Type<C> type3,
            Type<D> type4,
            Type<E> type5,
            Type<F> type6,
            Type<G> type7,
            Type<H> type8) {
        return RawQuery.byPosition(this, Row8::of, type1, type2, type3, type4, type5, type6, type7, type8);
    }

    /**
     * Says of which types the columns of the result are.
     *
     * @param types the types, in order
     * @return the query
     */
    public RawQuery<Row> columns(List<? extends Type<?>> types) {
        return RawQuery.byPosition(this, types);
    }

    /**
     * Says of which types the columns of the result are.
     *
     * @param types the types, in order
     * @return the query
     */
    public RawQuery<Row> columns(Type<?>... types) {
        return columns(List.of(types));
    }

    /**
     * Names a column of the result, which may be anywhere in it.
     *
     * @param name its name there
     * @param type its type
     * @return the query, which takes more columns
     */
    public RawQuery<Row> column(String name, Type<?> type) {
        return RawQuery.byName(this, name, type);
    }

    /**
     * The text as it was written.
     *
     * @return trusted SQL with {@code :name} parameters
     */
    public String text() {
        return text;
    }

    /**
     * What the parameters stand for.
     *
     * @return the values by name, in the order in which they were given
     */
    public Map<String, Binding> bindings() {
        return new LinkedHashMap<>(bindings);
    }

    @Override
    public void accept(StatementVisitor visitor) {
        visitor.visit(this);
    }
}
