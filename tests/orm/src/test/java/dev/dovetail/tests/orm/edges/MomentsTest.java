package dev.dovetail.tests.orm.edges;

import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.update;
import static dev.dovetail.tests.orm.edges.Joints_Garment_.GARMENT;
import static dev.dovetail.tests.orm.edges.Joints_Wardrobe_.WARDROBE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.StaleDataException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionEvents;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.tests.orm.edges.Joints.*;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Listeners and failures in the middle of a flush that does several things at once. */
class MomentsTest {

    private TestDatabase database = TestDatabase.shared(
            Wardrobe.class, Garment.class, Moth.class, Seat.class, Cushion.class, Booking.class, Guest.class);
    private SessionEvents events = database.sessions().events();
    private Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private Wardrobe stored(String... names) {
        Wardrobe wardrobe = new Wardrobe();
        for (String name : names) {
            wardrobe.garments.add(new Garment(name));
        }
        session.add(wardrobe);
        session.commit();
        return wardrobe;
    }

    private List<String> garments() {
        return database.rows(session.connection(), "SELECT name FROM joint_garment ORDER BY name");
    }

    @Test
    void whatAListenerTakesOutBeforeItWasStoredIsNotStored() {
        Wardrobe wardrobe = stored("a");
        Garment b = new Garment("b");
        wardrobe.garments.add(b);
        events.beforeFlush(it -> wardrobe.garments.remove("b"));
        session.commit();
        assertThat(garments()).containsExactly("a");
        assertThat(session.contains(b)).isFalse();
    }

    @Test
    void aGarmentOfTheSameNameTakesTheOthersPlace() {
        Wardrobe wardrobe = stored("a", "b");
        Garment old = Objects.requireNonNull(wardrobe.garments.get("a"));
        Garment young = new Garment("a");
        young.cloth = "silk";
        wardrobe.garments.put("a", young);
        session.commit();
        assertThat(session.contains(old)).isFalse();
        assertThat(database.rows(session.connection(), "SELECT name, cloth, version FROM joint_garment ORDER BY name"))
                .containsExactly("a|silk|1", "b|cotton|1");
        assertThat(wardrobe.garments.values()).containsExactlyInAnyOrder(young, wardrobe.garments.get("b"));
    }

    @Test
    void whatIsTakenOutOfAWriteOnlyHolderIsAnOrphan() {
        Wardrobe wardrobe = stored();
        Moth moth = new Moth();
        wardrobe.moths.add(moth);
        Moth second = new Moth();
        wardrobe.moths.add(second);
        session.commit();
        wardrobe.moths.remove(moth);
        second.wardrobe.set(null);
        session.commit();
        assertThat(database.rows(session.connection(), "SELECT * FROM joint_moth"))
                .isEmpty();
        Moth third = new Moth();
        wardrobe.moths.add(third);
        wardrobe.moths.remove(third);
        session.commit();
        assertThat(session.contains(third)).isFalse();
        wardrobe.moths.add(new Moth());
        session.commit();
        session.delete(wardrobe);
        session.commit();
        assertThat(database.rows(session.connection(), "SELECT * FROM joint_moth"))
                .isEmpty();
    }

    @Test
    void aKeyThatIsARecordIsTakenAwayAndGivenAsAWhole() {
        Seat first = new Seat("a", 1);
        Seat second = new Seat("b", 2);
        Cushion cushion = new Cushion();
        first.cushions.add(cushion);
        session.addAll(List.of(first, second, cushion));
        session.commit();
        cushion.seat.set(null);
        assertThat(cushion.seatId).isNull();
        session.flush();
        session.rollback();
        assertThat(cushion.seatId).isEqualTo(first.id);
        session.refresh(cushion);
        first.cushions.remove(cushion);
        session.commit();
        assertThat(cushion.seatId).isNull();
        second.cushions.add(cushion);
        session.expire(cushion, "seat");
        session.commit();
        assertThat(cushion.seatId).isNull();
        second.cushions.add(cushion);
        session.commit();
        session.refresh(cushion);
        session.refresh(second);
        second.id = new Joints.SeatId("z", 9);
        session.flush();
        assertThat(cushion.seatId).isEqualTo(second.id);
        assertThat(session.get(Seat.class, new Joints.SeatId("z", 9))).isSameAs(second);
        session.rollback();
        assertThat(cushion.seatId).isEqualTo(new Joints.SeatId("b", 2));
        assertThat(session.get(Seat.class, "b", 2)).isSameAs(second);
        Cushion given = new Cushion();
        given.id = cushion.id;
        given.seatId = new Joints.SeatId("a", 1);
        session.merge(given);
        session.commit();
        assertThat(database.rows(session.connection(), "SELECT seat_hall, seat_number FROM joint_cushion"))
                .containsExactly("a|1");
    }

