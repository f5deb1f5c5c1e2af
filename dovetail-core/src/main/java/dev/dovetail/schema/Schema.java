package dev.dovetail.schema;

import dev.dovetail.type.Type;
import java.util.List;
import java.util.stream.Stream;

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
        return new PrimaryKeyDefinition(null, List.of(columns), Deferral.NOT_DEFERRABLE);
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
                MatchType.SIMPLE,
                Deferral.NOT_DEFERRABLE);
    }

    /**
     * A unique constraint.
     *
     * @param columns their names, in order
     * @return the definition
     */
    public static UniqueDefinition unique(String... columns) {
        return new UniqueDefinition(null, List.of(columns), false, Deferral.NOT_DEFERRABLE);
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
        return IndexDefinition.of(Stream.of(columns).map(Schema::part).toList());
    }

    /**
     * An index of columns and expressions.
     *
     * @param parts what it is sorted by, in order
     * @return the definition
     */
    public static IndexDefinition index(IndexPart... parts) {
        return IndexDefinition.of(List.of(parts));
    }

    /**
     * A column of an index.
     *
     * @param column its name
     * @return the part
     */
    public static IndexPart part(String column) {
        return IndexPart.of(column, false);
    }

    /**
     * An expression of an index.
     *
     * @param sql a trusted SQL expression, such as {@code lower(name)}; it becomes part of the DDL
     * @return the part
     */
    public static IndexPart expression(String sql) {
        return IndexPart.of(sql, true);
    }

    /**
     * An exclusion constraint; go on with {@link ExclusionDefinition#with(String, String)}.
     *
     * @param method the kind of index that checks it, such as {@code gist}
     * @return the definition
     */
    public static ExclusionDefinition exclude(String method) {
        return new ExclusionDefinition(null, method, List.of(), null, Deferral.NOT_DEFERRABLE);
    }
}
