package dev.dovetail.tests.orm.cascades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.cascades.OneSided.Box;
import dev.dovetail.tests.orm.cascades.OneSided.Thing;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A collection without a holder on the other side. */
class OneSidedTest {

    private final TestDatabase database = TestDatabase.of(Box.class, Thing.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private Box box(Thing... things) {
        Box box = new Box();
        box.things.addAll(List.of(things));
        session.add(box);
        session.commit();
        database.statements().clear();
        return box;
    }

    @Test
    void theElementIsInsertedWithItsKey() {
        Box box = new Box();
        box.things.add(new Thing());
        session.add(box);
        session.commit();
        assertThat(database.statements().writes())
                .containsExactly(
                        List.of("MariaDB", "MySQL")
                                        .contains(TestDatabase.dialect().name())
                                ? "INSERT INTO box () VALUES ()"
                                : "INSERT INTO box DEFAULT VALUES",
                        "INSERT INTO thing (box_id, owner_id) VALUES (?, ?) [1, null]");
    }

    @Test
    void theKeyFollowsAtOnceWhenItIsKnown() {
        Box box = new Box();
        box.id = 4;
        Thing thing = new Thing();
        box.things.add(thing);
        assertThat(thing.boxId).isEqualTo(4);
        box.things.remove(thing);
        assertThat(thing.boxId).isNull();
    }

    @Test
    void removingSetsTheKeyToNull() {
        Thing thing = new Thing();
        Box box = box(thing);
        box.things.remove(thing);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE thing SET box_id=? WHERE thing.id = ? [null, 1]");
        assertThat(thing.boxId).isNull();
        session.rollback();
        assertThat(thing.boxId).isEqualTo(1);
        assertThat(box.things).containsExactly(thing);
    }

    @Test
    void movingToANewBoxInOneFlush() {
        Thing thing = new Thing();
        Box box = box(thing);
        Box other = new Box();
        other.things.add(thing);
        box.things.remove(thing);
        session.add(other);
        session.commit();
        assertThat(database.rows("SELECT id, box_id FROM thing")).containsExactly("1|2");
        assertThat(box.things).isEmpty();
        assertThat(other.things).containsExactly(thing);
    }

    @Test
    void movingToAnOldBoxInOneFlush() {
        Thing thing = new Thing();
        Box box = box(thing);
        Box other = box();
        box.things.remove(thing);
        other.things.add(thing);
        session.commit();
        assertThat(database.rows("SELECT id, box_id FROM thing")).containsExactly("1|2");
    }

    @Test
    void anOrphanIsDeleted() {
        Thing thing = new Thing();
        Box box = box(thing);
        box.owned.add(thing);
        session.commit();
        assertThat(database.rows("SELECT box_id, owner_id FROM thing")).containsExactly("1|1");
        box.owned.remove(thing);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM thing")).containsExactly("0");
    }

    @Test
    void anElementOwnedByAnotherIsNoOrphan() {
        Thing thing = new Thing();
        Box box = box(thing);
        box.owned.add(thing);
        Box other = box();
        box.owned.remove(thing);
        other.owned.add(thing);
        session.commit();
        assertThat(database.rows("SELECT owner_id FROM thing")).containsExactly("2");
    }

    @Test
    void aPendingOrphanLeavesTheSessionAtOnce() {
        Box box = box();
        // Removing from a collection that is not loaded loads it, and the load would flush.
        assertThat(box.owned).isEmpty();
        Thing thing = new Thing();
        box.owned.add(thing);
        assertThat(session.contains(thing)).isTrue();
        box.owned.remove(thing);
        assertThat(session.contains(thing)).isFalse();
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM thing")).containsExactly("0");
    }

    @Test
    void deletingTheBoxIsRefusedByTheDatabase() {
        Box box = box(new Thing());
        session.delete(box);
        assertThatThrownBy(session::flush)
                .isInstanceOf(ForeignKeyViolationException.class)
                .hasMessageContaining("thing(box_id)");
        session.rollback();
        assertThat(box.things).hasSize(1);
    }

    @Test
    void deletingTheOwnerDeletesWhatItOwns() {
        Thing thing = new Thing();
        Box owner = box();
        owner.owned.add(thing);
        session.commit();
        session.delete(owner);
        session.commit();
        assertThat(database.statements().writes())
                .endsWith("DELETE FROM thing WHERE thing.owner_id = ? [1]", "DELETE FROM box WHERE box.id = ? [1]");
    }
}
