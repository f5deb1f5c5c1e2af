package dev.dovetail.schema;

import org.jspecify.annotations.Nullable;

/** What {@link MetaData} is made of. */
public sealed interface SchemaObject permits Table, Sequence, EnumType, View {
    /**
     * The schema that it is in.
     *
     * @return the schema, null for the connection's default one
     */
    @Nullable
    String schema();

    /**
     * The name.
     *
     * @return the name without the schema
     */
    String name();

    /**
     * The same in another schema.
     *
     * @param schema the schema, null for the connection's default one
     * @return the copy
     */
    SchemaObject inSchema(@Nullable String schema);
}
