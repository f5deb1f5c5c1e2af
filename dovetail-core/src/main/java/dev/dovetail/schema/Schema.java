package dev.dovetail.schema;

import dev.dovetail.type.Type;
import java.util.List;

/** The words in which tables are declared; meant for static import. */
public final class Schema {
    private Schema() {}

    /**
     * A column.
     *
     * @param <J> the Java class of its values
     * @param name its name
     * @param type its type, see {@link dev.dovetail.type.Types}
     * @return the definition, nullable until it says otherwise
     */
    public static <J> ColumnDefinition<J> column(String name, Type<J> type) {
        return ColumnDefinition.of(name, type);
    }

    /**
     * A primary key of several columns.
     *
     * @param columns their names, in order
     * @return the definition
     */
    public static PrimaryKeyDefinition primaryKey(String... columns) {
        return new PrimaryKeyDefinition(null, List.of(columns));
    }

    /**
     * A foreign key; go on with {@link ForeignKeyDefinition#references}.
     *
     * @param columns the names of the referencing columns, in order
     * @return the definition
     */
    public static ForeignKeyDefinition foreignKey(String... columns) {
        return new ForeignKeyDefinition(
                null,
                List.of(columns),
                null,
                "",
                List.of(),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                false,
                false);
    }

    /**
     * A unique constraint.
     *
     * @param columns their names, in order
     * @return the definition
     */
    public static UniqueDefinition unique(String... columns) {
        return new UniqueDefinition(null, List.of(columns));
    }

    /**
     * A check of the whole row.
     *
     * @param name the name of the constraint
     * @param sql a trusted SQL condition; it becomes part of the DDL
     * @return the definition
     */
    public static CheckDefinition check(String name, String sql) {
        return new CheckDefinition(name, List.of(), sql);
    }

    /**
     * An index.
     *
     * @param columns the names of its columns, in order
     * @return the definition
     */
    public static IndexDefinition index(String... columns) {
        return new IndexDefinition(null, List.of(columns), false);
    }
}
