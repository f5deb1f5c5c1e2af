package dev.dovetail.schema;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A counter of the database that belongs to no column: it gives each of its values once, and takes none back when a
 * transaction is rolled back. Its values are 64-bit integers.
 *
 * @param schema the schema that it is in, null for the connection's default one
 * @param name its name
 * @param options how it counts
 */
public record Sequence(@Nullable String schema, String name, SequenceOptions options) implements SchemaObject {
    /**
     * A sequence that counts as the database does when nothing is said.
     *
     * @param name its name
     * @return the sequence
     */
    public static Sequence of(String name) {
        return new Sequence(null, name, SequenceOptions.DEFAULT);
    }

    /**
     * A sequence.
     *
     * @param name its name
     * @param options says how it counts, such as {@code o -> o.startWith(1000).incrementBy(10)}
     * @return the sequence
     */
    public static Sequence of(String name, UnaryOperator<SequenceOptions> options) {
        return new Sequence(null, name, options.apply(SequenceOptions.DEFAULT));
    }

    @Override
    public Sequence inSchema(@Nullable String newSchema) {
        return new Sequence(newSchema, name, options);
    }

    /** The name, with the schema if there is one. */
    @Override
    public String toString() {
        return Table.qualified(schema, name);
    }
}
