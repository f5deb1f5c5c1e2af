package dev.dovetail.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.IntegrityException;
import dev.dovetail.TransactionState;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.orm.Session;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The samples of guide/errors.md. */
class ErrorsTest extends SampleDatabase {

    @Test
    void errorsAreData() {
        // tag::errors-data[]
        try (Session session = sessions.open()) {
            session.add(new User("ada@example.org"));
            session.commit();
            User second = new User("ada@example.org");
            session.add(second);
            try {
                session.commit();
            } catch (UniqueViolationException e) {
                assertThat(e.code()).isEqualTo("DVT-23-UNIQUE");
                assertThat(e.constraint()).isEqualTo("uq_users_email");
                assertThat(e.table()).isEqualTo("users");
                assertThat(e.values()).isEqualTo(Map.of("email", "ada@example.org"));
                assertThat(e.attributes()).containsExactly("email");
                assertThat(e.existingRow()).isEqualTo(Map.of("id", 1)); // the row that has it
                assertThat(e.entity()).isSameAs(second);
                assertThat(e.sql()).startsWith("INSERT INTO users ");
                assertThat(e.transactionState()).isEqualTo(TransactionState.FAILED);
                session.rollback();
            } catch (IntegrityException e) {
                throw e; // NOT NULL, CHECK, foreign key: the same methods, the same facts
            }
        }
        // end::errors-data[]
    }
}
