package dev.dovetail.engine;

import static dev.dovetail.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.ResourceExhaustedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstConnectionTest {

    @TempDir
    Path directory;

    private EngineBuilder file() {
        return Engine.builder().url("jdbc:sqlite:" + directory.resolve("first.db"));
    }

    /** What a connection of SQLite remembers until it is closed. */
    private static List<List<Object>> remembered(Connection connection) {
        return List.copyOf(connection.list(sql("SELECT name FROM temp.sqlite_schema")).stream()
                .map(List::<Object>copyOf)
                .toList());
    }

    @Test
    void itIsTheSameForWhoComesNext() {
        try (Engine engine = file().build()) {
            try (Connection one = engine.reading()) {
                one.execute(sql("CREATE TEMP TABLE mine (id INTEGER)"));
            }
            try (Connection next = engine.connect()) {
                assertThat(remembered(next)).containsExactly(List.of("mine"));
            }
        }
    }

    @Test
    void whoComesMeanwhileGetsAnotherAndAllTogetherAreAsManyAsAskedFor() {
        try (Engine engine =
                file().poolSize(2).acquireTimeout(Duration.ofMillis(300)).build()) {
            try (Connection one = engine.reading();
                    Connection two = engine.reading();
                    Connection three = engine.reading()) {
                one.execute(sql("CREATE TEMP TABLE mine (id INTEGER)"));
                assertThat(remembered(two)).isEmpty();
                assertThat(engine.statistics().connectionsInUse()).isEqualTo(2);
                assertThatThrownBy(() -> remembered(three))
                        .isInstanceOf(ResourceExhaustedException.class)
                        .hasMessageContaining("all 2 connections of the pool are in use");
            }
            try (Connection again = engine.reading()) {
                assertThat(remembered(again)).containsExactly(List.of("mine"));
            }
        }
    }

    @Test
    void itOutlivesAnEngineThatIsClosedWhileItIsInUse() {
        Engine engine = file().build();
        Connection connection = engine.reading();
        assertThat(remembered(connection)).isEmpty();
        engine.close();
        assertThat(remembered(connection)).isEmpty();
        connection.close();
        assertThat(engine.statistics().connectionsInUse()).isZero();
    }
}
