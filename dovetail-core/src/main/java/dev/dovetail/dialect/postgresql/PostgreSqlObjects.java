package dev.dovetail.dialect.postgresql;

import dev.dovetail.compile.ObjectCatalogue;

/** Which objects there are, https://www.postgresql.org/docs/current/catalogs.html. */
final class PostgreSqlObjects {
    static final ObjectCatalogue CATALOGUE = new ObjectCatalogue("""
            SELECT 'SCHEMA', nspname, 0, NULL, nspname FROM pg_catalog.pg_namespace
            UNION ALL
            SELECT CASE object.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'i' THEN 'INDEX' WHEN 'I' THEN 'INDEX'
                    WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'VIEW' ELSE 'TABLE' END,
                schema.nspname, CASE WHEN schema.nspname = current_schema() THEN 1 ELSE 0 END,
                indexed.relname, object.relname
            FROM pg_catalog.pg_class object
            JOIN pg_catalog.pg_namespace schema ON schema.oid = object.relnamespace
            LEFT JOIN pg_catalog.pg_index index ON index.indexrelid = object.oid
            LEFT JOIN pg_catalog.pg_class indexed ON indexed.oid = index.indrelid
            WHERE object.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I')
                AND schema.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema')
            UNION ALL
            SELECT 'TYPE', schema.nspname, CASE WHEN schema.nspname = current_schema() THEN 1 ELSE 0 END, NULL,
                type.typname
            FROM pg_catalog.pg_type type
            JOIN pg_catalog.pg_namespace schema ON schema.oid = type.typnamespace
            WHERE type.typtype = 'e'
            UNION ALL
            SELECT 'FOREIGN_KEY', schema.nspname, CASE WHEN schema.nspname = current_schema() THEN 1 ELSE 0 END,
                referencing.relname, foreign_key.conname
            FROM pg_catalog.pg_constraint foreign_key
            JOIN pg_catalog.pg_class referencing ON referencing.oid = foreign_key.conrelid
            JOIN pg_catalog.pg_namespace schema ON schema.oid = referencing.relnamespace
            WHERE foreign_key.contype = 'f'
            """, false);

    private PostgreSqlObjects() {}
}
