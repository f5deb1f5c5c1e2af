package dev.dovetail.tests.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionEvents;
import dev.dovetail.tests.orm.session.Attic.Box;
import dev.dovetail.tests.orm.session.Attic.Letter;
import dev.dovetail.tests.orm.session.Attic.Photo;
import dev.dovetail.tests.orm.session.Attic.Relic;
import dev.dovetail.tests.orm.session.Attic.Sticker;
import dev.dovetail.tests.orm.session.Attic.Tray;
import dev.dovetail.tests.orm.session.Attic.Trunk;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes that want to have their deletes heard of are never deleted without. */
class HearsDeletesTest {

    private final TestDatabase database = TestDatabase.of(Box.class, Photo.class, Letter.class, Sticker.class);
    private final SessionEvents events = database.sessions().events();
    private final Session session = database.open();
    private final Box box = new Box();
    private final Photo photo = new Photo();
    private final Letter letter = new Letter();

    @BeforeEach
    void store() {
        box.photos.add(photo);
        box.letters.add(letter);
        session.add(box);
        session.commit();
        database.statements().clear();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void aDeleteThatNobodyHearsIsRefused() {
        session.delete(photo);
        refused("nobody listens");
        session.add(photo);
        session.commit();
        assertThat(database.rows("SELECT id FROM attic_photo")).hasSize(1);
    }

    @Test
    void aListenerIsEnough() {
        List<Object> heard = new ArrayList<>();
        events.afterDelete(Photo.class, (it, deleted) -> heard.add(deleted));
        session.delete(photo);
        session.commit();
        assertThat(heard).containsExactly(photo);
        assertThat(database.rows("SELECT id FROM attic_photo")).isEmpty();
    }

    @Test
    void aSoftDeleteHasToBeTakenBack() {
        session.delete(letter);
        refused("only marked");
        mark();
        session.commit();
        assertThat(database.rows("SELECT hidden FROM attic_letter WHERE hidden = TRUE"))
                .hasSize(1);
    }

    @Test
    void aSoftDeleteIsAnUpdate() {
        mark();
        session.delete(letter);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE attic_letter SET hidden=? WHERE attic_letter.id = ? [true, 1]");
    }

    @Test
    void anOrphanThatIsStillAnOrphanIsRefused() {
        mark();
        box.letters.clear();
        refused("only marked");
    }

    @Test
    void aListenerForAClassThatTheDatabaseDeletesIsRegistered() {
        List<Object> heard = new ArrayList<>();
        events.afterDelete(Sticker.class, (it, deleted) -> heard.add(deleted)); // logs FK05
        Sticker sticker = new Sticker();
        session.add(sticker);
        session.flush();
        session.delete(sticker);
        session.flush();
        assertThat(heard).containsExactly(sticker);
    }

    @Test
    void childrenThatAreOnlyMarkedAreNotDeletedAsRows() {
        events.afterDelete(Photo.class, (it, deleted) -> {});
        try (Session other = database.open()) {
            other.delete(other.getOne(Box.class, 1));
            assertThatThrownBy(other::flush).isInstanceOf(UsageException.class).hasMessageContaining("only marked");
        }
        assertThat(database.rows("SELECT id FROM attic_letter")).hasSize(1);
    }

    @Test
    void whatLiesBelowRowsThatNobodyHearsOfIsHeardOf() {
        try (TestDatabase trunks = TestDatabase.of(Trunk.class, Tray.class, Relic.class)) {
            trunks.sessions().transaction(it -> {
                Tray tray = new Tray();
                tray.relics.add(new Relic());
                Trunk trunk = new Trunk();
                trunk.trays.add(tray);
                it.add(trunk);
            });
            try (Session other = trunks.open()) {
                other.delete(other.getOne(Trunk.class, 1));
                assertThatThrownBy(other::flush)
                        .isInstanceOf(UsageException.class)
                        .hasMessageContaining("nobody listens");
            }
            assertThat(trunks.rows("SELECT id FROM attic_relic")).hasSize(1);
            List<Object> heard = new ArrayList<>();
            trunks.sessions().events().beforeDelete(Relic.class, (it, relic) -> heard.add(relic.id));
            trunks.sessions().transaction(it -> it.delete(it.getOne(Trunk.class, 1)));
            assertThat(heard).containsExactly(1);
            assertThat(trunks.rows("SELECT id FROM attic_relic")).isEmpty();
        }
    }

    private void mark() {
        events.beforeDelete(Letter.class, (it, deleted) -> {
            it.add(deleted);
            deleted.hidden = true;
        });
    }

    private void refused(String why) {
        assertThatThrownBy(session::flush)
                .isInstanceOf(UsageException.class)
                .hasFieldOrPropertyWithValue("code", "DVT-ORM-UNHEARD-DELETE")
                .hasMessageContaining(why);
        assertThat(database.statements().writes()).isEmpty();
    }
}
