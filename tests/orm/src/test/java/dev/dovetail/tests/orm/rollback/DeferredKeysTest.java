package dev.dovetail.tests.orm.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.TransactionStateException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
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
