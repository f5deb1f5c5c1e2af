package dev.dovetail.tests.orm.edges;

import static dev.dovetail.orm.query.Queries.deleteFrom;
import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.orm.query.Queries.update;
import static dev.dovetail.tests.orm.edges.Seams_Club_.CLUB;
import static dev.dovetail.tests.orm.edges.Seams_Fan_.FAN;
import static dev.dovetail.tests.orm.edges.Seams_Frame_.FRAME;
import static dev.dovetail.tests.orm.edges.Seams_Item_.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.StaleDataException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.edges.Seams.*;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Newer features of the session together with older ones. */
class SeamsTest {

    private final TestDatabase database =
            TestDatabase.of(Item.class, Shape.class, Disc.class, Box.class, Club.class, Fan.class, Frame.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private Item item(int id) {
        Item item = new Item(id, "o" + id, "n" + id);
        item.body.set("b" + id);
        session.add(item);
        session.commit();
        session.refresh(item);
        database.statements().clear();
        return item;
    }

    @Test
    void aRowThatChangesHandsKeepsNothingOfTheOldObject() {
        session.delete(item(1));
        Item next = new Item(1, "other", "new");
        session.add(next);
        session.commit();
        assertThat(database.rows("SELECT origin, name, body FROM seam_item")).containsExactly("other|new|null");
    }

    @Test
    void aRowThatChangesHandsIsAssigned() {
        session.delete(item(1));
        Item next = new Item(1, "x", "new");
        session.assign(next, ITEM.origin, Sql.upper(Sql.value("origin")));
        session.add(next);
        session.commit();
        assertThat(database.rows("SELECT origin, name FROM seam_item")).containsExactly("ORIGIN|new");
    }

    @Test
    void aSetBodyGoesAlong() {
        session.delete(item(1));
        Item next = new Item(1, "o1", "new");
        next.body.set("fresh");
        session.add(next);
        session.commit();
        assertThat(database.rows("SELECT body FROM seam_item")).containsExactly("fresh");
    }

    @Test
    void keysArePassedOnLevelByLevel() {
        try (TestDatabase deferring = TestDatabase.requiring(
                        Capability.DEFERRABLE_FOREIGN_KEYS, State.class, District.class, House.class);
                Session own = deferring.open()) {
            State state = new State("A");
            District district = new District(1);
            district.houses.add(new House(7));
            state.districts.add(district);
            own.add(state);
            own.commit();
            own.expungeAll();
            own.getOne(State.class, "A").code = "B";
            own.commit();
            assertThat(deferring.rows("SELECT state_code, district_number FROM seam_house"))
                    .containsExactly("B|1");
        }
    }

    @Test
    void aUniqueValueGoesFromOneClassToAnother() {
        Disc disc = new Disc("a");
        session.add(disc);
        session.commit();
        session.delete(disc);
        session.add(new Box("a"));
        session.commit();
        assertThat(database.rows("SELECT label, type FROM seam_shape")).containsExactly("a|box");
    }

    @Test
    void valuesAreExchangedBetweenClasses() {
        Disc disc = new Disc("a");
        Box box = new Box("b");
        session.addAll(List.of(disc, box));
        session.commit();
        disc.label = "b";
        box.label = "a";
        session.commit();
        assertThat(database.rows("SELECT label FROM seam_shape ORDER BY id")).containsExactly("b", "a");
    }

    @Test
    void aPartOfARecordIsAssignedBesideAChangedPart() {
        Item item = item(1);
        item.extent = new Extent(1, 2);
        session.flush();
        item.extent = new Extent(5, 2);
        session.assign(item, ITEM.extent.width, ITEM.extent.width.plus(1));
        session.flush();
        assertThat(item.extent).isEqualTo(new Extent(5, 3));
        session.commit();
        assertThat(database.rows("SELECT extent_height, extent_width FROM seam_item"))
                .containsExactly("5|3");
    }

    @Test
    void aPartOfANewRecordIsAssigned() {
        Item item = new Item(1, "o", "n");
        session.assign(item, ITEM.extent.width, Sql.value(4));
        session.add(item);
        session.flush();
        assertThat(item.extent).isEqualTo(new Extent(null, 4));
        session.flush();
        session.rollback();
        assertThat(item.extent).isNull();
        session.add(item);
        session.commit();
        assertThat(database.rows("SELECT extent_height, extent_width FROM seam_item"))
                .containsExactly("null|4");
    }

    @Test
    void whatIsAssignedDoesNotOverwriteWhatHasMoved() {
        Item item = item(1);
        session.commit();
        item.views = 9;
        session.assign(item, ITEM.views, ITEM.views.plus(1));
        database.sql("UPDATE seam_item SET views = 5");
        session.commit();
        assertThat(database.rows("SELECT views FROM seam_item")).containsExactly("6");
    }

    @Test
    void mergedAssignmentsMeetFields() {
        Item item = item(1);
        session.expungeAll();
        session.commit();
        session.assign(item, ITEM.views, ITEM.views.plus(1));
        Item merged = session.merge(item);
        session.commit();
        assertThat(merged.views).isEqualTo(1);
        assertThat(database.rows("SELECT views FROM seam_item")).containsExactly("1");
    }

    @Test
    void anAssignmentWithinASavepointIsTakenBack() {
        Item item = item(1);
        session.assign(item, ITEM.views, ITEM.views.plus(1));
        var point = session.beginNested();
        session.assign(item, ITEM.views, ITEM.views.plus(10));
        session.assign(item, ITEM.body, Sql.upper(ITEM.body));
        session.flush();
        assertThat(item.views).isEqualTo(11);
        point.rollback();
        assertThat(item.views).isEqualTo(1);
        assertThat(item.body.get()).isEqualTo("b1");
        item.name = "z";
        session.commit();
        assertThat(database.rows("SELECT views, body, name, version FROM seam_item"))
                .containsExactly("1|b1|z|3");
    }

    @Test
    void aCriteriaUpdateMeetsAnAssignment() {
        Item item = item(1);
        session.noAutoflush(s -> {
            session.assign(item, ITEM.views, ITEM.views.plus(1));
            session.execute(update(ITEM).set(ITEM.views, 5).set(ITEM.name, "c"));
        });
        session.commit();
        assertThat(database.rows("SELECT views, name, version FROM seam_item")).containsExactly("6|c|3");
    }

    @Test
    void deletedByCriteriaAfterAssign() {
        Item item = item(1);
        session.noAutoflush(s -> {
            session.assign(item, ITEM.views, ITEM.views.plus(1));
            session.execute(deleteFrom(ITEM).where(ITEM.id.eq(1)));
        });
        session.commit();
        assertThat(session.list(select(ITEM))).isEmpty();
    }

    @Test
    void aCollectionWithoutAnotherSideFollowsCriteria() {
        Club a = new Club(1, "a");
        Club b = new Club(2, "b");
        Fan fan = new Fan(1);
        a.fans.add(fan);
        session.addAll(List.of(a, b));
        session.commit();
        assertThat(a.fans).containsExactly(fan);
        assertThat(b.fans).isEmpty();
        session.execute(update(FAN).set(FAN.clubId, 2));
        assertThat(a.fans).isEmpty();
        assertThat(b.fans).containsExactly(fan);
    }

    @Test
    void aReferenceFollowsAKeyThatCriteriaChange() {
        Club a = new Club(1, "a");
        Fan fan = new Fan(1);
        fan.clubCode = "a";
        session.addAll(List.of(a, fan));
        session.commit();
        session.refresh(fan);
        session.execute(update(CLUB).set(CLUB.code, "z"));
        assertThat(session.getOne(Fan.class, 1).clubCode).isEqualTo("z");
    }

    @Test
    void aDeferredColumnIsUpdatedByCriteria() {
        Item item = item(1);
        session.execute(update(ITEM).set(ITEM.body, "x"));
        assertThat(item.body.get()).isEqualTo("x");
        session.commit();
        assertThat(item.body.get()).isEqualTo("x");
        session.execute(update(ITEM).set(ITEM.body, Sql.upper(ITEM.body)));
        assertThat(item.body.get()).isEqualTo("X");
        session.rollback();
        assertThat(item.body.get()).isEqualTo("x");
    }

    @Test
    void anObjectOfWhichAPartIsStaleIsUpdatedByCriteria() {
        Item item = item(1);
        session.execute(update(ITEM).set(ITEM.name, "first"));
        session.execute(update(ITEM).set(ITEM.name, "second"));
        assertThat(session.getOne(Item.class, 1)).isSameAs(item);
        assertThat(item.name).isEqualTo("second");
    }

    @Test
    void anObjectOfWhichAPartIsStaleGetsAnotherRow() {
        Item item = item(1);
        session.execute(update(ITEM).set(ITEM.name, "first"));
        session.execute(deleteFrom(ITEM));
        session.bulkInsert(List.of(new Item(1, "other", "second")));
        Item found = session.getOne(Item.class, 1);
        assertThat(found.origin).isEqualTo("other");
        assertThat(found.name).isEqualTo("second");
        assertThat(found.body.get()).isNull();
        assertThat(session.contains(item)).isEqualTo(found == item);
    }

    @Test
    void aListenerAssigns() {
        database.sessions()
                .events()
                .beforeUpdate(Item.class, (it, item) -> it.assign(item, ITEM.views, ITEM.views.plus(1)));
        Item item = item(1);
        item.name = "x";
        session.commit();
        session.refresh(item);
        assertThat(item.views).isEqualTo(1);
        database.sessions()
                .events()
                .beforeInsert(Item.class, (it, some) -> it.assign(some, ITEM.name, Sql.upper(Sql.value("q"))));
        Item other = item(2);
        assertThat(other.name).isEqualTo("Q");
    }

    @Test
    void aBroughtBackObjectIsAssignedByItsVersion() {
        Item item = item(1);
        session.expungeAll();
        session.commit();
        database.sql("UPDATE seam_item SET version = 7");
        session.add(item);
        session.assign(item, ITEM.views, ITEM.views.plus(1));
        assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
    }

    @Test
    void aReferenceToAnotherClassOfTheTable() {
        Disc disc = new Disc("d");
        Box box = new Box("b");
        session.addAll(List.of(disc, box));
        session.flush();
        Frame wrong = new Frame(1);
        wrong.boxId = disc.id;
        Frame right = new Frame(2);
        right.boxId = box.id;
        session.addAll(List.of(wrong, right));
        session.commit();
        session.expungeAll();
        assertThat(session.list(select(FRAME).options(joinedLoad(FRAME.box)).orderBy(FRAME.id)))
                .extracting(frame -> frame.box.get() == null)
                .containsExactly(true, false);
        session.expungeAll();
        assertThat(session.list(select(FRAME).options(selectInLoad(FRAME.box)).orderBy(FRAME.id)))
                .extracting(frame -> frame.box.get() == null)
                .containsExactly(true, false);
        session.expungeAll();
        assertThat(session.list(select(FRAME).orderBy(FRAME.id)))
                .extracting(frame -> frame.box.get() == null)
                .containsExactly(true, false);
    }

    @Test
    void aNewObjectWhoseFieldIsSetAfterwardsCanBeMended() {
        Item item = new Item(1, "o", "n");
        session.add(item);
        session.assign(item, ITEM.name, Sql.upper(Sql.value("x")));
        item.name = "y";
        assertThatThrownBy(session::flush).hasMessageContaining("assign the value, Sql.value(…)");
        session.assign(item, ITEM.name, Sql.value("y"));
        session.commit();
        assertThat(database.rows("SELECT name FROM seam_item")).containsExactly("y");
    }
}
