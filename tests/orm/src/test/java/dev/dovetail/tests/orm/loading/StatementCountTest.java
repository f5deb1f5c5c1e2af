package dev.dovetail.tests.orm.loading;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.loading.Zoo_Cage_.CAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.loading.Zoo.Cage;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code expectStatements}: a test notices when a loading option is lost. */
class StatementCountTest {

    private final TestDatabase database = Zoo.database();
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void theExpectedNumberPasses() {
        session.expectStatements(2, () -> {
            List<Cage> cages = session.list(select(CAGE).options(selectInLoad(CAGE.animals)));
            cages.forEach(cage -> assertThat(cage.animals.isLoaded()).isTrue());
        });
    }

    @Test
    void anotherNumberFailsAndListsWhatWasSent() {
        assertThatThrownBy(() -> session.expectStatements(1, () -> {
                    Cage north = Objects.requireNonNull(session.get(Cage.class, 1));
                    assertThat(north.animals).hasSize(2);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected 1 statement, but 2 were sent:")
                .hasMessageContaining("FROM zoo_animal");
    }

    @Test
    void expectationsNestAndCheckedExceptionsPass() throws Exception {
        session.expectStatements(2, () -> {
            session.expectStatements(1, () -> session.get(Cage.class, 1));
            session.get(Cage.class, 2);
        });
        assertThatThrownBy(() -> session.expectStatements(0, () -> {
                    throw new java.io.IOException("disk");
                }))
                .hasMessage("disk");
    }
}