    enum Place {
        BEFORE_FLUSH {
            @Override
            void on(SessionEvents events, Consumer<Session> listener) {
                events.beforeFlush(listener);
            }
        },
        BEFORE_INSERT {
            @Override
            void on(SessionEvents events, Consumer<Session> listener) {
                events.beforeInsert(Garment.class, (it, garment) -> listener.accept(it));
            }
        },
        BEFORE_UPDATE {
            @Override
            void on(SessionEvents events, Consumer<Session> listener) {
                events.beforeUpdate(Garment.class, (it, garment) -> listener.accept(it));
            }
        },
        BEFORE_DELETE {
            @Override
            void on(SessionEvents events, Consumer<Session> listener) {
                events.beforeDelete(Garment.class, (it, garment) -> listener.accept(it));
            }
        },
        AFTER_INSERT {
            @Override
            void on(SessionEvents events, Consumer<Session> listener) {
                events.afterInsert(Garment.class, (it, garment) -> listener.accept(it));
            }
        },
        AFTER_UPDATE {
            @Override
            void on(SessionEvents events, Consumer<Session> listener) {
                events.afterUpdate(Garment.class, (it, garment) -> listener.accept(it));
            }
        },
        AFTER_DELETE {
            @Override
            void on(SessionEvents events, Consumer<Session> listener) {
                events.afterDelete(Garment.class, (it, garment) -> listener.accept(it));
            }
        },
        AFTER_FLUSH {
            @Override
            void on(SessionEvents events, Consumer<Session> listener) {
                events.afterFlush(listener);
            }
        };

        abstract void on(SessionEvents events, Consumer<Session> listener);
    }

    /** A new garment, a changed one and an orphan, all in one flush. */
    private void change(Wardrobe wardrobe) {
        Objects.requireNonNull(wardrobe.garments.get("b")).cloth = "silk";
        wardrobe.garments.remove("a");
        wardrobe.garments.put("c", new Garment("c"));
    }

    private boolean failing;

