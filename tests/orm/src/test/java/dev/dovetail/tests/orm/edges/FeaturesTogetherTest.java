package dev.dovetail.tests.orm.edges;

import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.orm.query.Queries.update;
import static dev.dovetail.tests.orm.edges.Joints_Group_.GROUP;
import static dev.dovetail.tests.orm.edges.Joints_Guest_.GUEST;
import static dev.dovetail.tests.orm.edges.Joints_Leaf_.LEAF;
import static dev.dovetail.tests.orm.edges.Joints_Node_.NODE;
import static dev.dovetail.tests.orm.edges.Joints_Offer_.OFFER;
import static dev.dovetail.tests.orm.edges.Joints_Seat_.SEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.StaleDataException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.edges.Joints.*;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Features of the mapping and of the session that were made apart, in one flush or one query. */
class FeaturesTogetherTest {

    private final TestDatabase database = TestDatabase.of(
            Folder.class,
            Sheet.class,
            Label.class,
            Team.class,
            Player.class,
            Offer.class,
            Seat.class,
            Cushion.class,
            Booking.class,
            Guest.class,
            Node.class,
            Group.class,
            Leaf.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    // a row that changes hands

    @Test
    void whatTheDatabaseDeletesWithARowGoesAlsoWhereTheKeyIsTakenAgain() {
        Folder old = new Folder(1, "old");
        old.sheets.add(new Sheet("a"));
        session.add(old);
        session.commit();
        session.delete(old);
        session.add(new Folder(1, "new"));
        session.commit();
        assertThat(database.rows("SELECT title FROM joint_folder")).containsExactly("new");
        assertThat(database.rows("SELECT text FROM joint_sheet")).isEmpty();
    }

    @Test
    void theRowsOfASecondaryTableGoAlsoWhereTheKeyIsTakenAgain() {
        Folder old = new Folder(1, "old");
        Label red = new Label("red");
        Label blue = new Label("blue");
        old.labels.addAll(List.of(red, blue));
        session.add(old);
        session.commit();
        session.delete(old);
        Folder young = new Folder(1, "new");
        young.labels.add(red);
        session.add(young);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM joint_folder_label")).containsExactly("1");
        assertThat(young.labels).containsExactly(red);
    }

    @Test
    void aParentWithoutAKeyHasNoChildrenInMemory() {
        Team team = new Team();
        Player free = new Player();
        session.addAll(List.of(team, free));
        session.commit();
        session.refresh(free);
        session.refresh(team);
        session.delete(team);
        session.commit();
        assertThat(session.inspect(free).lifeCycle()).isEqualTo(LifeCycle.PERSISTENT);
        assertThat(database.rows("SELECT count(*) FROM joint_player")).containsExactly("1");
    }

    // records whose parts belong together

    private Offer offer() {
        Offer offer = new Offer("a", new Period(1, 2));
        session.add(offer);
        session.commit();
        return offer;
    }

    @Test
    void aRecordIsMergedAsAWhole() {
        Offer offer = offer();
        Offer given = new Offer("b", new Period(8, 9));
        given.id = offer.id;
        assertThat(session.merge(given)).isSameAs(offer);
        assertThat(offer.period).isEqualTo(new Period(8, 9));
        session.commit();
        given = new Offer("b", new Period(1, 3));
        given.id = offer.id;
        session.merge(given);
        session.commit();
        assertThat(database.rows("SELECT * FROM joint_offer")).containsExactly("1|b|1|3|3");
    }

    @Test
    void aNewRecordIsMerged() {
        Offer given = new Offer("b", new Period(8, 9));
        given.id = 77;
        assertThat(session.merge(given).period).isEqualTo(new Period(8, 9));
    }

    @Test
    void aPartOfARecordIsExpired() {
        Offer offer = offer();
        session.refresh(offer);
        offer.name = "b";
        offer.period = new Period(8, 9);
        session.expire(offer, OFFER.period.first);
        session.flush();
        assertThat(offer.period).isEqualTo(new Period(1, 9));
        assertThat(database.rows(session.connection(), "SELECT * FROM joint_offer"))
                .containsExactly("1|b|1|9|2");
    }

    @Test
    void aRecordIsRefreshedAsAWhole() {
        Offer offer = offer();
        session.refresh(offer);
        offer.name = "b";
        offer.period = new Period(8, 9);
        session.refresh(offer, "period");
        assertThat(offer.period).isEqualTo(new Period(1, 2));
        assertThat(offer.name).isEqualTo("b");
    }

    @Test
    void bothPartsOfARecordAreUpdatedByCriteria() {
        Offer offer = offer();
        session.refresh(offer);
        session.execute(update(OFFER).set(OFFER.period.first, 8).set(OFFER.period.last, 9));
        assertThat(offer.period).isEqualTo(new Period(8, 9));
        session.commit();
        offer.name = "c";
        session.commit();
        assertThat(database.rows("SELECT * FROM joint_offer")).containsExactly("1|c|8|9|3");
    }

    @Test
    void anUpsertMeetsAnObjectThatIsKnown() {
        Offer offer = offer();
        session.refresh(offer);
        Offer given = new Offer("b", new Period(8, 9));
        given.id = offer.id;
        assertThat(session.upsert(given)).isSameAs(offer);
        assertThat(offer.period).isEqualTo(new Period(8, 9));
        offer.name = "c";
        session.commit();
        assertThat(database.rows("SELECT * FROM joint_offer")).containsExactly("1|c|8|9|3");
    }

    @Test
    void aRecordIsPutBackAsAWhole() {
        Offer offer = offer();
        session.refresh(offer);
        offer.period = new Period(8, 9);
        session.flush();
        session.rollback();
        assertThat(offer.period).isEqualTo(new Period(1, 2));
        offer.period = new Period(8, 9);
        session.rollback();
        assertThat(offer.period).isEqualTo(new Period(1, 2));
    }

    // keys that are records, many of them

    @Test
    void manyKeysOfSeveralColumns() {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < 1203; i++) {
            Seat seat = new Seat("h" + i % 3, i);
            seat.bookings.add(new Booking(new UUID(i, i)));
            seats.add(seat);
        }
        Guest guest = new Guest("g");
        guest.seats.addAll(seats);
        session.add(guest);
        session.addAll(seats);
        session.commit();
        try (Session other = database.open()) {
            List<Seat> all = other.list(select(SEAT).options(selectInLoad(SEAT.bookings), selectInLoad(SEAT.guests)));
            assertThat(all).hasSize(1203).allMatch(seat -> seat.bookings.size() == 1 && seat.guests.size() == 1);
        }
        try (Session other = database.open()) {
            List<Seat> all = other.list(select(SEAT)
                    .orderBy(SEAT.id.number.asc())
                    .limit(7)
                    .options(joinedLoad(SEAT.bookings), joinedLoad(SEAT.guests)));
            assertThat(all).hasSize(7).allMatch(seat -> seat.bookings.isLoaded() && seat.guests.isLoaded());
            assertThat(all).allMatch(seat -> seat.bookings.size() == 1 && seat.guests.size() == 1);
        }
        try (Session other = database.open()) {
            List<Seat> all = other.list(select(SEAT));
            assertThat(all.get(700).bookings).hasSize(1);
            database.statements().clear();
            assertThat(all.get(701).bookings).hasSize(1);
            assertThat(all.get(701).guests).hasSize(1);
            assertThat(all.get(702).guests).hasSize(1);
            assertThat(database.statements().reads()).hasSizeLessThan(3);
            assertThat(all.get(3).bookings.get(0).seat.get()).isSameAs(all.get(3));
        }
        try (Session other = database.open();
                Stream<Seat> stream = other.stream(select(SEAT).options(selectInLoad(SEAT.bookings)))) {
            assertThat(stream.filter(seat -> seat.bookings.size() == 1).count()).isEqualTo(1203);
        }
    }

