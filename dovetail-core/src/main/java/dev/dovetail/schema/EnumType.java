package dev.dovetail.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of the database whose values are some words, in their order. A column has it by
 * {@link dev.dovetail.type.Types#NATIVE}.
 *
 * @param schema the schema that it is in, null for the connection's default one
 * @param name its name
 * @param values the words, in order
 */
public record EnumType(@Nullable String schema, String name, List<String> values) implements SchemaObject {
    /** Copies the list. */
    public EnumType {
        values = List.copyOf(values);
    }

    /**
     * A type.
     *
     * @param name its name
     * @param values the words, in order
     * @return the type
     */
    public static EnumType of(String name, String... values) {
        return new EnumType(null, name, List.of(values));
    }

    @Override
    public EnumType inSchema(@Nullable String newSchema) {
        return new EnumType(newSchema, name, values);
    }

    /** The name, with the schema if there is one. */
    @Override
    public String toString() {
        return Table.qualified(schema, name);
    }
}
