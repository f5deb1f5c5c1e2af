package dev.dovetail.engine;

import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a listener is told, and when. */
class ListenerTest {

    private final List<String> told = new ArrayList<>();

    private final class Recorder implements StatementListener {
        @Override
        public void onAcquired(Duration wait) {
            told.add("acquired");
        }

        @Override
        public void onReleased(Duration use) {
            told.add("released");
        }

        @Override
        public void onStatement(StatementEvent event) {
            told.add("statement");
        }

        @Override
        public void onRows(RowsEvent event) {
            told.add(event.rows() + " rows of " + event.sql());
        }
    }

    @Test
    void connectionsStatementsAndRowsAreToldInOrder() {
        try (Engine engine = Engine.builder()
                .url("jdbc:sqlite::memory:")
                .listener(new Recorder())
                .build()) {
            try (Connection connection = engine.connect()) {
                connection.commit();
                assertThat(told).isEmpty();
                connection.list(select(value(1)));
                connection.one(select(value(2)));
                try (Stream<Integer> stream = connection.stream(select(value(3)))) {
                    told.add("reading");
                    assertThat(stream.findFirst()).contains(3);
                }
            }
            assertThat(told)
                    .containsExactly(
                            "acquired",
                            "statement",
                            "1 rows of SELECT ?",
                            "statement",
                            "1 rows of SELECT ? LIMIT ?",
                            "statement",
                            "reading",
                            "1 rows of SELECT ?",
                            "released");
        }
    }
}
