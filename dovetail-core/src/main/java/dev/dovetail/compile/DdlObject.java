package dev.dovetail.compile;

import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a statement creates or drops.
 *
 * @param kind what it is
 * @param schema the schema that it is in, null for the connection's default one and for a schema
 * @param table the table that it belongs to, null if it stands for itself
 * @param name its name
 */
public record DdlObject(
        Kind kind, @Nullable String schema, @Nullable String table, String name) {
    /** Kinds of objects. */
    public enum Kind {
        /** A schema. */
        SCHEMA,
        /** A type. */
        TYPE,
        /** A sequence. */
        SEQUENCE,
        /** A table. */
        TABLE,
        /** An index. */
        INDEX,
        /** A foreign key. */
        FOREIGN_KEY,
        /** A view. */
        VIEW
    }

    static DdlObject of(Kind kind, SchemaObject object) {
        return new DdlObject(kind, object.schema(), null, object.name());
    }

    static DdlObject in(Kind kind, Table table, String name) {
        return new DdlObject(kind, table.schema(), table.name(), name);
    }
}
