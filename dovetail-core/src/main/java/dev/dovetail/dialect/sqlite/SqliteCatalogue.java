package dev.dovetail.dialect.sqlite;

import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;

/** SQLite's foreign keys, by its pragmas: https://www.sqlite.org/pragma.html. */
enum SqliteCatalogue implements SchemaCatalogue {
    INSTANCE;

    // A virtual table has no foreign keys, and its module may not be there.
    private static final String TABLES = "(SELECT rowid AS number, name FROM sqlite_schema WHERE type = 'table'"
            + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL %') AS tables";

    /** Without effect inside a transaction, and silently so. */
    static final ForeignKeySwitch CHECKS = new ForeignKeySwitch(
            "PRAGMA foreign_keys = ON",
            "PRAGMA foreign_keys = OFF",
            "SELECT foreign_keys = 1 FROM pragma_foreign_keys",
            "SELECT foreign_keys = 0 FROM pragma_foreign_keys",
            false,
            false,
            "load in the order of the foreign keys");

    /** Ends by itself with the transaction. */
    static final ForeignKeySwitch DEFERRAL = new ForeignKeySwitch(
            "PRAGMA defer_foreign_keys = ON",
            "PRAGMA defer_foreign_keys = OFF",
            "SELECT defer_foreign_keys = 1 FROM pragma_defer_foreign_keys",
            "SELECT defer_foreign_keys = 0 FROM pragma_defer_foreign_keys",
            true,
            false,
            "declare the foreign keys DEFERRABLE INITIALLY DEFERRED");

    @Override
    public RawStatement columns() {
        // Other than table_info, table_xinfo has generated columns. Hidden ones are 1.
        return Sql.sql("SELECT NULL, tables.name, info.name, info.pk FROM " + TABLES
                + ", pragma_table_xinfo(tables.name) AS info WHERE info.hidden <> 1 ORDER BY number, info.cid");
    }

    @Override
    public RawStatement foreignKeys() {
        return Sql.sql("SELECT NULL, tables.name, list.id, FALSE, list.\"from\", NULL, list.\"table\", list.\"to\","
                + " list.on_update, list.on_delete FROM " + TABLES + ", pragma_foreign_key_list(tables.name) AS list"
                + " ORDER BY number, list.id DESC, list.seq");
    }

    @Override
    public RawStatement violations(String table) {
        return Sql.sql("SELECT rowid, parent FROM pragma_foreign_key_check(:table)")
                .bind("table", table);
    }

    @Override
    public RawStatement uniqueIndexes(String table) {
        return Sql.sql("SELECT list.name, info.name FROM pragma_index_list(:table) AS list,"
                        + " pragma_index_info(list.name) AS info WHERE list.\"unique\" = 1 AND list.partial = 0"
                        + " ORDER BY list.seq, info.seqno")
                .bind("table", table);
    }

    @Override
    public RawStatement definitions() {
        return Sql.sql("SELECT type, tbl_name, sql FROM sqlite_schema WHERE type IN ('table', 'trigger')"
                + " UNION ALL SELECT type, tbl_name, sql FROM sqlite_temp_schema WHERE type IN ('table', 'trigger')");
    }
}
