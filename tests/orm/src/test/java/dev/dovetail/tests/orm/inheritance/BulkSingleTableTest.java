package dev.dovetail.tests.orm.inheritance;

import static dev.dovetail.orm.query.Queries.deleteFrom;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.update;
import static dev.dovetail.tests.orm.inheritance.Fauna_Dog_.DOG;
import static dev.dovetail.tests.orm.inheritance.Fleet_Season_.SEASON;
import static dev.dovetail.tests.orm.inheritance.Fleet_Single_.SINGLE;
import static dev.dovetail.tests.orm.inheritance.Fleet_Ticket_.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.tests.orm.inheritance.Fauna.Animal;
import dev.dovetail.tests.orm.inheritance.Fauna.Cat;
import dev.dovetail.tests.orm.inheritance.Fauna.Dog;
import dev.dovetail.tests.orm.inheritance.Fauna.Mammal;
import dev.dovetail.tests.orm.inheritance.Fleet.Season;
import dev.dovetail.tests.orm.inheritance.Fleet.Single;
import dev.dovetail.tests.orm.inheritance.Fleet.Ticket;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many rows of classes that share a table at once, past the unit of work. */
class BulkSingleTableTest {

    private final TestDatabase database = TestDatabase.of(Ticket.class, Single.class, Season.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private List<Ticket> stored() {
        List<Ticket> tickets = List.of(new Single("a", "Ulm"), new Season("b", 12, "Ann"), new Season("c", 1, "Bob"));
        session.addAll(tickets);
        session.flush();
        database.statements().clear();
        return tickets;
    }

    private List<String> rows(String query) {
        return database.rows(session.connection(), query);
    }

    @Test
    void anInsertWritesTheDiscriminator() {
        session.bulkInsert(List.of(new Single("a", "Ulm"), new Season("b", 12, "Ann")));
        assertThat(database.statements().writes())
                .containsExactly(
                        "INSERT INTO fleet_ticket (code, version, type, origin) VALUES (?, ?, ?, ?) [a, 1, single, Ulm]",
                        "INSERT INTO fleet_ticket (code, version, type, months, holder) VALUES (?, ?, ?, ?, ?)"
                                + " [b, 1, season, 12, Ann]");
        assertThat(session.list(select(TICKET).orderBy(TICKET.id)))
                .extracting(Object::getClass)
                .containsExactly(Single.class, Season.class);
    }

    @Test
    void anUpdateOfASubclassIsEvaluatedOverItsObjects() {
        List<Ticket> tickets = stored();
        int rows = session.execute(update(SEASON).set(SEASON.holder, "Eve").where(SEASON.months.ge(6)));
        assertThat(rows).isEqualTo(1);
        assertThat(database.statements().all())
                .containsExactly("UPDATE fleet_ticket SET holder=?, version=fleet_ticket.version + ?"
                        + " WHERE fleet_ticket.months >= ? AND fleet_ticket.type IN (?) [Eve, 1, 6, season]");
        assertThat(((Season) tickets.get(1)).holder).isEqualTo("Eve");
        assertThat(((Season) tickets.get(2)).holder).isEqualTo("Bob");
        session.refresh(tickets.get(1));
        assertThat(tickets.get(1).version).isEqualTo(2);
    }

    @Test
    void anUpdateOfTheBaseReachesAllClasses() {
        List<Ticket> tickets = stored();
        assertThat(session.execute(update(TICKET).set(TICKET.code, "z").where(TICKET.code.eq("c"))))
                .isEqualTo(1);
        assertThat(tickets).extracting(ticket -> ticket.code).containsExactly("a", "b", "z");
        tickets.get(2).code = "y";
        session.commit();
        assertThat(rows("SELECT code, version FROM fleet_ticket ORDER BY id")).containsExactly("a|1", "b|1", "y|3");
    }

    @Test
    void conditionsMayNameASubclass() {
        List<Ticket> tickets = stored();
        session.execute(update(TICKET)
                .set(TICKET.code, "z")
                .where(TICKET.treat(SEASON).holder.eq("Bob")));
        assertThat(tickets).extracting(ticket -> ticket.code).containsExactly("a", "b", "z");
    }

    @Test
    void anUpdateOfASubclassLeavesOthers() {
        List<Ticket> tickets = stored();
        assertThat(session.execute(update(SINGLE).set(SINGLE.origin, "Bonn"))).isEqualTo(1);
        assertThat(((Single) tickets.get(0)).origin).isEqualTo("Bonn");
        assertThat(rows("SELECT count(*) FROM fleet_ticket WHERE origin = 'Bonn'"))
                .containsExactly("1");
    }

    @Test
    void aColumnOfAnotherClassIsRefused() {
        assertThatThrownBy(() -> update(SINGLE).set(SEASON.holder, "x"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("holder");
    }

    @Test
    void aDeleteOfASubclassLeavesOthers() {
        List<Ticket> tickets = stored();
        assertThat(session.execute(deleteFrom(SEASON).where(SEASON.code.ne("b"))))
                .isEqualTo(1);
        assertThat(database.statements().sent()).isEqualTo(1);
        assertThat(session.inspect(tickets.get(2)).lifeCycle()).isEqualTo(LifeCycle.DELETED);
        assertThat(session.persistent()).isEqualTo(tickets.subList(0, 2));
        assertThat(session.execute(deleteFrom(TICKET))).isEqualTo(2);
        assertThat(session.persistent()).isEmpty();
    }

    @Test
    void anUpsertWritesTheDiscriminator() {
        Season season = new Season("s", 3, "Ann");
        season.id = 7;
        Season stored = session.upsert(season);
        assertThat(stored.holder).isEqualTo("Ann");
        Season again = new Season("t", 3, "Bob");
        again.id = 7;
        assertThat(session.upsert(again)).isSameAs(stored);
        assertThat(stored.holder).isEqualTo("Bob");
        assertThat(rows("SELECT code, holder, type, version FROM fleet_ticket")).containsExactly("t|Bob|season|2");
    }

    @Test
    void anUpsertDoesNotTurnARowOfOneClassIntoOneOfAnother() {
        Ticket single = stored().get(0);
        Season season = new Season("s", 3, "Ann");
        season.id = single.id;
        assertThatThrownBy(() -> session.upsert(season))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("an upsert of Season meets a row of Single with the same id");
        assertThat(rows("SELECT code, type FROM fleet_ticket WHERE id = " + single.id))
                .containsExactly("a|single");
    }

    @Test
    void neitherDoesOneByAUniqueKey() {
        try (TestDatabase fauna = TestDatabase.of(Animal.class, Mammal.class, Cat.class, Dog.class);
                Session own = fauna.open()) {
            own.bulkInsert(List.of(new Cat("Tom", true)));
            assertThatThrownBy(() -> own.upsert(new Dog("Tom", "pug"), DOG.name))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("an upsert of Dog meets a row of Cat with the same name");
            assertThat(fauna.rows(own.connection(), "SELECT kind FROM fauna_animal"))
                    .containsExactly("cat");
        }
    }
}
