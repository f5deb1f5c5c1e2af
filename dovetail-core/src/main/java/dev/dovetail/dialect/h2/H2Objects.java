package dev.dovetail.dialect.h2;

import dev.dovetail.compile.ObjectCatalogue;

/** Which objects there are, https://www.h2database.com/html/systemtables.html. */
final class H2Objects {
    static final ObjectCatalogue CATALOGUE = new ObjectCatalogue("""
            SELECT 'SCHEMA', schema_name, 0, NULL, schema_name FROM information_schema.schemata
            UNION ALL
            SELECT CASE table_type WHEN 'VIEW' THEN 'VIEW' ELSE 'TABLE' END, table_schema,
                CASE WHEN table_schema = SCHEMA() THEN 1 ELSE 0 END, NULL, table_name
            FROM information_schema.tables WHERE table_schema <> 'INFORMATION_SCHEMA'
            UNION ALL
            SELECT 'SEQUENCE', sequence_schema, CASE WHEN sequence_schema = SCHEMA() THEN 1 ELSE 0 END, NULL,
                sequence_name
            FROM information_schema.sequences
            UNION ALL
            SELECT 'INDEX', index_schema, CASE WHEN index_schema = SCHEMA() THEN 1 ELSE 0 END, table_name, index_name
            FROM information_schema.indexes
            UNION ALL
            SELECT 'FOREIGN_KEY', constraint_schema, CASE WHEN constraint_schema = SCHEMA() THEN 1 ELSE 0 END,
                table_name, constraint_name
            FROM information_schema.table_constraints WHERE constraint_type = 'FOREIGN KEY'
            """, false);

    private H2Objects() {}
}
