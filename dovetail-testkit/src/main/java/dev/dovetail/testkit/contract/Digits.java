package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.countAll;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import java.util.ArrayList;
import java.util.List;

/** Ten rows, which a query multiplies to as many as a test needs; it needs nothing that some database lacks. */
final class Digits {

    static final Table DIGIT = Table.of("digit", column("n", INTEGER).primaryKey());
    private static final Column<Integer> N = DIGIT.column("n", Integer.class);

    /** MySQL would join by hash tables, and write the product of all but the last to disk before the first row. */
    private static final String ROW_BY_ROW = "NO_BNL()";

    private Digits() {}

    static void create(Database database) {
        database.create(DIGIT);
        Insert digits = insertInto(DIGIT).columns(N);
        for (int n = 0; n < 10; n++) {
            digits = digits.values(n);
        }
        Insert ten = digits;
        database.engine().transaction(connection -> connection.execute(ten));
        database.statements().clear();
    }

    private static List<TableSource> sources(int power) {
        List<TableSource> sources = new ArrayList<>();
        for (int i = 0; i < power; i++) {
            sources.add(table(DIGIT).as("d" + i));
        }
        return sources;
    }

    /** Two digits for each of 10 to the power of so many rows. */
    static Select<Row2<Integer, Integer>> rows(int power) {
        List<TableSource> sources = sources(power);
        ColumnRef<Integer> first = sources.get(0).col(N);
        ColumnRef<Integer> last = sources.get(power - 1).col(N);
        return select(first, last).from(sources.toArray(TableSource[]::new)).hint("MySQL", ROW_BY_ROW);
    }

    /** One row, for which a database has to work for minutes. */
    static Select<Long> endless() {
        List<TableSource> sources = sources(12);
        Expression<Integer> any = sources.get(0).col(N);
        Select<Long> count = select(countAll());
        return count.from(sources.toArray(TableSource[]::new))
                .hint("MySQL", ROW_BY_ROW)
                .where(sources.get(11).col(N).lt(any));
    }
}
