package dev.dovetail.dialect.mysql;

import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Tables and foreign keys of MySQL and MariaDB, https://dev.mysql.com/doc/refman/9.7/en/information-schema.html: those of
 * the connection's database, since there may be very many others.
 */
enum MySqlCatalogue implements SchemaCatalogue {
    INSTANCE;

    /** https://dev.mysql.com/doc/refman/9.7/en/server-system-variables.html#sysvar_foreign_key_checks */
    static final ForeignKeySwitch CHECKS = new ForeignKeySwitch(
            "SET SESSION foreign_key_checks = 1",
            "SET SESSION foreign_key_checks = 0",
            "SELECT @@SESSION.foreign_key_checks = 1",
            "SELECT @@SESSION.foreign_key_checks = 0",
            true,
            false,
            "load in the order of the foreign keys");

    @Override
    public RawStatement columns() {
        return Sql.sql("""
                SELECT NULL, c.table_name, c.column_name, COALESCE(k.ordinal_position, 0)
                FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                  AND t.table_type = 'BASE TABLE'
                LEFT JOIN information_schema.key_column_usage k ON k.table_schema = c.table_schema
                  AND k.table_name = c.table_name AND k.column_name = c.column_name AND k.constraint_name = 'PRIMARY'
                WHERE c.table_schema = DATABASE()
                ORDER BY c.table_name, c.ordinal_position""");
    }

    @Override
    public RawStatement foreignKeys() {
        return Sql.sql("""
                SELECT NULL, k.table_name, k.constraint_name, TRUE, k.column_name,
                  NULLIF(k.referenced_table_schema, DATABASE()), k.referenced_table_name, k.referenced_column_name,
                  r.update_rule, r.delete_rule
                FROM information_schema.key_column_usage k
                JOIN information_schema.referential_constraints r ON r.constraint_schema = k.constraint_schema
                  AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
                WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
                ORDER BY k.table_name, k.constraint_name, k.ordinal_position""");
    }

    /** MySQL's errors do not name the table; MariaDB's do, and its names are unique only within a table. */
    @Override
    public @Nullable RawStatement check(String name) {
        return Sql.sql("""
                        SELECT t.table_name, c.check_clause
                        FROM information_schema.table_constraints t
                        JOIN information_schema.check_constraints c ON c.constraint_schema = t.constraint_schema
                          AND c.constraint_name = t.constraint_name
                        WHERE t.constraint_type = 'CHECK' AND t.constraint_schema = DATABASE()
                          AND t.constraint_name = :name""").bind("name", name);
    }

    /** Without the strict mode, a text that is no number is stored as 0, with a warning that nobody reads. */
    @Override
    public RawStatement converted(String table, String column, String text) {
        return Sql.sql("""
                        SELECT CAST(:text AS SIGNED) FROM information_schema.columns
                        WHERE table_schema = DATABASE() AND table_name = :table AND column_name = :column
                          AND data_type IN ('tinyint', 'smallint', 'mediumint', 'int', 'bigint')""").bind("text", text).bind("table", table).bind("column", column);
    }
}
