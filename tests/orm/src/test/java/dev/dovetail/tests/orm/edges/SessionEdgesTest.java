package dev.dovetail.tests.orm.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.StaleDataException;
import dev.dovetail.TransactionStateException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.edges.Edges.Boss;
import dev.dovetail.tests.orm.edges.Edges.ChainLink;
import dev.dovetail.tests.orm.edges.Edges.Owner;
import dev.dovetail.tests.orm.edges.Edges.Part;
import dev.dovetail.tests.orm.edges.Edges.Plain;
import dev.dovetail.tests.orm.edges.Edges.Price;
import dev.dovetail.tests.orm.edges.Edges.Thing;
import dev.dovetail.tests.orm.edges.Edges.Worker;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects that come from elsewhere, and things that happen in the middle. */
class SessionEdgesTest {

    private static final Class<?>[] ENTITIES = {
        Owner.class, Thing.class, Part.class, Plain.class, Price.class, ChainLink.class, Boss.class, Worker.class
    };

    private TestDatabase database = TestDatabase.of(Plain.class);
    private Session session = database.open();

    @BeforeEach
    void open() {
        close();
        database = TestDatabase.shared(ENTITIES);
        session = database.open();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private Owner stored(int things) {
        Owner owner = new Owner();
        owner.name = "A";
        for (int i = 0; i < things; i++) {
            owner.things.add(new Thing());
        }
        session.add(owner);
        session.commit();
        return owner;
    }

    @Test
    void aCollectionThatIsNotLoadedCanBeIterated() {
        Owner owner = stored(3);
        int seen = 0;
        for (Thing thing : owner.things) {
            seen += thing.parts.size() + 1;
        }
        assertThat(seen).isEqualTo(3);
        session.commit();
        assertThat(owner.things.stream().map(thing -> thing.id)).containsExactly(1, 2, 3);
        session.commit();
        assertThat(new ArrayList<>(owner.things.subList(0, 2))).hasSize(2);
        session.commit();
        assertThat(owner.things.listIterator(1).next().id).isEqualTo(2);
    }

    @Test
    void aCommitInTheMiddleOfALoopDoesNotEndIt() {
        Owner owner = stored(3);
        int seen = 0;
        for (Thing thing : owner.things) {
            assertThat(thing.id).isNotNull();
            session.commit();
            seen++;
        }
        assertThat(seen).isEqualTo(3);
    }

    @Test
    void aCollectionThatNobodyTouchedIsNotTakenForEmpty() {
        Owner owner = new Owner();
        session.add(owner);
        session.flush();
        Thing thing = new Thing();
        thing.ownerId = owner.id;
        session.add(thing);
        session.flush();
        assertThat(owner.things).containsExactly(thing);
        session.delete(owner);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM edge_thing")).containsExactly("0");
    }

    @Test
    void anObjectOfAnotherFactoryIsWrittenAsAnyDetachedOne() {
        Owner owner = stored(0);
        session.close();
        SessionFactory other = SessionFactory.of(database.engine(), Owner.class, Thing.class, Part.class)
                .with(SessionOptions.DEFAULT);
        owner.name = "B";
        try (Session second = other.open()) {
            second.add(owner);
            second.commit();
        }
        assertThat(database.rows("SELECT name FROM edge_owner")).containsExactly("B");
    }

    @Test
    void refreshAlsoTakesTheMoveBackOnTheOtherSide() {
        Owner from = stored(1);
        Thing thing = from.things.get(0);
        Owner to = stored(0);
        assertThat(to.things).isEmpty();
        assertThat(from.things).hasSize(1);

        thing.owner.set(to);
        session.refresh(thing);

        assertThat(thing.owner.get()).isSameAs(from);
        assertThat(to.things).isEmpty();
        assertThat(from.things).containsExactly(thing);
        session.delete(to);
        session.commit();
        assertThat(database.rows("SELECT owner_id FROM edge_thing")).containsExactly("1");
    }

    @Test
    void refreshOfTheParentSendsItsNewChildrenBack() {
        Owner from = stored(1);
        Thing thing = from.things.get(0);
        Owner to = stored(0);
        assertThat(from.things).hasSize(1);

        to.things.add(thing);
        session.refresh(to);

        assertThat(thing.owner.get()).isSameAs(from);
        assertThat(thing.ownerId).isEqualTo(from.id);
        assertThat(from.things).containsExactly(thing);
        session.commit();
        assertThat(database.rows("SELECT owner_id FROM edge_thing")).containsExactly("1");
    }

    @Test
    void rollbackLeavesAloneWhatWasExpungedSince() {
        Plain plain = new Plain();
        plain.name = "A";
        session.add(plain);
        session.flush();
        session.expunge(plain);
        try (Session second = database.open()) {
            session.rollback();
            assertThat(session.contains(plain)).isFalse();
            second.add(plain);
            second.commit();
        }
        assertThat(database.rows("SELECT name FROM edge_plain")).containsExactly("A");
    }

    @Test
    void anElementThatIsRefusedDoesNotStay() {
        Owner owner = stored(0);
        Thing thing = new Thing();
        try (Session second = database.open()) {
            second.add(thing);
            assertThatThrownBy(() -> owner.things.add(thing)).hasMessageContaining("in another session");
            assertThat(thing.owner.get()).isNull();
            assertThat(thing.ownerId).isNull();
        }
        assertThat(owner.things).isEmpty();
    }

    @Test
    void whatWasReadWithinASavepointIsReadAgainAfterItsRollback() {
        Owner owner = stored(2);
        NestedTransaction savepoint = session.beginNested();
        session.connection().execute(Sql.sql("UPDATE edge_owner SET name = 'within'"));
        session.connection().execute(Sql.sql("DELETE FROM edge_thing WHERE id = 1"));
        assertThat(Objects.requireNonNull(session.get(Owner.class, 1)).name).isEqualTo("within");
        assertThat(owner.things).hasSize(1);
        savepoint.rollback();
        assertThat(Objects.requireNonNull(session.get(Owner.class, 1)).name).isEqualTo("A");
        assertThat(owner.things).hasSize(2);
    }

    @Test
    void anObjectThatWasDeletedForGoodIsNotAddedAgain() {
        Owner owner = stored(0);
        session.delete(owner);
        session.commit();
        assertThatThrownBy(() -> session.add(owner))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("was deleted; to have its row again, add a new object");
    }

    @Test
    void anObjectWithoutHoldersIsRememberedAsLongAsItLives() {
        Plain plain = new Plain();
        plain.name = "A";
        session.add(plain);
        session.commit();
        session.close();
        plain.name = "B";
        System.gc();
        try (Session second = database.open()) {
            second.add(plain);
            second.commit();
        }
        assertThat(database.rows("SELECT id, name FROM edge_plain")).containsExactly("1|B");
    }

    @Test
    void anErrorInTheMiddleOfAFlushEndsTheTransaction() {
        boolean[] fails = {true};
        database.engine().addListener(new StatementListener() {
            @Override
            public void onStatement(StatementEvent event) {
                if (fails[0] && event.sql().startsWith("INSERT")) {
                    throw new AssertionError("a listener");
                }
            }
        });
        Plain plain = new Plain();
        session.add(plain);
        assertThatThrownBy(session::flush).isInstanceOf(AssertionError.class);
        fails[0] = false;
        assertThatThrownBy(session::commit).isInstanceOf(TransactionStateException.class);
        session.rollback();
        session.add(plain);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM edge_plain")).containsExactly("1");
    }

    @Test
    void whatADetachedObjectWasGivenIsNotLostWhenItIsLoaded() {
        Owner owner = stored(1);
        Owner other = stored(0);
        Thing thing = owner.things.get(0);
        session.close();
        Thing added = new Thing();
        owner.things.add(added);
        thing.owner.set(other);

        try (Session second = database.sessions()
                .with(SessionOptions.DEFAULT.withAutoflush(false))
                .open()) {
            second.addAll(List.of(owner, other, thing));
            assertThat(owner.things).containsExactly(added);
            assertThat(thing.owner.get()).isSameAs(other);
            second.commit();
        }
        assertThat(database.rows("SELECT id, owner_id FROM edge_thing ORDER BY id"))
                .containsExactly("1|2", "2|1");
    }

    @Test
    void aPendingOrphanTakesItsPendingPartsAlong() {
        Owner owner = stored(0);
        Thing thing = new Thing();
        thing.parts.add(new Part());
        owner.things.add(thing);
        owner.things.remove(thing);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM edge_part")).containsExactly("0");
    }

    @Test
    void aKeyThatLeadsElsewhereIsNotTakenAway() {
        Owner owner = stored(1);
        Owner other = stored(0);
        session.expunge(other);
        Thing thing = owner.things.get(0);
        thing.ownerId = other.id;
        owner.things.remove(thing);
        session.commit();
        assertThat(database.rows("SELECT owner_id FROM edge_thing")).containsExactly("2");
    }

    @Test
    void oneRowHasOneObjectAlsoWhenTwoCopiesComeTogether() {
        stored(0);
        Owner first = detachedCopy();
        Owner second = detachedCopy();
        assertThatThrownBy(() -> session.addAll(List.of(first, second)))
                .hasMessageContaining("another object for Owner 1");
        assertThat(session.contains(first)).isFalse();
    }

    private Owner detachedCopy() {
        session.close();
        try (Session other = database.open()) {
            Owner copy = Objects.requireNonNull(other.get(Owner.class, 1));
            session = database.open();
            return copy;
        }
    }

    @Test
    void aPrimitiveKeyIsNotSetToNull() {
        Boss boss = new Boss();
        boss.workers.add(new Worker());
        session.add(boss);
        session.commit();
        session.delete(boss);
        assertThatThrownBy(session::flush)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Worker.bossId of Worker 1 to NULL")
                .hasMessageContaining("a primitive field has no NULL");
    }

    @Test
    void aConflictThatWasSettledIsNotRaisedAgain() {
        Owner owner = stored(0);
        owner.name = "mine";
        database.sql("UPDATE edge_owner SET name = 'theirs'");
        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("theirs")
                .hasMessageContaining("mine");
        owner.name = "theirs";
        session.commit();
        owner.name = "mine";
        session.commit();
        assertThat(database.rows("SELECT name FROM edge_owner")).containsExactly("mine");
    }

    @Test
    void decimalsOfOtherScaleAreTheSameKey() {
        Price price = new Price();
        price.amount = new BigDecimal("1.5");
        session.add(price);
        session.flush();
        assertThat(session.get(Price.class, new BigDecimal("1.50"))).isSameAs(price);
        assertThat(session.get(Price.class, new BigDecimal("1.5"))).isSameAs(price);
    }

    @Test
    void aLongChainIsDeletedFromItsEnd() {
        ChainLink first = new ChainLink();
        ChainLink last = first;
        for (int i = 1; i < 2000; i++) {
            ChainLink next = new ChainLink();
            last.next.add(next);
            last = next;
        }
        session.add(first);
        session.commit();
        session.delete(first);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM edge_link")).containsExactly("0");
    }

    @Test
    void addingToALargeAttachedCollectionDoesNotWalkItEachTime() {
        Owner owner = stored(0);
        for (int i = 0; i < 20_000; i++) {
            owner.things.add(new Thing());
        }
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM edge_thing")).containsExactly("20000");
    }

    @Test
    void theConnectionOfASessionIsGivenBackAlsoAfterAFailure() {
        Plain first = new Plain();
        session.add(first);
        session.commit();
        Plain second = new Plain();
        second.id = first.id;
        session.add(second);
        assertThatThrownBy(session::commit).isInstanceOf(UniqueViolationException.class);
        session.rollback();
        session.add(new Price());
        assertThatThrownBy(session::commit).isInstanceOf(RuntimeException.class);
        session.rollback();
        assertThat(database.rows("SELECT count(*) FROM edge_plain")).containsExactly("1");
    }
}
