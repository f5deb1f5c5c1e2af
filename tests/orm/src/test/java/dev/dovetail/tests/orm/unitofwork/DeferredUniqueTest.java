package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UniqueViolationException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Theatre.Box;
import dev.dovetail.tests.orm.unitofwork.Theatre.Locker;
import dev.dovetail.tests.orm.unitofwork.Theatre.Seat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows exchange values of a unique key that cannot be NULL: where its check can be put off. */
class DeferredUniqueTest {

    private static List<Seat> seats(Session session, int count) {
        List<Seat> seats = IntStream.rangeClosed(1, count).mapToObj(Seat::new).toList();
        session.addAll(seats);
        session.commit();
        return seats;
    }

    @Test
    void twoRowsExchangeTheirValuesWhileTheCheckIsPutOff() {
        try (TestDatabase database = TestDatabase.requiring(Capability.DEFERRABLE_KEYS, Seat.class);
                Session session = database.open()) {
            List<Seat> seats = seats(session, 2);
            seats.get(0).number = 2;
            seats.get(1).number = 1;
            assertThat(session.explainFlush().lines().map(String::strip))
                    .containsExactly(
                            "1. DEFER uq_theatre_seat_number",
                            "2. UPDATE theatre_seat × 2",
                            "UPDATE Seat 1: Seat 1 and Seat 2 exchange their values of uq_theatre_seat_number",
                            "UPDATE Seat 2",
                            "3. CHECK uq_theatre_seat_number");
            database.statements().clear();
            session.flush();
            assertThat(database.statements().all())
                    .containsExactly(
                            "SET CONSTRAINTS uq_theatre_seat_number DEFERRED",
                            "UPDATE theatre_seat SET number=? WHERE theatre_seat.id = ? [2, 1]",
                            "UPDATE theatre_seat SET number=? WHERE theatre_seat.id = ? [1, 2]",
                            "SET CONSTRAINTS uq_theatre_seat_number IMMEDIATE");
            session.commit();
            assertThat(database.rows("SELECT number FROM theatre_seat ORDER BY id"))
                    .containsExactly("2", "1");
        }
    }

    @Test
    void threeRowsRotateAndANewOneTakesWhatIsLeft() {
        try (TestDatabase database = TestDatabase.requiring(Capability.DEFERRABLE_KEYS, Seat.class);
                Session session = database.open()) {
            List<Seat> seats = seats(session, 4);
            seats.get(0).number = 2;
            seats.get(1).number = 3;
            seats.get(2).number = 1;
            seats.get(3).number = 5;
            session.add(new Seat(4));
            session.commit();
            assertThat(database.rows("SELECT number FROM theatre_seat ORDER BY id"))
                    .containsExactly("2", "3", "1", "5", "4");
        }
    }

    @Test
    void whereNothingIsExchangedNothingIsPutOff() {
        try (TestDatabase database = TestDatabase.requiring(Capability.DEFERRABLE_KEYS, Seat.class);
                Session session = database.open()) {
            List<Seat> seats = seats(session, 2);
            seats.get(0).number = 2;
            seats.get(1).number = 3;
            database.statements().clear();
            session.flush();
            assertThat(database.statements().writes())
                    .containsExactly(
                            "UPDATE theatre_seat SET number=? WHERE theatre_seat.id = ? [3, 2]",
                            "UPDATE theatre_seat SET number=? WHERE theatre_seat.id = ? [2, 1]");
        }
    }

    @Test
    void whatIsTwiceAfterAnExchangeIsRefusedByTheFlush() {
        try (TestDatabase database = TestDatabase.requiring(Capability.DEFERRABLE_KEYS, Seat.class);
                Session session = database.open()) {
            List<Seat> seats = seats(session, 3);
            database.sql("INSERT INTO theatre_seat (number) VALUES (9)");
            seats.get(0).number = 2;
            seats.get(1).number = 1;
            seats.get(2).number = 9;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(UniqueViolationException.class)
                    .hasMessageContaining("uq_theatre_seat_number");
            session.rollback();
            assertThat(seats).extracting(seat -> seat.number).containsExactly(1, 2, 3);
            assertThat(database.rows("SELECT number FROM theatre_seat ORDER BY id"))
                    .containsExactly("1", "2", "3", "9");
        }
    }

    @Test
    void aKeyThatIsCheckedAtTheCommitNeedsNoStatement() {
        try (TestDatabase database = TestDatabase.requiring(Capability.DEFERRABLE_KEYS, Box.class);
                Session session = database.open()) {
            Box first = new Box(1);
            Box second = new Box(2);
            session.addAll(List.of(first, second));
            session.commit();
            first.number = 2;
            second.number = 1;
            database.statements().clear();
            session.flush();
            assertThat(database.statements().writes())
                    .containsExactly(
                            "UPDATE theatre_box SET number=? WHERE theatre_box.id = ? [2, 1]",
                            "UPDATE theatre_box SET number=? WHERE theatre_box.id = ? [1, 2]");
            session.commit();
            second.number = 2;
            session.flush();
            assertThatThrownBy(session::commit).isInstanceOf(UniqueViolationException.class);
            session.rollback();
            assertThat(database.rows("SELECT number FROM theatre_box ORDER BY id"))
                    .containsExactly("2", "1");
        }
    }

    @Test
    void otherwiseTheRefusalSaysWhatIsExchanged() {
        try (TestDatabase database = TestDatabase.of(Locker.class);
                Session session = database.open()) {
            List<Locker> ring = List.of(new Locker(1), new Locker(2), new Locker(3));
            session.addAll(ring);
            session.commit();
            ring.get(0).number = 2;
            ring.get(1).number = 3;
            ring.get(2).number = 1;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(UniqueViolationException.class)
                    .hasMessageContaining("exchange their values of ")
                    .hasMessageContaining("whose columns cannot be NULL in between")
                    .hasMessageContaining("declare the key deferrable");
            session.rollback();
            assertThat(ring).extracting(locker -> locker.number).containsExactly(1, 2, 3);
        }
    }
}
