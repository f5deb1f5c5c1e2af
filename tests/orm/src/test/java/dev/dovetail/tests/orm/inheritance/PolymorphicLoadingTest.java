package dev.dovetail.tests.orm.inheritance;

import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.inheritance.Stock_Arrow_.ARROW;
import static dev.dovetail.tests.orm.inheritance.Stock_Bin_.BIN;
import static dev.dovetail.tests.orm.inheritance.Stock_Bolt_.BOLT;
import static dev.dovetail.tests.orm.inheritance.Stock_Nut_.NUT;
import static dev.dovetail.tests.orm.inheritance.Stock_Part_.PART;
import static dev.dovetail.tests.orm.inheritance.Stock_Plate_.PLATE;
import static dev.dovetail.tests.orm.inheritance.Stock_Sign_.SIGN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.inheritance.Stock.Arrow;
import dev.dovetail.tests.orm.inheritance.Stock.Bin;
import dev.dovetail.tests.orm.inheritance.Stock.Bolt;
import dev.dovetail.tests.orm.inheritance.Stock.LockNut;
import dev.dovetail.tests.orm.inheritance.Stock.Nut;
import dev.dovetail.tests.orm.inheritance.Stock.Part;
import dev.dovetail.tests.orm.inheritance.Stock.Plate;
import dev.dovetail.tests.orm.inheritance.Stock.Sign;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relationships to a hierarchy, loaded in every way; and criteria on classes of one. */
class PolymorphicLoadingTest {

    private final TestDatabase database = TestDatabase.of(
            Bin.class, Part.class, Nut.class, LockNut.class, Bolt.class, Sign.class, Plate.class, Arrow.class);
    private Session session = database.open();

