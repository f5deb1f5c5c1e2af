package dev.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.IsolationLevel;
import dev.dovetail.UsageException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnginePropertiesTest {

    @Test
    void settingsAreTakenFromText() {
        EngineBuilder builder = Engine.builder()
                .properties(
                        Map.of(
                                "DOVETAIL_URL", "jdbc:sqlite::memory:",
                                "DOVETAIL_POOL_SIZE", "3",
                                "DOVETAIL_POOL_ACQUIRE_TIMEOUT", "500ms",
                                "DOVETAIL_POOL_MAX_LIFETIME", "PT2M",
                                "DOVETAIL_POOL_PRE_PING", "yes",
                                "DOVETAIL_STATEMENT_TIMEOUT", "5s",
                                "DOVETAIL_FETCH_SIZE", "100",
                                "DOVETAIL_ISOLATION", "serializable",
                                "HOME", "/root"),
                        "DOVETAIL_");
        assertThat(builder.pool())
                .isEqualTo(PoolSettings.usual()
                        .size(3)
                        .acquireTimeout(Duration.ofMillis(500))
                        .maxLifetime(Duration.ofMinutes(2))
                        .withPrePing());
        assertThat(builder.execution()).isEqualTo(new ExecutionOptions(100, Duration.ofSeconds(5)));
        assertThat(builder.transactions().isolation()).isEqualTo(IsolationLevel.SERIALIZABLE);
        builder.build().close();
    }

    @Test
    void namesAreWrittenInAnyOfTheUsualWays() {
        for (String name : new String[] {"db.pool-size", "db.poolSize", "db.pool.size", "db.POOL_SIZE"}) {
            assertThat(Engine.builder()
                            .properties(Map.of(name, "7"), "db.")
                            .pool()
                            .size())
                    .isEqualTo(7);
        }
    }

    @Test
    void whatIsMisspeltIsRefused() {
        assertThatThrownBy(() -> Engine.builder().properties(Map.of("db.pool-syze", "7"), "db."))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("db.pool-syze is no setting of an engine; did you mean pool-size?");
        assertThatThrownBy(() -> Engine.builder().properties(Map.of("db.pool-size", "many"), "db."))
                .isInstanceOf(UsageException.class)
                .hasMessage("db.pool-size: a whole number is needed");
        assertThatThrownBy(() -> Engine.builder().properties(Map.of("db.isolation", "strong"), "db."))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("db.isolation: one of [READ UNCOMMITTED");
        assertThatThrownBy(() -> Engine.builder().properties(Map.of("db.statement-timeout", "soon"), "db."))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("db.statement-timeout: a time such as 500ms");
    }
}
