package dev.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DatabaseException;
import dev.dovetail.DeadlockException;
import dev.dovetail.DisconnectException;
import dev.dovetail.ErrorFacts;
import dev.dovetail.SerializationFailureException;
import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryingTest {

    private static final RetryPolicy THREE = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2));

    private final List<String> told = new ArrayList<>();
    private final Engine engine = Engine.builder()
            .url("jdbc:sqlite::memory:")
            .listener(new StatementListener() {
                @Override
                public void onRetry(int attempt, DatabaseException error, Duration delay) {
                    told.add(attempt + " " + error.code());
                    assertThat(delay).isLessThanOrEqualTo(Duration.ofMillis(2));
                }
            })
            .build();
    private int runs;

    @AfterEach
    void close() {
        engine.close();
    }

    private static ErrorFacts facts(String message) {
        return ErrorFacts.of(new SQLException(message), TransactionState.ROLLED_BACK);
    }

    @Test
    void whatFailsForOthersIsRunAgain() {
        int answer = engine.retrying(THREE).transactionResult(connection -> {
            if (++runs < 3) {
                throw new SerializationFailureException(facts("run " + runs), null);
            }
            return runs;
        });
        assertThat(answer).isEqualTo(3);
        assertThat(told).containsExactly("1 DVT-40-SERIALIZATION", "2 DVT-40-SERIALIZATION");
    }

    @Test
    void theLastErrorHasTheEarlierOnes() {
        DeadlockException error = catchThrowableOfType(
                DeadlockException.class,
                () -> engine.retrying(THREE).transaction(connection -> {
                    throw new DeadlockException(facts("run " + ++runs), null);
                }));
        assertThat(runs).isEqualTo(3);
        assertThat(error.getSuppressed()).hasSize(2).allMatch(DeadlockException.class::isInstance);
    }

    @Test
    void otherErrorsPassThroughAtOnce() {
        assertThatThrownBy(() -> engine.retrying(THREE).transaction(connection -> {
                    runs++;
                    throw new DisconnectException(facts("gone"), null, true);
                }))
                .isInstanceOf(DisconnectException.class);
        assertThatThrownBy(() -> engine.retrying(THREE).transaction(connection -> {
                    runs++;
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void anInterruptedThreadStops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> engine.retrying(THREE).transaction(connection -> {
                    runs++;
                    throw new DeadlockException(facts("deadlock"), null);
                }))
                .isInstanceOf(DeadlockException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void delaysGrowUpToTheLongest() {
        RetryPolicy policy = new RetryPolicy(100, Duration.ofMillis(10), Duration.ofMillis(80));
        for (int i = 0; i < 1000; i++) {
            assertThat(policy.delayAfter(1)).isBetween(Duration.ZERO, Duration.ofMillis(10));
            assertThat(policy.delayAfter(3)).isBetween(Duration.ZERO, Duration.ofMillis(40));
            assertThat(policy.delayAfter(90)).isBetween(Duration.ZERO, Duration.ofMillis(80));
        }
        assertThatThrownBy(() -> RetryPolicy.attempts(0)).isInstanceOf(UsageException.class);
    }
}
