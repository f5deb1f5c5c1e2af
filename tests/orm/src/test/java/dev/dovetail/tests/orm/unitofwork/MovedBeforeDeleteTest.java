package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Estate.House;
import dev.dovetail.tests.orm.unitofwork.Estate.Item;
import dev.dovetail.tests.orm.unitofwork.Estate.Photo;
import dev.dovetail.tests.orm.unitofwork.Estate.Receipt;
import dev.dovetail.tests.orm.unitofwork.Estate.Room;
import org.junit.jupiter.api.Test;

/** An object that was moved away is not deleted with those it was among, whatever became of them before. */
class MovedBeforeDeleteTest {

    private static final SessionOptions WITHOUT_AUTOFLUSH = SessionOptions.DEFAULT.withAutoflush(false);

    private static TestDatabase filled() {
        TestDatabase database =
                TestDatabase.with(WITHOUT_AUTOFLUSH, House.class, Room.class, Item.class, Receipt.class, Photo.class);
        database.sessions().transaction(session -> {
            for (int i = 1; i <= 2; i++) {
                session.add(new House("h" + i, new Room("r", new Item("a" + i), new Item("b" + i))));
            }
        });
        return database;
    }

    /** The room that it was in is not in memory when it is moved, and is loaded by the delete. */
    @Test
    void fromAPlaceThatNobodyHadSeen() {
        try (TestDatabase database = filled()) {
            try (Session session = database.open()) {
                session.getOne(Item.class, 3).room.set(session.getOne(Room.class, 1));
                assertThat(session.getOne(Room.class, 2).items)
                        .extracting(item -> item.name)
                        .containsExactly("b2");
                session.delete(session.getOne(House.class, 2));
                session.commit();
            }
            assertThat(database.rows("SELECT name, room_id FROM item ORDER BY id"))
                    .containsExactly("a1|1", "b1|1", "a2|1");
        }
    }

    @Test
    void fromAPlaceThatOnlyTheDeleteSees() {
        try (TestDatabase database = filled()) {
            try (Session session = database.open()) {
                session.getOne(Item.class, 3).room.set(session.getOne(Room.class, 1));
                session.delete(session.getOne(House.class, 2));
                session.commit();
            }
            assertThat(database.rows("SELECT name, room_id FROM item ORDER BY id"))
                    .containsExactly("a1|1", "b1|1", "a2|1");
        }
    }

    @Test
    void afterAFailedFlush() {
        try (TestDatabase database = filled()) {
            database.sessions().events().beforeDelete(Room.class, (session, object) -> {});
            database.sessions().events().beforeDelete(Item.class, (session, object) -> {});
            try (Session session = database.open()) {
                Receipt receipt = new Receipt();
                receipt.itemId = 1;
                session.add(receipt);
                session.delete(session.getOne(House.class, 1));
                session.delete(session.getOne(House.class, 2));
                assertThatThrownBy(session::flush).isInstanceOf(ForeignKeyViolationException.class);
                session.rollback();
                Room target = session.getOne(Room.class, 1);
                session.getOne(Item.class, 3).room.set(target);
                session.delete(session.getOne(House.class, 2));
                session.commit();
            }
            assertThat(database.rows("SELECT name, room_id FROM item ORDER BY id"))
                    .containsExactly("a1|1", "b1|1", "a2|1");
        }
    }
}
