package dev.dovetail.dialect.sqlite;

import dev.dovetail.compile.ForeignKeyCatalogue;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;
import org.jspecify.annotations.Nullable;

/** SQLite's foreign keys, by its pragmas: https://www.sqlite.org/pragma.html. */
enum SqliteCatalogue implements ForeignKeyCatalogue {
    INSTANCE;

    @Override
    public RawStatement tables() {
        // A virtual table has no foreign keys, and its module may not be there.
        return Sql.sql("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                + " AND sql NOT LIKE 'CREATE VIRTUAL %' ORDER BY rowid");
    }

    @Override
    public RawStatement columns(String table) {
        // Other than table_info, table_xinfo has generated columns. Hidden ones are 1.
        return Sql.sql("SELECT name, pk FROM pragma_table_xinfo(:table) WHERE hidden <> 1 ORDER BY cid")
                .bind("table", table);
    }

    @Override
    public RawStatement foreignKeys(String table) {
        return Sql.sql("SELECT id, seq, \"table\", \"from\", \"to\", on_update, on_delete"
                        + " FROM pragma_foreign_key_list(:table) ORDER BY id DESC, seq")
                .bind("table", table);
    }

    @Override
    public RawStatement violations(@Nullable String table) {
        String columns = "SELECT \"table\", rowid, parent, fkid FROM ";
        return table == null
                ? Sql.sql(columns + "pragma_foreign_key_check")
                : Sql.sql(columns + "pragma_foreign_key_check(:table)").bind("table", table);
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

    /** Without effect inside a transaction, and silently so. */
    @Override
    public ForeignKeySwitch checks() {
        return new ForeignKeySwitch(
                "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys", "1", "0", false);
    }

    /** Ends by itself with the transaction. */
    @Override
    public ForeignKeySwitch deferral() {
        return new ForeignKeySwitch(
                "PRAGMA defer_foreign_keys = ON",
                "PRAGMA defer_foreign_keys = OFF",
                "PRAGMA defer_foreign_keys",
                "1",
                "0",
                true);
    }
}
