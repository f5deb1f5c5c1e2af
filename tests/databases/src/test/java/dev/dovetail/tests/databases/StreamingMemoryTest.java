package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.engine.Engine;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Five million rows are read by a program that could not hold them. */
class StreamingMemoryTest {

    private static final String HEAP = "-Xmx40m";
    private static final int ROWS = 5_000_000;

    @EveryDatabase
    void fiveMillionRowsPassThroughASmallHeap(Database database) throws Exception {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reader.class.getName(),
                        database.url())
                .redirectErrorStream(true)
                .start();
        String output = new String(reader.getInputStream().readAllBytes());
        assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output.strip()).isEqualTo(ROWS + " rows, sum " + 4L * ROWS);
    }

    /** The program. */
    static final class Reader {

        private static final Table DIGIT =
                Table.of("digit", column("n", INTEGER).primaryKey());
        private static final Column<Integer> N = DIGIT.column("n", Integer.class);

        private Reader() {}

        public static void main(String[] arguments) {
            try (Engine engine = Engine.create(arguments[0])) {
                MetaData.of(DIGIT).createAll(engine);
                engine.transaction(connection -> {
                    Insert digits = insertInto(DIGIT).columns(N);
                    for (int n = 0; n < 10; n++) {
                        digits = digits.values(n);
                    }
                    connection.execute(digits);
                    TableSource[] sources = IntStream.range(0, 7)
                            .mapToObj(i -> table(DIGIT).as("d" + i))
                            .toArray(TableSource[]::new);
                    var query = select(sources[0].col(N), sources[6].col(N))
                            .from(sources)
                            .where(sources[0].col(N).lt(5));
                    long[] seen = {0, 0};
                    connection.read(query).fetchSize(2000).forEach(row -> {
                        seen[0]++;
                        seen[1] += row.value1() * 2;
                    });
                    System.out.println(seen[0] + " rows, sum " + seen[1]);
                });
            }
        }
    }
}
