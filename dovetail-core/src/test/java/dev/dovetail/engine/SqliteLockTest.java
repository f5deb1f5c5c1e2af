package dev.dovetail.engine;

import static dev.dovetail.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.LockTimeoutException;
import dev.dovetail.SerializationFailureException;
import dev.dovetail.TransactionState;
import dev.dovetail.TransactionStateException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two connections that get in each other's way. */
class SqliteLockTest {

    @TempDir
    private Path directory;

    private Engine engine;
    private Connection first;
    private Connection second;

    @BeforeEach
    void open() {
        String file = "jdbc:sqlite:" + directory.resolve("test.db");
        engine = Engine.create(file + "?busy_timeout=20&journal_mode=WAL");
        engine.transaction(connection -> connection.execute(sql("CREATE TABLE t (a)")));
        first = engine.connect();
        second = engine.connect();
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        engine.close();
    }

    @Test
    void aWriterThatWaitedTooLongMayTryAgain() {
        first.execute(sql("INSERT INTO t VALUES (1)"));
        LockTimeoutException error =
                catchThrowableOfType(LockTimeoutException.class, () -> second.execute(sql("INSERT INTO t VALUES (2)")));
        assertThat(error.retryable()).isTrue();
        assertThat(error.transactionState()).isEqualTo(TransactionState.ACTIVE);
        first.commit();
        second.execute(sql("INSERT INTO t VALUES (2)"));
        second.commit();
    }

    @Test
    void aReaderWhoseSnapshotIsOldHasToBeginAgain() {
        second.list(sql("SELECT * FROM t"));
        first.execute(sql("INSERT INTO t VALUES (1)"));
        first.commit();
        SerializationFailureException error = catchThrowableOfType(
                SerializationFailureException.class, () -> second.execute(sql("INSERT INTO t VALUES (2)")));
        assertThat(error.retryable()).isTrue();
        assertThat(error.transactionState()).isEqualTo(TransactionState.FAILED);
        TransactionStateException refused = catchThrowableOfType(TransactionStateException.class, second::commit);
        assertThat(refused).hasCause(error).hasMessageContaining("roll back");
        second.rollback();
        second.execute(sql("INSERT INTO t VALUES (2)"));
        second.commit();
        assertThat(first.list(sql("SELECT a FROM t"))).isEqualTo(List.of(List.of(1), List.of(2)));
    }
}
