package dev.dovetail.dialect.h2;

import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.compile.IdentifierRules;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;

/**
 * H2's tables and foreign keys, https://h2database.com/html/systemtables.html.
 *
 * @param names how H2 stores names
 */
record H2Catalogue(IdentifierRules names) implements SchemaCatalogue {

    private static final String FOREIGN_KEYS_ENFORCED =
            "EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_type = 'FOREIGN KEY'"
                    + " AND enforced = '%s')";

    /**
     * For the whole database, other connections included; without a foreign key, nobody can see what it says.
     * https://h2database.com/html/commands.html#set_referential_integrity
     */
    static final ForeignKeySwitch CHECKS = new ForeignKeySwitch(
            "SET REFERENTIAL_INTEGRITY TRUE",
            "SET REFERENTIAL_INTEGRITY FALSE",
            "SELECT NOT " + FOREIGN_KEYS_ENFORCED.formatted("NO"),
            "SELECT NOT " + FOREIGN_KEYS_ENFORCED.formatted("YES"),
            false,
            true,
            "connect as a user with ADMIN rights, or load in the order of the foreign keys");

    @Override
    public RawStatement columns() {
        return Sql.sql("""
                SELECT NULLIF(c.table_schema, CURRENT_SCHEMA), c.table_name, c.column_name,
                  COALESCE(k.ordinal_position, 0)
                FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                LEFT JOIN information_schema.table_constraints p ON p.table_schema = c.table_schema
                  AND p.table_name = c.table_name AND p.constraint_type = 'PRIMARY KEY'
                LEFT JOIN information_schema.key_column_usage k ON k.constraint_schema = p.constraint_schema
                  AND k.constraint_name = p.constraint_name AND k.column_name = c.column_name
                WHERE t.table_type = 'BASE TABLE' AND t.table_schema <> 'INFORMATION_SCHEMA'
                ORDER BY c.table_schema, c.table_name, c.ordinal_position""");
    }

    @Override
    public RawStatement foreignKeys() {
        return Sql.sql("""
                SELECT NULLIF(k.table_schema, CURRENT_SCHEMA), k.table_name, k.constraint_name, TRUE, k.column_name,
                  NULLIF(r.table_schema, CURRENT_SCHEMA), r.table_name, r.column_name, c.update_rule, c.delete_rule
                FROM information_schema.referential_constraints c
                JOIN information_schema.key_column_usage k ON k.constraint_schema = c.constraint_schema
                  AND k.constraint_name = c.constraint_name
                JOIN information_schema.key_column_usage r ON r.constraint_schema = c.unique_constraint_schema
                  AND r.constraint_name = c.unique_constraint_name
                  AND r.ordinal_position = k.position_in_unique_constraint
                ORDER BY k.table_schema, k.table_name, k.constraint_name, k.ordinal_position""");
    }

    @Override
    public RawStatement check(String name) {
        return Sql.sql("""
                        SELECT t.table_name, c.check_clause
                        FROM information_schema.table_constraints t
                        JOIN information_schema.check_constraints c ON c.constraint_schema = t.constraint_schema
                          AND c.constraint_name = t.constraint_name
                        WHERE t.constraint_type = 'CHECK' AND t.constraint_name = :name""").bind("name", names.stored(name));
    }

    @Override
    public String named(String stored) {
        return names.named(stored);
    }
}