    @BeforeEach
    void store() {
        Bin first = new Bin();
        Bin second = new Bin();
        LockNut lock = new LockNut();
        lock.size = 8;
        lock.grip = 3;
        Bolt bolt = new Bolt();
        bolt.length = 40;
        bolt.nut.set(lock);
        Nut nut = new Nut();
        nut.size = 6;
        first.parts.addAll(List.of(lock, bolt));
        second.parts.add(nut);
        Plate plate = new Plate();
        plate.width = 20;
        plate.part.set(lock);
        Arrow arrow = new Arrow();
        arrow.heading = 90;
        arrow.part.set(bolt);
        arrow.next.set(plate);
        session.add(first);
        session.flush();
        session.addAll(List.of(second, plate, arrow));
        reopen();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private void reopen() {
        session.commit();
        session.close();
        session = database.open();
        database.statements().clear();
    }

    // to-one

    @Test
    void aJoinedToOneHasTheColumnsOfItsClass() {
        List<Sign> signs =
                session.list(select(SIGN).options(joinedLoad(SIGN.part)).orderBy(SIGN.id));
        assertThat(database.statements().sent()).isEqualTo(1);
        database.statements().clear();
        assertThat(((LockNut) signs.get(0).part.get()).grip).isEqualTo(3);
        assertThat(((LockNut) signs.get(0).part.get()).size).isEqualTo(8);
        assertThat(((Bolt) signs.get(1).part.get()).length).isEqualTo(40);
        assertThat(database.statements().sent()).isZero();
    }

    @Test
    void aJoinedToOneOfTheSameTableHasTheColumnsOfItsClass() {
        Arrow arrow = session.one(select(ARROW).options(joinedLoad(ARROW.next)));
        assertThat(((Plate) arrow.next.get()).width).isEqualTo(20);
        assertThat(database.statements().sent()).isEqualTo(1);
    }

    @Test
    void aJoinedToOneToASubclass() {
        Bolt bolt = session.one(select(BOLT).options(joinedLoad(BOLT.nut)));
        assertThat(bolt.nut.get()).isInstanceOf(LockNut.class);
        assertThat(((LockNut) bolt.nut.get()).grip).isEqualTo(3);
        assertThat(database.statements().sent()).isEqualTo(1);
    }

    @Test
    void aToOneIsLoadedInASecondStatement() {
        List<Sign> signs =
                session.list(select(SIGN).options(selectInLoad(SIGN.part)).orderBy(SIGN.id));
        assertThat(database.statements().sent()).isEqualTo(2);
        assertThat(signs).extracting(sign -> sign.part.get().getClass()).isEqualTo(List.of(LockNut.class, Bolt.class));
    }

    // collections

    @Test
    void aJoinedCollectionHasObjectsOfAllClasses() {
        List<Bin> bins = session.list(select(BIN).options(joinedLoad(BIN.parts)).orderBy(BIN.id));
        assertThat(database.statements().sent()).isEqualTo(1);
        database.statements().clear();
        assertThat(bins).hasSize(2);
        assertThat(bins.get(0).parts).extracting(Object::getClass).isEqualTo(List.of(LockNut.class, Bolt.class));
        assertThat(((LockNut) bins.get(0).parts.get(0)).grip).isEqualTo(3);
        assertThat(((Nut) bins.get(1).parts.get(0)).size).isEqualTo(6);
        assertThat(database.statements().sent()).isZero();
    }

    @Test
    void aLimitCountsObjectsNotTheRowsOfTheirCollections() {
        List<Bin> bins = session.list(
                select(BIN).options(joinedLoad(BIN.parts)).orderBy(BIN.id).limit(1));
        assertThat(bins).hasSize(1);
        assertThat(bins.get(0).parts).hasSize(2);
        assertThat(database.statements().sent()).isEqualTo(1);
        session.expungeAll();
        bins = session.list(select(BIN)
                .options(joinedLoad(BIN.parts))
                .orderBy(BIN.id.desc())
                .limit(1));
        assertThat(bins.get(0).parts).hasSize(1).first().isInstanceOf(Nut.class);
    }

    @Test
    void aLimitOnAHierarchyWithAJoinedCollectionOfASubclass() {
        List<Nut> nuts = session.list(
                select(NUT).options(joinedLoad(NUT.bolts)).orderBy(NUT.id).limit(1));
        assertThat(nuts).hasSize(1);
        assertThat(nuts.get(0)).isInstanceOf(LockNut.class);
        assertThat(nuts.get(0).bolts).hasSize(1);
        assertThat(database.statements().sent()).isEqualTo(1);
    }

    @Test
    void aPathGoesOnThroughASubclass() {
        List<Bolt> bolts =
                session.list(select(BOLT).options(joinedLoad(BOLT.nut).then(joinedLoad(NUT.bolts))));
        assertThat(bolts.get(0).nut.get().bolts).containsExactly(bolts.get(0));
        assertThat(database.statements().sent()).isEqualTo(1);
    }

    // criteria

    @Test
    void criteriaOfABaseHoldForItsSubclassesAndForWhatLeadsToThem() {
        database.sessions().criteria().add(PART, (it, part) -> part.id.ne(1));
        assertThat(session.list(select(PART))).hasSize(2);
        assertThat(session.list(select(NUT))).extracting(nut -> nut.size).containsExactly(6);
        assertThat(session.get(LockNut.class, 1)).isNull();
        assertThat(session.getOne(Bin.class, 1).parts).hasSize(1).first().isInstanceOf(Bolt.class);
        session.expungeAll();
        assertThat(session.getOne(Bolt.class, 2).nut.get()).isNull();
        session.expungeAll();
        assertThat(session.list(select(BIN).options(joinedLoad(BIN.parts)).orderBy(BIN.id))
                        .get(0)
                        .parts)
                .hasSize(1);
    }

    @Test
    void criteriaOfASubclassNameItsColumns() {
        database.sessions().criteria().add(NUT, (it, nut) -> nut.size.lt(7));
        assertThat(session.list(select(NUT))).extracting(nut -> nut.size).containsExactly(6);
        assertThat(session.count(select(NUT))).isEqualTo(1);
        assertThat(session.get(Nut.class, 1)).isNull();
        assertThat(session.getOne(Bolt.class, 2).nut.get()).isNull();
        session.expungeAll();
        assertThat(session.one(select(BOLT).options(joinedLoad(BOLT.nut))).nut.get())
                .isNull();
        session.expungeAll();
        assertThat(session.one(select(BOLT).options(selectInLoad(BOLT.nut))).nut.get())
                .isNull();
    }

    @Test
    void criteriaOfASubclassDoNotHoldForItsBase() {
        database.sessions().criteria().add(NUT, (it, nut) -> nut.size.lt(7));
        assertThat(session.list(select(PART))).hasSize(3);
    }

    @Test
    void criteriaOfAClassInASharedTable() {
        database.sessions().criteria().add(PLATE, (it, plate) -> plate.width.gt(30));
        assertThat(session.list(select(PLATE))).isEmpty();
        assertThat(session.list(select(ARROW))).hasSize(1);
    }
}
