package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.engine.Connection;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Estate.Bulb;
import dev.dovetail.tests.orm.unitofwork.Estate.Crane;
import dev.dovetail.tests.orm.unitofwork.Estate.Harbour;
import dev.dovetail.tests.orm.unitofwork.Estate.House;
import dev.dovetail.tests.orm.unitofwork.Estate.Item;
import dev.dovetail.tests.orm.unitofwork.Estate.Lamp;
import dev.dovetail.tests.orm.unitofwork.Estate.Photo;
import dev.dovetail.tests.orm.unitofwork.Estate.Pier;
import dev.dovetail.tests.orm.unitofwork.Estate.Receipt;
import dev.dovetail.tests.orm.unitofwork.Estate.Room;
import dev.dovetail.tests.orm.unitofwork.Estate.Sack;
import dev.dovetail.tests.orm.unitofwork.Estate.Ship;
import dev.dovetail.tests.orm.unitofwork.Estate.Store;
import dev.dovetail.tests.orm.unitofwork.Estate.Street;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the delete cascade reaches and nobody needs as an object goes by one statement for each level. */
class SetDeletesTest {

    private static final String ITEMS =
            "DELETE FROM item WHERE item.room_id IN (SELECT estate_room.id FROM estate_room WHERE estate_room.house_id = ?) [1]";
    private static final String ROOMS = "DELETE FROM estate_room WHERE estate_room.house_id = ? [1]";
    private static final String HOUSE = "DELETE FROM estate_house WHERE estate_house.id = ? [1]";

    private final TestDatabase database = TestDatabase.of(
            House.class,
            Room.class,
            Item.class,
            Receipt.class,
            Photo.class,
            Street.class,
            Lamp.class,
            Bulb.class,
            Harbour.class,
            Ship.class,
            Pier.class,
            Crane.class,
            Store.class,
            Sack.class);
    private Session session = database.open();