    // people joined to people, by names that change

    @Test
    void aNameThatChangesTogetherWithTheFriends() {
        Guest a = new Guest("a");
        Guest b = new Guest("b");
        Guest c = new Guest("c");
        a.friends.add(b);
        b.friends.add(a);
        session.addAll(List.of(a, b, c));
        session.commit();
        assertThat(database.rows("SELECT a, b FROM joint_friend ORDER BY a, b")).containsExactly("a|b", "b|a");
        session.refresh(a);
        a.name = "z";
        a.friends.remove(b);
        a.friends.add(c);
        session.flush();
        assertThat(session.get(Guest.class, "z")).isSameAs(a);
        session.commit();
        assertThat(database.rows("SELECT a, b FROM joint_friend ORDER BY a, b")).containsExactly("b|z", "z|c");
        assertThat(a.friends).containsExactly(c);
        assertThat(a.friendOf).containsExactly(b);
        a.name = "y";
        a.friends.clear();
        session.flush();
        session.rollback();
        assertThat(a.name).isEqualTo("z");
        assertThat(session.get(Guest.class, "z")).isSameAs(a);
        assertThat(a.friends).containsExactly(c);
        session.delete(a);
        session.commit();
        assertThat(database.rows("SELECT a, b FROM joint_friend ORDER BY a, b")).isEmpty();
    }

