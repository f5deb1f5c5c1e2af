package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.DovetailException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Estate.House;
import dev.dovetail.tests.orm.unitofwork.Estate.Item;
import dev.dovetail.tests.orm.unitofwork.Estate.Photo;
import dev.dovetail.tests.orm.unitofwork.Estate.Receipt;
import dev.dovetail.tests.orm.unitofwork.Estate.Room;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Deletes by key and deletes object by object leave the same, in the database and in memory. A listener that does nothing
 * makes the session of one of two equal databases take the objects one by one.
 */
class SetDeletesProperties {

    record Step(Operation operation, int first, int second) {}

    enum Operation {
        DELETE_HOUSE,
        DELETE_ROOM,
        DELETE_ITEM,
        LOAD_ROOMS,
        LOAD_ITEMS,
        KNOW_ITEM,
        NEW_ITEM,
        RENAME_ITEM,
        MOVE_ITEM,
        TAKE_ROOM_OUT,
        REPLACE_HOUSE,
        RECEIPT,
        PHOTO,
        FLUSH,
        COMMIT,
        ROLLBACK
    }

    private static final Set<Operation> RELATING = EnumSet.of(
            Operation.NEW_ITEM, Operation.MOVE_ITEM, Operation.TAKE_ROOM_OUT, Operation.RECEIPT, Operation.PHOTO);

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.of(Operation.class),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 12))
                .as(Step::new);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void bothWaysLeaveTheSame(@ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        // A load in between flushes, so that errors would come at other steps.
        SessionOptions options = SessionOptions.DEFAULT.withAutoflush(false);
        assertThat(run(steps, options, false)).isEqualTo(run(steps, options, true));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void bothWaysLeaveTheSameUnderSavepoints(@ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        SessionOptions options = SessionOptions.DEFAULT.withAutoflush(false).withFlushUnderSavepoint(true);
        assertThat(run(steps, options, false)).isEqualTo(run(steps, options, true));
    }

    private static List<String> run(List<Step> steps, SessionOptions options, boolean objectByObject) {
        try (TestDatabase database =
                TestDatabase.with(options, House.class, Room.class, Item.class, Receipt.class, Photo.class)) {
            if (objectByObject) {
                for (Class<?> level : List.of(Room.class, Item.class)) {
                    database.sessions().events().beforeDelete(level, (session, object) -> {});
                }
            }
            database.sessions().transaction(session -> {
                for (int i = 1; i <= 4; i++) { // nothing happens to the last, so that no key is given twice
                    session.add(new House(
                            "h" + i,
                            new Room("r", new Item("a"), new Item("b")),
                            new Room("s", new Item("c"), new Item("d"))));
                }
            });
            try (Session session = database.open()) {
                World world = new World(database, session);
                steps.forEach(world::apply);
                world.apply(new Step(Operation.COMMIT, 1, 1));
                return world.seen;
            }
        }
    }

    private static final class World {
        private final TestDatabase database;
        private final Session session;
        private final List<String> seen = new ArrayList<>();
        private int steps;

        World(TestDatabase database, Session session) {
            this.database = database;
            this.session = session;
        }

        void apply(Step step) {
            steps++;
            try {
                run(step);
            } catch (DovetailException e) {
                seen.add(step + ": " + e.getClass().getSimpleName());
                session.rollback();
            }
        }

        private void run(Step step) {
            if (RELATING.contains(step.operation()) && !session.deleted().isEmpty()) {
                session.flush(); // nothing is related to what is going to be deleted
            }
            int house = step.first();
            int room = (step.second() + 1) / 2;
            int item = step.second();
            switch (step.operation()) {
                case DELETE_HOUSE -> with(House.class, house, session::delete);
                case DELETE_ROOM -> with(Room.class, room, session::delete);
                case DELETE_ITEM -> with(Item.class, item, session::delete);
                case LOAD_ROOMS -> with(House.class, house, found -> found.rooms.size());
                case LOAD_ITEMS -> with(Room.class, room, found -> found.items.size());
                case KNOW_ITEM -> with(Item.class, item, found -> {});
                case NEW_ITEM -> with(Room.class, room, found -> found.items.add(new Item("n" + steps)));
                case RENAME_ITEM -> with(Item.class, item, found -> found.name = "n" + steps);
                case MOVE_ITEM ->
                    with(Room.class, step.first(), target -> with(Item.class, item, found -> found.room.set(target)));
                case TAKE_ROOM_OUT -> with(Room.class, room, found -> found.house.set(null));
                case REPLACE_HOUSE ->
                    with(House.class, house, found -> {
                        session.delete(found);
                        session.add(new House(found.name));
                    });
                case RECEIPT ->
                    with(Item.class, item, found -> {
                        Receipt receipt = new Receipt();
                        receipt.itemId = found.id;
                        session.add(receipt);
                    });
                case PHOTO ->
                    with(Room.class, room, found -> {
                        Photo photo = new Photo();
                        photo.roomId = found.id;
                        session.add(photo);
                    });
                case FLUSH -> {
                    session.flush();
                    see();
                }
                case COMMIT -> {
                    session.commit();
                    see();
                }
                case ROLLBACK -> {
                    session.rollback();
                    see();
                }
            }
        }

        private <T> void with(Class<T> type, int id, Consumer<T> work) {
            @Nullable T found = session.get(type, id);
            if (found != null) {
                work.accept(found);
            }
        }

        /** What the database has, and what the session has after it was asked for everything. */
        private void see() {
            for (String query : List.of(
                    "SELECT name FROM estate_house",
                    "SELECT id, name, house_id FROM estate_room",
                    "SELECT name, room_id FROM item",
                    "SELECT item_id FROM receipt",
                    "SELECT room_id FROM photo")) {
                database.rows(session.connection(), query).stream().sorted().forEach(seen::add);
            }
            List<String> known = new ArrayList<>();
            for (int id = 1; id <= 40; id++) {
                with(Room.class, id, room -> known.add("room in " + room.house.get().name));
                with(Item.class, id, item -> known.add(item.name + " in " + item.room.get().id));
                with(Photo.class, id, photo -> known.add("photo of " + photo.roomId));
            }
            known.stream().sorted().forEach(seen::add);
        }
    }
}
