package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Functions.currentTimestamp;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.type.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TimeZone;

/** A connection means the same on every database: its time is UTC, and it compares text exactly. */
public class ConnectionContract {

    private static final Table WORD =
            Table.of("word", column("text", Types.VARCHAR(20)).primaryKey(), column("number", Types.INTEGER));
    private static final TableSource WORDS = table(WORD);
    private static final Column<String> TEXT = WORD.column("text", String.class);

    /** Makes the tests; JUnit calls it. */
    public ConnectionContract() {}

    @EveryDatabase
    void theTimeIsInUtc(Database database) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            database.engine().transaction(connection -> {
                Instant now = connection.one(select(currentTimestamp()));
                assertThat(now).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
            });
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @EveryDatabase
    void textIsComparedExactly(Database database) {
        List<String> words = List.of("a", "A", "\u00e0", "a\u0300", "ss", "\u00df", "");
        database.create(WORD);
        database.engine().transaction(connection -> {
            words.forEach(word -> connection.execute(insertInto(WORD).set(TEXT, word)));
            for (String word : words) {
                assertThat(connection.list(select(WORDS.col(TEXT))
                                .from(WORDS)
                                .where(WORDS.col(TEXT).eq(word))))
                        .containsExactly(word);
            }
            assertThat(connection.list(select(WORDS.col(TEXT))
                            .from(WORDS)
                            .where(WORDS.text("text").like("A%"))))
                    .containsExactly("A");
        });
    }

    @EveryDatabase
    void namesOfTextsWithoutQuotesAreThoseOfTheTables(Database database) {
        database.create(WORD);
        database.engine().transaction(connection -> {
            connection.execute(insertInto(WORD).set(TEXT, "a"));
            assertThat(connection.list(sql("SELECT word.text FROM word WHERE number IS NULL")
                            .columns(Types.TEXT)))
                    .containsExactly("a");
        });
    }
}