    @ParameterizedTest
    @EnumSource(Place.class)
    void aListenerThrows(Place place) {
        Wardrobe wardrobe = stored("a", "b");
        place.on(events, it -> {
            if (failing) {
                throw new IllegalStateException("not now");
            }
        });
        wardrobe.garments.size();
        change(wardrobe);
        failing = true;
        assertThatThrownBy(session::flush).hasMessageContaining("not now");
        failing = false;
        session.rollback();
        assertThat(garments()).containsExactly("a", "b");
        assertThat(wardrobe.garments.keySet()).containsExactlyInAnyOrder("a", "b");
        change(wardrobe);
        session.commit();
        assertThat(database.rows(session.connection(), "SELECT name, cloth, version FROM joint_garment ORDER BY name"))
                .containsExactly("b|silk|2", "c|cotton|1");
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void aListenerThrowsUnderASavepoint(Place place) {
        SessionFactory sessions = database.sessions().with(SessionOptions.DEFAULT.withFlushUnderSavepoint(true));
        session.close();
        session = sessions.open();
        Wardrobe wardrobe = stored("a", "b");
        place.on(sessions.events(), it -> {
            if (failing) {
                throw new IllegalStateException("not now");
            }
        });
        wardrobe.garments.size();
        change(wardrobe);
        Garment c = Objects.requireNonNull(wardrobe.garments.get("c"));
        failing = true;
        assertThatThrownBy(session::flush).hasMessageContaining("not now");
        failing = false;
        assertThat(garments()).containsExactly("a", "b");
        assertThat(c.id).isNull();
        assertThat(wardrobe.garments.keySet()).containsExactlyInAnyOrder("b", "c");
        session.commit();
        assertThat(database.rows(session.connection(), "SELECT name, cloth, version FROM joint_garment ORDER BY name"))
                .containsExactly("b|silk|2", "c|cotton|1");
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void aListenerThrowsWithinANestedTransaction(Place place) {
        Wardrobe wardrobe = stored("a", "b");
        place.on(events, it -> {
            if (failing) {
                throw new IllegalStateException("not now");
            }
        });
        wardrobe.garments.put("x", new Garment("x"));
        var nested = session.beginNested();
        change(wardrobe);
        failing = true;
        assertThatThrownBy(session::flush).hasMessageContaining("not now");
        failing = false;
        nested.rollback();
        assertThat(garments()).containsExactly("a", "b", "x");
        assertThat(wardrobe.garments.keySet()).containsExactlyInAnyOrder("a", "b", "x");
        change(wardrobe);
        session.commit();
        assertThat(garments()).containsExactly("b", "c", "x");
    }

    @Test
    void anAfterFlushListenerChangesThings() {
        Wardrobe wardrobe = stored("a", "b");
        boolean[] done = {false};
        events.afterFlush(it -> {
            if (!done[0]) {
                done[0] = true;
                Objects.requireNonNull(wardrobe.garments.get("b")).cloth = "wool";
                wardrobe.garments.put("d", new Garment("d"));
                wardrobe.garments.remove("a");
            }
        });
        wardrobe.garments.size();
        Objects.requireNonNull(wardrobe.garments.get("b")).cloth = "silk";
        session.flush();
        session.commit();
        assertThat(database.rows(session.connection(), "SELECT name, cloth FROM joint_garment ORDER BY name"))
                .containsExactly("b|wool", "d|cotton");
    }

    @Test
    void aReadingSessionLoadsHoldersAndSeesListeners() {
        stored("a", "b");
        stored("c");
        int[] loads = {0};
        events.load(Garment.class, (it, garment) -> loads[0] += 1 + (garment.wardrobe.get() == null ? 100 : 0));
        try (Session reading = database.sessions().reading()) {
            List<Wardrobe> all = reading.list(select(WARDROBE));
            database.statements().clear();
            assertThat(all).allMatch(wardrobe -> !wardrobe.garments.isEmpty());
            assertThat(database.statements().all()).hasSize(1);
            assertThat(loads[0]).isEqualTo(3);
            assertThatThrownBy(() -> reading.execute(update(GARMENT).set(GARMENT.cloth, "x")))
                    .hasMessageContaining("writes nothing");
        }
    }

    @Test
    void criteriaALimitAndAJoinedMap() {
        stored("a", "b", "x");
        stored("x");
        stored("c", "d");
        database.sessions().criteria().add(GARMENT, (it, garment) -> garment.name.ne("x"));
        session.expungeAll();
        List<Wardrobe> all = session.list(select(WARDROBE)
                .orderBy(WARDROBE.id.asc())
                .limit(2)
                .options(joinedLoad(WARDROBE.garments).then(joinedLoad(GARMENT.wardrobe))));
        assertThat(all).hasSize(2);
        assertThat(all.get(0).garments.keySet()).containsExactlyInAnyOrder("a", "b");
        assertThat(all.get(1).garments).isEmpty();
        assertThat(all.get(0).garments.values()).allMatch(garment -> garment.wardrobe.get() == all.get(0));
    }

    @Test
    void versionsCountOnBesideTheUnitOfWork() {
        Wardrobe wardrobe = stored("a");
        Garment a = Objects.requireNonNull(wardrobe.garments.get("a"));
        session.refresh(a);
        session.execute(update(GARMENT).set(GARMENT.cloth, "silk").where(GARMENT.name.eq("a")));
        a.cloth = "wool";
        session.commit();
        assertThat(database.rows(session.connection(), "SELECT cloth, version FROM joint_garment"))
                .containsExactly("wool|3");
        session.rollback();
        assertThat(a.version).isEqualTo(3);
        Garment old = new Garment("a");
        old.id = a.id;
        old.version = 2;
        assertThatThrownBy(() -> session.merge(old)).isInstanceOf(StaleDataException.class);
        session.rollback();
        session.refresh(a);
        session.execute(dev.dovetail.orm.query.Queries.deleteFrom(GARMENT).where(GARMENT.name.eq("a")));
        assertThat(session.contains(a)).isFalse();
        session.rollback();
        assertThat(session.get(Garment.class, Objects.requireNonNull(a.id))).isSameAs(a);
    }

    @Test
    void nullOverADefaultIsAskedForBeforeTheObjectComesIn() {
        Wardrobe wardrobe = stored("a");
        Garment b = new Garment("b");
        session.setToNull(b, GARMENT.cloth);
        wardrobe.garments.add(b);
        session.commit();
        assertThat(b.cloth).isNull();
        Garment c = new Garment("a");
        c.id = Objects.requireNonNull(wardrobe.garments.get("a")).id;
        wardrobe.garments.remove("a");
        session.setToNull(c, GARMENT.cloth);
        wardrobe.garments.add(c);
        session.commit();
        assertThat(database.rows(session.connection(), "SELECT name, cloth, version FROM joint_garment ORDER BY name"))
                .containsExactly("a|null|2", "b|null|1");
    }

    @Test
    void nullOverADefaultOutlivesARollback() {
        Wardrobe wardrobe = stored("a");
        Garment b = new Garment("b");
        session.setToNull(b, GARMENT.cloth);
        wardrobe.garments.add(b);
        session.flush();
        session.rollback();
        wardrobe.garments.add(b);
        session.flush();
        session.expunge(b);
        session.rollback();
        wardrobe.garments.add(b);
        session.commit();
        assertThat(b.cloth).isNull();
        assertThat(database.rows(session.connection(), "SELECT cloth FROM joint_garment WHERE name = 'b'"))
                .containsExactly("null");
    }
}
