package dev.dovetail.dialect.mysql;

import dev.dovetail.compile.ObjectCatalogue;

/** Which objects there are, https://dev.mysql.com/doc/refman/9.7/en/information-schema.html. */
final class MySqlObjects {
    static final ObjectCatalogue CATALOGUE = new ObjectCatalogue("""
            SELECT 'SCHEMA', schema_name, 0, NULL, schema_name FROM information_schema.schemata
            UNION ALL
            SELECT CASE table_type WHEN 'VIEW' THEN 'VIEW' WHEN 'SEQUENCE' THEN 'SEQUENCE' ELSE 'TABLE' END,
                table_schema, CASE WHEN table_schema = DATABASE() THEN 1 ELSE 0 END, NULL, table_name
            FROM information_schema.tables
            WHERE table_schema NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')
            UNION ALL
            SELECT DISTINCT 'INDEX', table_schema, CASE WHEN table_schema = DATABASE() THEN 1 ELSE 0 END, table_name,
                index_name
            FROM information_schema.statistics
            WHERE table_schema NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')
            UNION ALL
            SELECT 'FOREIGN_KEY', constraint_schema, CASE WHEN constraint_schema = DATABASE() THEN 1 ELSE 0 END,
                table_name, constraint_name
            FROM information_schema.referential_constraints
            """, true);

    private MySqlObjects() {}
}
