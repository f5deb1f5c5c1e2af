package dev.dovetail.schema;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Other names for schemas; null stands for the connection's default one. */
record SchemaNames(UnaryOperator<@Nullable String> names) {
    @Nullable
    String of(@Nullable String schema) {
        return names.apply(schema);
    }

    Sequence of(Sequence sequence) {
        return sequence.inSchema(of(sequence.schema()));
    }

    /** A foreign key that names no schema follows its table. */
    TableElement of(TableElement element) {
        if (element instanceof ForeignKeyDefinition foreignKey && foreignKey.referencedSchema() != null) {
            return foreignKey.inSchema(of(foreignKey.referencedSchema()));
        }
        return element instanceof ColumnDefinition<?> column ? column.in(this) : element;
    }
}
