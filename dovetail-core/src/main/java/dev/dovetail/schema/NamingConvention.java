package dev.dovetail.schema;

/**
 * How constraints and indexes are named that were given no name. In each pattern {@code {table}} stands for the name of
 * the table and {@code {columns}} for the names of the columns, joined by underscores.
 *
 * <p>Every constraint has a name that Dovetail knows, because that is how an error finds its constraint: names that
 * databases make up differ from one to the next.
 *
 * @param primaryKey pattern for primary keys
 * @param foreignKey pattern for foreign keys
 * @param unique pattern for unique constraints
 * @param check pattern for checks of a column
 * @param index pattern for indexes
 */
public record NamingConvention(String primaryKey, String foreignKey, String unique, String check, String index) {
    /**
     * {@code pk_child}, {@code fk_child_parent_id}, {@code uq_users_email}, {@code ck_users_age},
     * {@code ix_users_name}.
     */
    public static final NamingConvention DEFAULT = new NamingConvention(
            "pk_{table}",
            "fk_{table}_{columns}",
            "uq_{table}_{columns}",
            "ck_{table}_{columns}",
            "ix_{table}_{columns}");

    static String name(String pattern, String table, Iterable<String> columns) {
        return pattern.replace("{columns}", String.join("_", columns)).replace("{table}", table);
    }
}
