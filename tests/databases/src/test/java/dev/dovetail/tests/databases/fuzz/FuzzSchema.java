package dev.dovetail.tests.databases.fuzz;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.sql.Sql.insertInto;

import dev.dovetail.engine.Connection;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The tables that random statements are about, and their rows: few, with NULLs, doubles and texts that are nearly alike. */
final class FuzzSchema {

    static final Table AUTHOR = Table.of(
            "author",
            column("id", Types.INTEGER).primaryKey(),
            column("name", Types.VARCHAR(50)).notNull(),
            column("nick", Types.VARCHAR(50)),
            column("born", Types.DATE),
            column("active", Types.BOOLEAN).notNull(),
            column("rating", Types.INTEGER));

    static final Table BOOK = Table.of(
            "book",
            column("id", Types.INTEGER).primaryKey(),
            column("author_id", Types.INTEGER),
            column("title", Types.VARCHAR(50)),
            column("price", Types.NUMERIC(10, 2)),
            column("pages", Types.INTEGER),
            column("sold", Types.BIGINT).notNull(),
            column("printed", Types.BOOLEAN),
            foreignKey("author_id").references("author", "id"));

    static final MetaData ALL = MetaData.of(AUTHOR, BOOK);

    private static final Object[][] AUTHORS = {
        {1, "Ann", null, LocalDate.of(1970, 2, 28), true, 5},
        {2, "ann", "Ann", LocalDate.of(1970, 2, 28), false, null},
        {3, "Bela", "", null, true, -3},
        {4, "O'Hara", "100%", LocalDate.of(2000, 2, 29), true, 0},
        {5, "Zoo名", null, LocalDate.of(1899, 12, 31), false, 5},
    };

    private static final Object[][] BOOKS = {
        {10, 1, "Bees", new BigDecimal("12.50"), 100, 7L, true},
        {11, 1, "bees", new BigDecimal("0.00"), null, 3_000_000_000L, null},
        {12, 2, null, null, 0, 0L, false},
        {13, 3, "a_b\\c", new BigDecimal("-1.25"), 250, -7L, true},
        {14, null, "Bees ", new BigDecimal("999.99"), 100, 1L, false},
        {15, 4, "", new BigDecimal("12.50"), 1, 7L, null},
    };

    private FuzzSchema() {}

    static void fill(Connection connection) {
        insert(connection, AUTHOR, AUTHORS);
        insert(connection, BOOK, BOOKS);
    }

    private static void insert(Connection connection, Table table, Object[][] rows) {
        for (Object[] row : rows) {
            connection.execute(insertInto(table)
                    .columns(table.columns().toArray(new Column<?>[0]))
                    .values(row));
        }
    }
}