    @BeforeEach
    void build() {
        // Rooms 1 and 2 with items 1 to 3 in house 1, room 3 with item 4 in house 2.
        database.sessions().transaction(work -> {
            work.add(new House(
                    "a", new Room("hall", new Item("chair"), new Item("table")), new Room("den", new Item("lamp"))));
            work.add(new House("b", new Room("loft", new Item("trunk"))));
        });
        database.statements().clear();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private List<String> rows() {
        Connection connection = session.connection();
        return List.of(
                String.join(" ", database.rows(connection, "SELECT id FROM estate_house ORDER BY id")),
                String.join(" ", database.rows(connection, "SELECT id FROM estate_room ORDER BY id")),
                String.join(" ", database.rows(connection, "SELECT id FROM item ORDER BY id")));
    }

    private House house(int id) {
        House house = session.getOne(House.class, id);
        database.statements().clear();
        return house;
    }

    private List<String> flushed() {
        session.flush();
        return database.statements().writes();
    }

    private void assertOnlyTheSecondHouseIsLeft() {
        assertThat(rows()).containsExactly("2", "3", "4");
    }

    @Test
    void eachLevelIsOneStatementTheDeepestFirst() {
        session.delete(house(1));
        session.flush();
        assertThat(database.statements().all()).containsExactly(ITEMS, ROOMS, HOUSE);
        assertOnlyTheSecondHouseIsLeft();
    }

    @Test
    void severalParentsShareTheStatements() {
        House second = house(2);
        session.delete(house(1));
        session.delete(second);
        assertThat(flushed())
                .containsExactly(
                        "DELETE FROM item WHERE item.room_id IN (SELECT estate_room.id FROM estate_room WHERE estate_room.house_id IN (?, ?))"
                                + " [1, 2]",
                        "DELETE FROM estate_room WHERE estate_room.house_id IN (?, ?) [1, 2]",
                        HOUSE,
                        "DELETE FROM estate_house WHERE estate_house.id = ? [2]");
        assertThat(rows()).containsExactly("", "", "");
    }

    @Test
    void tenThousandChildrenAreThreeStatements() {
        Room hall = session.getOne(Room.class, 1);
        hall.items.addAll(
                IntStream.range(0, 10_000).mapToObj(i -> new Item("i" + i)).toList());
        session.commit();
        session.close();
        session = database.open();
        session.delete(house(1));
        session.flush();
        assertThat(database.statements().sent()).isEqualTo(3);
        session.commit();
        assertOnlyTheSecondHouseIsLeft();
    }

    @Test
    void anOrphanTakesItsChildrenAlong() {
        House house = house(1);
        Room hall = house.rooms.get(0);
        house.rooms.remove(hall);
        database.statements().clear();
        session.flush();
        assertThat(database.statements().all())
                .containsExactly(
                        "DELETE FROM item WHERE item.room_id = ? [1]",
                        "DELETE FROM estate_room WHERE estate_room.id = ? [1]");
    }

    @Test
    void onlyWhatIsNotLoadedGoesByKey() {
        House house = house(1);
        session.getOne(Room.class, 2).items.size();
        house.rooms.size();
        session.delete(house);
        database.statements().clear();
        assertThat(flushed())
                .containsExactly(
                        "DELETE FROM item WHERE item.id = ? [3]",
                        "DELETE FROM item WHERE item.room_id = ? [1]",
                        "DELETE FROM estate_room WHERE estate_room.id = ? [1]",
                        "DELETE FROM estate_room WHERE estate_room.id = ? [2]",
                        HOUSE);
        assertOnlyTheSecondHouseIsLeft();
    }

    @Test
    void keysOfTwoColumns() {
        Street street = new Street("Hull", 1);
        Lamp lamp = new Lamp("m", 7);
        lamp.bulbs.add(new Bulb());
        street.lamps.add(lamp);
        session.add(street);
        session.commit();
        session.delete(street);
        session.flush();
        assertThat(database.rows(session.connection(), "SELECT id FROM bulb")).isEmpty();
        assertThat(database.rows(session.connection(), "SELECT maker FROM lamp"))
                .isEmpty();
        assertThat(session.contains(lamp)).isFalse();
    }

    // in memory

    @Test
    void objectsWhoseKnownKeyLeadsToADeletedOneAreDeletedAndOthersGoStale() {
        Room hall = session.getOne(Room.class, 1);
        Item chair = session.getOne(Item.class, 1);
        Item lamp = session.getOne(Item.class, 3); // its room is not in memory
        Item trunk = session.getOne(Item.class, 4);
        session.delete(house(1));
        session.flush();
        assertThat(session.contains(hall)).isFalse();
        assertThat(session.contains(chair)).isFalse();
        assertThatThrownBy(() -> session.refresh(lamp)).isInstanceOf(ObjectDeletedException.class);
        assertThat(session.get(Item.class, 3)).isNull();
        assertThat(trunk.room.get().name).isEqualTo("loft");
        assertThat(session.contains(trunk)).isTrue();
    }

    @Test
    void aRollbackUndoesAll() {
        House house = house(1);
        Room hall = session.getOne(Room.class, 1);
        Item chair = session.getOne(Item.class, 1);
        session.delete(house);
        session.flush();
        session.rollback();
        assertThat(session.contains(house)).isTrue();
        assertThat(session.contains(hall)).isTrue();
        assertThat(chair.room.get()).isSameAs(hall);
        assertThat(house.rooms).contains(hall);
        assertThat(rows()).containsExactly("1 2", "1 2 3", "1 2 3 4");
    }

    @Test
    void aSavepointUndoesAll() {
        House house = house(1);
        Room hall = session.getOne(Room.class, 1);
        var savepoint = session.beginNested();
        session.delete(house);
        session.flush();
        assertThat(session.contains(hall)).isFalse();
        savepoint.rollback();
        assertThat(session.contains(hall)).isTrue();
        session.commit();
        assertThat(rows()).containsExactly("1 2", "1 2 3", "1 2 3 4");
    }

    @Test
    void aFlushUnderASavepointThatFailsCanBeRepaired() {
        try (TestDatabase other = TestDatabase.with(
                        SessionOptions.DEFAULT.withFlushUnderSavepoint(true),
                        House.class,
                        Room.class,
                        Item.class,
                        Receipt.class);
                Session work = other.open()) {
            House house = new House("a", new Room("hall", new Item("chair")));
            work.add(house);
            work.commit();
            Item chair = work.getOne(Item.class, 1);
            Receipt receipt = new Receipt();
            receipt.itemId = 1;
            work.add(receipt);
            work.flush();
            work.delete(house);
            assertThatThrownBy(work::flush).isInstanceOf(ForeignKeyViolationException.class);
            assertThat(work.contains(chair)).isTrue();
            assertThat(work.deleted()).containsExactly(house);
            receipt.itemId = null;
            work.commit();
            assertThat(work.contains(chair)).isFalse();
            assertThat(other.rows("SELECT id FROM estate_room")).isEmpty();
        }
    }

    @Test
    void theDatabasesOwnRulesBelowAreFollowed() {
        Photo photo = new Photo();
        photo.roomId = 1;
        session.add(photo);
        session.commit();
        session.refresh(photo);
        session.delete(house(1));
        session.flush();
        session.get(Photo.class, 1);
        assertThat(photo.roomId).isNull();
    }

    // errors and plans

    @Test
    void anErrorSaysWhoseRowsWereDeletedAndWhy() {
        Receipt receipt = new Receipt();
        receipt.itemId = 2;
        session.add(receipt);
        session.commit();
        session.delete(house(1));
        assertThatThrownBy(session::flush).isInstanceOfSatisfying(ForeignKeyViolationException.class, e -> {
            assertThat(e.side()).isEqualTo(ForeignKeySide.STILL_REFERENCED);
            assertThat(e)
                    .hasMessageContaining("receipt")
                    .hasMessageContaining("deleting the rows of Item below House 1")
                    .hasMessageContaining("cascade DELETE of Room.items")
                    .hasMessageContaining("cascade DELETE of House.rooms, from House 1");
        });
        session.rollback();
        assertThat(rows()).containsExactly("1 2", "1 2 3", "1 2 3 4");
    }

    @Test
    void explainFlushShowsTableConditionAndReason() {
        session.delete(house(1));
        assertThat(session.explainFlush().replace(System.lineSeparator(), "\n")).isEqualTo("""
                1. DELETE item, not loaded
                    DELETE rows of Item WHERE room_id IN (SELECT id FROM estate_room WHERE house_id IN (id of House 1)): \
                cascade DELETE of Room.items, cascade DELETE of House.rooms, from House 1, Session.delete
                2. DELETE estate_room, not loaded
                    after 1: item(room_id) → estate_room
                    DELETE rows of Room WHERE house_id IN (id of House 1): \
                cascade DELETE of House.rooms, from House 1, Session.delete
                3. DELETE estate_house × 1
                    after 2: estate_room(house_id) → estate_house
                    DELETE House 1: Session.delete""");
        assertThat(database.statements().all()).isEmpty();
        assertThat(flushed()).containsExactly(ITEMS, ROOMS, HOUSE);
    }

    // reasons to load

    private List<String> tablesRead() {
        return database.statements().reads().stream()
                .map(sql -> sql.replaceFirst(".* FROM (\\w+).*", "$1"))
                .toList();
    }

    @Test
    void aListenerForDeletesOfAnyLevelIsToldOfEachObject() {
        List<String> heard = new java.util.ArrayList<>();
        database.sessions().events().afterDelete(Item.class, (work, item) -> heard.add(item.name));
        session.delete(house(1));
        session.flush();
        assertThat(heard).containsExactly("chair", "table", "lamp");
        assertOnlyTheSecondHouseIsLeft();
    }

    @Test
    void criteriaDecideWhatIsFound() {
        database.sessions()
                .criteria()
                .add(
                        Item.class,
                        (work, item) -> item.column("name", String.class).ne("chair"));
        session.delete(house(1));
        assertThat(tablesRead()).containsExactly("estate_room", "item", "item");
        assertThatThrownBy(session::flush).isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void versionsCirclesSecondaryTablesAndFurtherRulesNeedTheObjects() {
        Harbour harbour = new Harbour();
        Ship ship = new Ship();
        Pier pier = new Pier();
        Crane crane = new Crane();
        crane.items.add(session.getOne(Item.class, 4));
        Store store = new Store();
        Sack sack = new Sack();
        store.sacks.add(sack);
        harbour.ships.add(ship);
        harbour.piers.add(pier);
        harbour.cranes.add(crane);
        harbour.stores.add(store);
        session.add(harbour);
        session.commit();
        session.refresh(harbour);
        database.statements().clear();
        session.delete(harbour);
        assertThat(session.deleted()).contains(ship, pier, crane, store, sack);
        assertThat(tablesRead()).contains("estate_ship", "pier", "crane", "store");
        session.commit();
        for (String table : List.of("harbour", "estate_ship", "pier", "crane", "store", "sack", "crane_item")) {
            assertThat(database.rows("SELECT count(*) FROM " + table)).containsExactly("0");
        }
    }

    @Test
    void anUnflushedChangeOfSuchAnObjectLoadsTheChildren() {
        Item chair = session.getOne(Item.class, 1);
        session.delete(house(1));
        chair.name = "stool";
        session.flush();
        assertThat(tablesRead()).containsExactly("estate_room", "item", "item");
        assertOnlyTheSecondHouseIsLeft();
    }

    @Test
    void whatIsNewBelowIsWrittenFirst() {
        House house = house(1);
        Item bench = new Item("bench");
        bench.roomId = 1;
        session.add(bench);
        session.delete(house);
        assertThat(database.statements().writes())
                .containsExactly("INSERT INTO item (name, room_id) VALUES (?, ?) [bench, 1]");
        assertThat(flushed()).containsExactly(ITEMS, ROOMS, HOUSE);
        assertThat(session.get(Item.class, bench.id)).isNull();
    }

    @Test
    void childrenLoadedMeanwhileGoAsObjects() {
        SessionOptions options = SessionOptions.DEFAULT.withAutoflush(false);
        try (Session work = database.sessions().with(options).open()) {
            House house = work.getOne(House.class, 1);
            work.delete(house);
            assertThat(house.rooms).hasSize(2);
            database.statements().clear();
            work.flush();
            assertThat(database.statements().writes())
                    .containsExactly(
                            "DELETE FROM item WHERE item.room_id IN (?, ?) [1, 2]",
                            "DELETE FROM estate_room WHERE estate_room.id = ? [1]",
                            "DELETE FROM estate_room WHERE estate_room.id = ? [2]",
                            HOUSE);
        }
    }

    @Test
    void aParentWhoseUniqueValueIsTakenOverGoesEarlyAndSoDoItsChildren() {
        session.delete(house(1));
        session.add(new House("a", new Room("new")));
        session.commit();
        assertThat(database.rows("SELECT name FROM estate_house ORDER BY name")).containsExactly("a", "b");
        assertThat(database.rows("SELECT name FROM estate_room ORDER BY name")).containsExactly("loft", "new");
    }

    @Test
    void aParentThatIsAddedAgainKeepsItsChildren() {
        House house = house(1);
        session.delete(house);
        session.add(house);
        assertThat(flushed()).isEmpty();
        assertThat(rows()).containsExactly("1 2", "1 2 3", "1 2 3 4");
    }
}