    @Test
    void siblingsOfAJoinToThemselvesLoadTogether() {
        List<Guest> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(new Guest("g" + i));
        }
        for (Guest guest : all) {
            guest.friends.addAll(all);
        }
        session.addAll(all);
        session.commit();
        try (Session other = database.open()) {
            List<Guest> guests = other.list(select(GUEST));
            database.statements().clear();
            guests.forEach(guest -> assertThat(guest.friends).containsExactlyInAnyOrderElementsOf(guests));
            assertThat(database.statements().reads()).hasSize(1);
            guests.forEach(guest -> assertThat(guest.friendOf).containsExactlyInAnyOrderElementsOf(guests));
            assertThat(database.statements().reads()).hasSize(1);
        }
        try (Session other = database.open()) {
            List<Guest> guests = other.list(select(GUEST)
                    .where(GUEST.name.eq("g1"))
                    .options(joinedLoad(GUEST.friends).then(joinedLoad(GUEST.friendOf))));
            assertThat(guests).hasSize(1);
        }
    }

    @Test
    void aMergedGraphOfFriendsThatIsRolledBack() {
        Guest a = new Guest("a");
        Guest b = new Guest("b");
        a.friends.add(b);
        session.add(a);
        session.commit();
        Guest given = new Guest("a");
        Guest c = new Guest("c");
        given.friends.add(c);
        given.friends.add(given);
        Guest merged = session.merge(given);
        assertThat(merged).isSameAs(a);
        session.flush();
        assertThat(database.rows(session.connection(), "SELECT a, b FROM joint_friend ORDER BY a, b"))
                .containsExactly("a|a", "a|c");
        session.rollback();
        assertThat(a.friends).containsExactly(b);
        assertThat(b.friendOf).containsExactly(a);
        assertThat(session.get(Guest.class, "c")).isNull();
    }

    // a hierarchy with versions and references to itself

    @Test
    void aHierarchyWithVersionsAndACircle() {
        Group group = new Group("g");
        Leaf leaf = new Leaf("l", "red");
        group.leaves.add(leaf);
        group.favourite.set(leaf);
        leaf.favourite.set(leaf);
        session.add(group);
        session.commit();
        assertThat(database.rows("SELECT id, favourite_id FROM joint_node ORDER BY id"))
                .containsExactly("1|2", "2|2");
        leaf.colour = "blue";
        session.flush();
        int version = leaf.version;
        session.rollback();
        assertThat(leaf.colour).isEqualTo("red");
        session.refresh(leaf);
        assertThat(leaf.version).isEqualTo(version - 1);
        session.connection().execute(Sql.sql("UPDATE joint_node SET version = version + 1 WHERE id = 2"));
        leaf.colour = "green";
        assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        session.rollback();
        session.delete(group);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM joint_node")).containsExactly("0");
        assertThat(database.rows("SELECT count(*) FROM joint_leaf")).containsExactly("0");
    }

    @Test
    void nullIsGivenToAColumnOfASubclass() {
        Leaf leaf = new Leaf("l", "red");
        session.setToNull(leaf, LEAF.colour);
        assertThat(leaf.name).isEqualTo("l");
        assertThat(leaf.colour).isNull();
    }

    @Test
    void aRowOfAHierarchyChangesHands() {
        Group group = new Group("g");
        group.motto = "m";
        group.leaves.add(new Leaf("l", "red"));
        session.add(group);
        session.commit();
        Integer id = group.id;
        session.delete(group);
        Group next = new Group("h");
        next.id = id;
        next.leaves.add(new Leaf("k", "blue"));
        session.add(next);
        session.commit();
        assertThat(database.rows("SELECT name, motto FROM joint_node JOIN joint_group USING (id)"))
                .containsExactly("h|null");
        assertThat(next.leaves).hasSize(1);
        session.delete(next);
        Leaf other = new Leaf("x", "y");
        other.id = id;
        session.add(other);
        session.commit();
        assertThat(database.rows("SELECT name, colour FROM joint_node JOIN joint_leaf USING (id)"))
                .containsExactly("x|y");
        assertThat(session.get(Node.class, id)).isSameAs(other);
    }

    @Test
    void readOnlyQueriesAndStreamsOfAHierarchy() {
        Group group = new Group("g");
        group.leaves.add(new Leaf("l", "red"));
        group.favourite.set(group.leaves.get(0));
        session.add(group);
        session.commit();
        session.refresh(group);
        List<Node> nodes = session.list(select(NODE)
                .orderBy(NODE.id.asc())
                .options(joinedLoad(NODE.favourite))
                .readOnly());
        assertThat(nodes).hasSize(2);
        assertThat(nodes.get(0)).isInstanceOf(Group.class).isNotSameAs(group);
        assertThat(nodes.get(0).favourite.get()).isSameAs(nodes.get(1));
        List<Group> groups =
                session.list(select(GROUP).options(selectInLoad(GROUP.leaves)).readOnly());
        assertThat(groups.get(0).leaves.get(0).colour).isEqualTo("red");
        try (Stream<Node> stream = session.stream(select(NODE))) {
            assertThat(stream.map(node -> node.getClass().getSimpleName())).containsExactlyInAnyOrder("Group", "Leaf");
        }
    }
}
