package dev.dovetail.tests.orm.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.TransactionStatus;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Foreign keys that the database checks at the commit only. */
class DeferredKeysTest {

    private final TestDatabase database = TestDatabase.requiring(Capability.DEFERRABLE_FOREIGN_KEYS, Deferred.class);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDeferredKeyFailsInTheCommitAndMemoryGoesBack() {
        Deferred row = new Deferred();
        try (Session session = database.open()) {
            row.otherId = 99;
            session.add(row);
            session.flush();
            assertThat(row.id).isEqualTo(1);
            ForeignKeyViolationException error =
                    catchThrowableOfType(ForeignKeyViolationException.class, session::commit);
            assertThat(error.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
            assertThat(error.table()).isEqualTo("deferred");
            assertThat(error.values()).isEqualTo(Map.of("other_id", 99));
            assertThat(error.referencedColumns()).containsExactly("id");
            assertThat(error.entity()).isSameAs(row);
            assertThat(error.attributes()).containsExactly("otherId");
            assertThat(error).hasMessageContaining("while       committing Deferred 1");
            assertThatThrownBy(session::flush).isInstanceOf(TransactionStateException.class);
            session.rollback();
            assertThat(row.id).isNull();
            assertThat(session.contains(row)).isFalse();
            row.otherId = null;
            session.add(row);
            session.commit();
        }
        assertThat(database.rows("SELECT id, other_id FROM deferred")).containsExactly(row.id + "|null");
    }

    /** All that the transaction wrote is taken back, and the session goes on. */
    @Test
    void whatWasThereBeforeGoesBackAsWell() {
        try (Session session = database.open()) {
            Deferred kept = new Deferred();
            Deferred deleted = new Deferred();
            session.addAll(List.of(kept, deleted));
            session.commit();
            int id = kept.id;
            kept.otherId = 99;
            session.delete(deleted);
            session.flush();
            ForeignKeyViolationException error =
                    catchThrowableOfType(ForeignKeyViolationException.class, session::commit);
            assertThat(error.retryable()).isFalse();
            assertThat(error.values()).containsEntry("other_id", 99);
            assertThat(session.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
            assertThat(database.engine().statistics().connectionsInUse()).isZero();
            session.rollback();
            assertThat(kept.otherId).isNull();
            assertThat(session.contains(deleted)).isTrue();
            kept.otherId = deleted.id;
            session.commit();
            assertThat(database.rows("SELECT id, other_id FROM deferred ORDER BY id"))
                    .containsExactly(id + "|" + deleted.id, deleted.id + "|null");
        }
        assertThat(database.engine().statistics().connectionsInUse()).isZero();
    }

    /** No other database defers a unique constraint, and none a CHECK. */
    @Test
    void aDeferredUniqueConstraint() {
        TestDatabase.only("deferred unique constraints", "PostgreSQL");
        database.sql("ALTER TABLE deferred ADD CONSTRAINT one_other UNIQUE (other_id) DEFERRABLE INITIALLY DEFERRED");
        try (Session session = database.open()) {
            Deferred first = new Deferred();
            session.add(first);
            session.commit();
            Deferred twin = new Deferred();
            first.otherId = first.id;
            twin.otherId = first.id;
            session.add(twin);
            session.flush();
            UniqueViolationException error = catchThrowableOfType(UniqueViolationException.class, session::commit);
            assertThat(error.constraint()).isEqualTo("one_other");
            session.rollback();
            assertThat(first.otherId).isNull();
            assertThat(twin.id).isNull();
            twin.otherId = null;
            session.add(twin);
            session.commit();
        }
        assertThat(database.engine().statistics().connectionsInUse()).isZero();
    }

    @Test
    void aDeferredCircleNeedsNoUpdate() {
        try (Session session = database.open()) {
            Deferred one = new Deferred();
            Deferred two = new Deferred();
            one.id = 1;
            two.id = 2;
            one.otherId = 2;
            two.otherId = 1;
            session.addAll(List.of(one, two));
            session.commit();
            assertThat(database.rows("SELECT id, other_id FROM deferred ORDER BY id"))
                    .containsExactly("1|2", "2|1");
        }
    }
}
