package dev.dovetail.tests.orm.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.fields.Keyed.Event;
import dev.dovetail.tests.orm.fields.Keyed.Land;
import dev.dovetail.tests.orm.fields.Keyed.Served;
import dev.dovetail.tests.orm.fields.Keyed.Ticket;
import dev.dovetail.tests.orm.fields.Keyed.Token;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who gives a key its value. */
class KeysTest {

    @Test
    void aSequenceIsAskedOnceForTheKeysOfAFlush() {
        try (TestDatabase database = TestDatabase.requiring(Capability.SEQUENCES, Ticket.class);
                Session session = database.open()) {
            List<Ticket> tickets = tickets(25);
            session.addAll(tickets);
            database.statements().clear();
            session.flush();
            assertThat(database.statements().all())
                    .filteredOn(line -> line.startsWith("SELECT"))
                    .hasSize(1);
            assertThat(tickets)
                    .extracting(ticket -> ticket.id)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
            session.commit();

            session.addAll(tickets(5)); // of the third block, five are left
            database.statements().clear();
            session.flush();
            assertThat(database.statements().reads()).isEmpty();
            session.commit();
            assertThat(database.rows("SELECT count(*), min(id), max(id) FROM ticket"))
                    .containsExactly("30|1|30");
        }
    }

    @Test
    void aKeyIsTakenBackByARollbackButNotGivenOutAgain() {
        try (TestDatabase database = TestDatabase.requiring(Capability.SEQUENCES, Ticket.class);
                Session session = database.open()) {
            Ticket ticket = new Ticket();
            session.add(ticket);
            session.flush();
            assertThat(ticket.id).isEqualTo(1);
            session.rollback();
            assertThat(ticket.id).isNull();
            session.add(ticket);
            session.commit();
            assertThat(ticket.id).isEqualTo(2);
        }
    }

    @Test
    void aGivenKeyStaysAndOthersReferToKeysOfTheSequence() {
        try (TestDatabase database = TestDatabase.requiring(Capability.SEQUENCES, Ticket.class);
                Session session = database.open()) {
            Ticket given = new Ticket();
            given.id = 1000;
            Ticket second = new Ticket();
            second.before.set(given);
            Ticket third = new Ticket();
            third.before.set(second);
            session.addAll(List.of(third, second, given));
            session.commit();
            assertThat(database.rows("SELECT id, before_id FROM ticket ORDER BY id"))
                    .containsExactlyInAnyOrder(second.id + "|1000", third.id + "|" + second.id, "1000|null");
        }
    }

    @Test
    void uuidsAreMadeByTheFlush() {
        try (TestDatabase database = TestDatabase.of(Event.class, Token.class);
                Session session = database.open()) {
            List<Event> events = Stream.generate(Event::new).limit(100).toList();
            Token token = new Token();
            session.addAll(events);
            session.add(token);
            session.flush();
            List<UUID> keys = events.stream()
                    .map(event -> Objects.requireNonNull(event.id))
                    .toList();
            assertThat(keys).allSatisfy(key -> {
                assertThat(key.version()).isEqualTo(7);
                assertThat(key.variant()).isEqualTo(2);
            });
            assertThat(keys.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
            assertThat(Objects.requireNonNull(token.id).version()).isEqualTo(4);
            assertThat(session.get(Event.class, keys.get(7))).isSameAs(events.get(7));
            session.rollback();
            assertThat(token.id).isNull();
        }
    }

    @Test
    void aUuidMayComeFromTheDatabase() {
        TestDatabase.only("gen_random_uuid()", "PostgreSQL");
        try (TestDatabase database = TestDatabase.of(Served.class);
                Session session = database.open()) {
            Served first = new Served();
            Served second = new Served();
            second.text = "x";
            session.addAll(List.of(first, second));
            database.statements().clear();
            session.flush();
            assertThat(database.statements().sent()).isEqualTo(1);
            session.commit();
            assertThat(first.id).isNotNull().isNotEqualTo(second.id);
            assertThat(session.get(Served.class, Objects.requireNonNull(second.id)))
                    .isSameAs(second);
        }
    }

    @Test
    void aTextMayBeAKey() {
        try (TestDatabase database = TestDatabase.of(Land.class);
                Session session = database.open()) {
            Land land = new Land("DE");
            session.add(land);
            session.flush();
            assertThat(session.get(Land.class, "DE")).isSameAs(land);
            session.commit();
            assertThat(database.rows("SELECT code FROM land")).containsExactly("DE");
        }
    }

    private static List<Ticket> tickets(int count) {
        return new ArrayList<>(Stream.generate(Ticket::new).limit(count).toList());
    }
}
