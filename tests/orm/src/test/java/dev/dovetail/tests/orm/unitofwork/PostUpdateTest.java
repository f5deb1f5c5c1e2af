package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Club.Ball;
import dev.dovetail.tests.orm.unitofwork.Club.Person;
import dev.dovetail.tests.orm.unitofwork.Club.Seat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key that is written by an UPDATE of its own, as SQLAlchemy's post_update does. */
class PostUpdateTest {

    private final TestDatabase database = TestDatabase.of(Person.class, Ball.class, Seat.class);
    private final Session session = database.open();
    private final Person person = new Person("p");
    private final Ball ball = new Ball("b");

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private void circle() {
        ball.person.set(person);
        person.favoriteBall.set(ball);
        session.add(person);
        session.flush();
    }

    @Test
    void aCircleIsInsertedWithoutTheKeyWhichFollows() {
        circle();
        assertThat(database.statements().writes())
                .containsExactly(
                        "INSERT INTO club_person (name, favorite_ball_id) VALUES (?, ?) [p, null]",
                        "INSERT INTO club_ball (name, person_id) VALUES (?, ?) [b, 1]",
                        "UPDATE club_person SET favorite_ball_id=? WHERE club_person.id = ? [1, 1]");
        assertThat(person.favoriteBallId).isEqualTo(1);
        session.flush();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void theKeyIsTakenAwayBeforeTheRowsGo() {
        circle();
        database.statements().clear();
        session.delete(ball);
        session.delete(person);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE club_person SET favorite_ball_id=? WHERE club_person.id = ? [null, 1]",
                        "DELETE FROM club_ball WHERE club_ball.id = ? [1]",
                        "DELETE FROM club_person WHERE club_person.id = ? [1]");
        assertThat(person.favoriteBallId).isNull();
        assertThat(person.favoriteBall.get()).isSameAs(ball);
        session.rollback();
        assertThat(database.rows("SELECT * FROM club_person")).isEmpty();
        assertThat(person.favoriteBall.get()).isSameAs(ball);
    }

    @Test
    void aRollbackGivesADeletedObjectItsKeyBack() {
        circle();
        session.commit();
        session.delete(ball);
        session.delete(person);
        session.flush();
        session.rollback();
        assertThat(person.favoriteBallId).isEqualTo(1);
        assertThat(person.favoriteBall.get()).isSameAs(ball);
        assertThat(ball.person.get()).isSameAs(person);
    }

    @Test
    void otherColumnsAreWrittenApart() {
        circle();
        Ball other = new Ball("c");
        person.name = "q";
        person.favoriteBall.set(other);
        session.add(other);
        database.statements().clear();
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE club_person SET name=? WHERE club_person.id = ? [q, 1]",
                        "INSERT INTO club_ball (name, person_id) VALUES (?, ?) [c, null]",
                        "UPDATE club_person SET favorite_ball_id=? WHERE club_person.id = ? [2, 1]");
        person.favoriteBall.set(null);
        session.delete(other);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE club_person SET favorite_ball_id=? WHERE club_person.id = ? [null, 1]",
                        "DELETE FROM club_ball WHERE club_ball.id = ? [2]");
    }

    @Test
    void aRowMayReferToItself() {
        Seat seat = new Seat("s");
        seat.next.set(seat);
        session.add(seat);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "INSERT INTO club_seat (name, next_id) VALUES (?, ?) [s, null]",
                        "UPDATE club_seat SET next_id=? WHERE club_seat.id = ? [1, 1]");
        session.delete(seat);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE club_seat SET next_id=? WHERE club_seat.id = ? [null, 1]",
                        "DELETE FROM club_seat WHERE club_seat.id = ? [1]");
    }

    @Test
    void ringsOfManyRowsAreOneInsertAndOneUpdateEach() {
        Seat first = new Seat("0");
        Seat last = first;
        for (int i = 1; i < 20; i++) {
            Seat seat = new Seat(String.valueOf(i));
            last.next.set(seat);
            last = seat;
        }
        last.next.set(first);
        session.add(first);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM club_seat WHERE next_id = id % 20 + 1"))
                .containsExactly("20");
    }
}
