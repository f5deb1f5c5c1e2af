package dev.dovetail.dialect.postgresql;

import dev.dovetail.compile.ForeignKeyDeferral;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;

/** PostgreSQL's tables and foreign keys, https://www.postgresql.org/docs/current/catalogs.html. */
enum PostgreSqlCatalogue implements SchemaCatalogue {
    INSTANCE;

    /**
     * The user's own triggers do not fire either while it is off.
     * https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-SESSION-REPLICATION-ROLE
     */
    static final ForeignKeySwitch CHECKS = new ForeignKeySwitch(
            "SET SESSION session_replication_role = origin",
            "SET SESSION session_replication_role = replica",
            "SELECT current_setting('session_replication_role') = 'origin'",
            "SELECT current_setting('session_replication_role') = 'replica'",
            true,
            false,
            "let a superuser GRANT SET ON PARAMETER session_replication_role TO the user, load as the owner of the tables,"
                    + " or declare the foreign keys DEFERRABLE");

    /**
     * To be altered, a table has to be one's own. Partitions follow their table, and what is NOT ENFORCED (since 18) needs no
     * switching. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ALTER-CONSTRAINT
     */
    static final ForeignKeyDeferral DEFERRAL =
            new ForeignKeyDeferral(Sql.sql("""
                    SELECT n.nspname, n.nspname = current_schema(), t.relname, k.conname,
                      rn.nspname, rn.nspname = current_schema(), r.relname,
                      CASE WHEN pg_has_role(t.relowner, 'USAGE') THEN
                        format('ALTER TABLE %I.%I ALTER CONSTRAINT %I DEFERRABLE', n.nspname, t.relname, k.conname) END,
                      format('ALTER TABLE %I.%I ALTER CONSTRAINT %I NOT DEFERRABLE', n.nspname, t.relname, k.conname)
                    FROM pg_constraint k
                    JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
                    JOIN pg_class r ON r.oid = k.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
                    WHERE k.contype = 'f' AND k.conparentid = 0 AND NOT k.condeferrable
                      AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true'
                    ORDER BY n.nspname, t.relname, k.conname"""), "SET CONSTRAINTS ALL DEFERRED", "SET CONSTRAINTS ALL IMMEDIATE");

    /** Partitions have copies of the keys of their table. */
    private static final String FOREIGN_KEYS = """
            SELECT nullif(n.nspname, current_schema()), t.relname, k.conname, true, a.attname,
              nullif(rn.nspname, current_schema()), r.relname, ra.attname, %s, %s, k.confmatchtype = 'f'
            FROM pg_constraint k
            JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
            JOIN pg_class r ON r.oid = k.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
            CROSS JOIN LATERAL generate_subscripts(k.conkey, 1) AS s(i)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[s.i]
            JOIN pg_attribute ra ON ra.attrelid = k.confrelid AND ra.attnum = k.confkey[s.i]
            WHERE k.contype = 'f' AND k.conparentid = 0
            ORDER BY n.nspname, t.relname, k.conname, s.i""";

    private static final String ACTION = "CASE k.%s WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL'"
            + " WHEN 'd' THEN 'SET DEFAULT' WHEN 'r' THEN 'RESTRICT' ELSE 'NO ACTION' END";

    @Override
    public RawStatement columns() {
        return Sql.sql("""
                SELECT nullif(n.nspname, current_schema()), c.relname, a.attname,
                  coalesce(array_position(k.conkey, a.attnum), 0)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
                WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
                ORDER BY n.nspname, c.relname, a.attnum""");
    }

    @Override
    public RawStatement foreignKeys() {
        return Sql.sql(FOREIGN_KEYS.formatted(ACTION.formatted("confupdtype"), ACTION.formatted("confdeltype")));
    }
}
