package dev.dovetail.tests.orm.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.DatabaseException;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.TransactionState;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Sensitive;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A value that may not be shown is not shown at the other end of a foreign key either. */
class SensitiveKeysTest {

    private static final String SECRET = "DE00-1234";

    @Entity(table = "edge_account")
    static class Account {
        @Id
        @Nullable
        Integer id;

        @Sensitive
        @Column(unique = true)
        @Nullable
        String iban;
    }

    @Entity(table = "edge_payment")
    @ForeignKey(references = Account.class, columns = "iban", referencedColumns = "iban", deferred = true)
    static class Payment {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String iban;
    }

    private final TestDatabase database =
            TestDatabase.requiring(Capability.DEFERRABLE_FOREIGN_KEYS, Account.class, Payment.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void aCommitThatIsRefusedTellsNoSecret() {
        Payment payment = new Payment();
        payment.iban = SECRET;
        session.add(payment);
        ForeignKeyViolationException error = catchThrowableOfType(ForeignKeyViolationException.class, session::commit);
        assertThat(error.table()).isEqualTo("edge_payment");
        assertThat(error.transactionState())
                .isEqualTo(TestDatabase.onSqlite() ? TransactionState.FAILED : TransactionState.ROLLED_BACK);
        assertThat(everything(error)).doesNotContain(SECRET);
        session.rollback();
        assertThat(payment.iban).isEqualTo(SECRET);
    }

    @Test
    void aDuplicateTellsNoSecret() {
        for (int i = 0; i < 2; i++) {
            Account account = new Account();
            account.iban = SECRET;
            session.add(account);
        }
        DatabaseException error = catchThrowableOfType(DatabaseException.class, session::flush);
        assertThat(everything(error)).doesNotContain(SECRET);
    }

    private static String everything(DatabaseException error) {
        return error + " " + error.facts() + " "
                + Objects.requireNonNull(error.getCause()).getMessage();
    }
}
