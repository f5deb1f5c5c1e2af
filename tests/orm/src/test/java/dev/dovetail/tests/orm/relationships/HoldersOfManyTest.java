package dev.dovetail.tests.orm.relationships;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.relationships.Collections_Choir_.CHOIR;
import static dev.dovetail.tests.orm.relationships.Collections_Device_.DEVICE;
import static dev.dovetail.tests.orm.relationships.Collections_Reading_.READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.relationships.Collections.Alarm;
import dev.dovetail.tests.orm.relationships.Collections.Choir;
import dev.dovetail.tests.orm.relationships.Collections.Device;
import dev.dovetail.tests.orm.relationships.Collections.Profile;
import dev.dovetail.tests.orm.relationships.Collections.Reading;
import dev.dovetail.tests.orm.relationships.Collections.Setting;
import dev.dovetail.tests.orm.relationships.Collections.Shelf;
import dev.dovetail.tests.orm.relationships.Collections.Singer;
import dev.dovetail.tests.orm.relationships.Collections.Volume;
import dev.dovetail.tests.orm.relationships.Posts.OrphanPost;
import dev.dovetail.tests.orm.relationships.Posts.OrphanTag;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sets, maps and holders that never load; singleParent and viewOnly. */
class HoldersOfManyTest {

    private static TestDatabase shelf() {
        TestDatabase database = TestDatabase.of(Shelf.class, Volume.class);
        database.sessions().transaction(session -> {
            Shelf shelf = new Shelf();
            shelf.volumes.addAll(List.of(new Volume("b"), new Volume("a")));
            session.add(shelf);
        });
        database.statements().clear();
        return database;
    }

    @Test
    void aSetHoldsEachObjectOnceByIdentity() {
        Shelf shelf = new Shelf();
        Volume a = new Volume("a");
        assertThat(shelf.volumes.add(a)).isTrue();
        assertThat(shelf.volumes.add(a)).isFalse();
        assertThat(shelf.volumes.add(new Volume("a"))).isTrue();
        assertThat(shelf.volumes).hasSize(2);
        assertThat(shelf.volumes.contains(new Volume("a"))).isFalse();
        assertThat(a.shelf.get()).isSameAs(shelf);
        shelf.volumes.removeIf(volume -> volume == a);
        assertThat(a.shelf.get()).isNull();
        assertThat(shelf.volumes).hasSize(1);
    }

    @Test
    void aSetLoadsInOrderAndQueuesBeforeItIsLoaded() {
        try (TestDatabase database = shelf();
                Session session = database.open()) {
            Shelf shelf = session.get(Shelf.class, 1);
            database.statements().clear();
            assertThat(shelf.volumes.add(new Volume("c"))).isTrue();
            assertThat(shelf.volumes.isLoaded()).isFalse();
            assertThat(database.statements().sent()).isZero();
            assertThat(shelf.volumes).extracting(volume -> volume.title).containsExactly("a", "b", "c");
            assertThat(database.statements().reads()).hasSize(1);
        }
    }

    @Test
    void whatIsTakenOutOfASetIsAnOrphan() {
        try (TestDatabase database = shelf();
                Session session = database.open()) {
            Shelf shelf = session.get(Shelf.class, 1);
            shelf.volumes.removeIf(volume -> "a".equals(volume.title));
            session.commit();
            assertThat(database.rows("SELECT title FROM volume")).containsExactly("b");
            shelf.volumes.clear();
            session.commit();
            assertThat(database.rows("SELECT title FROM volume")).isEmpty();
        }
    }

    @Test
    void anIterationNoticesAChange() {
        Shelf shelf = new Shelf();
        shelf.volumes.addAll(List.of(new Volume("a"), new Volume("b"), new Volume("c")));
        assertThatThrownBy(() -> {
                    for (Volume volume : shelf.volumes) {
                        volume.shelf.set(null);
                    }
                })
                .isInstanceOf(java.util.ConcurrentModificationException.class);
    }

    @Test
    void aSetThroughASecondaryTableNeverInsertsARowTwice() {
        try (TestDatabase database = TestDatabase.of(Choir.class, Singer.class);
                Session session = database.open()) {
            Choir choir = new Choir();
            Singer singer = new Singer();
            choir.singers().add(singer);
            session.add(choir);
            session.commit();
            assertThat(choir.singers().add(singer)).isFalse();
            assertThat(singer.choirs().add(choir)).isFalse();
            session.commit();
            assertThat(database.rows("SELECT choir_id, singer_id FROM choir_singer"))
                    .containsExactly("1|1");
            List<Choir> choirs = session.list(select(CHOIR).options(selectInLoad(CHOIR.singers)));
            assertThat(choirs.get(0).singers()).containsExactly(singer);
            singer.choirs().clear();
            session.commit();
            assertThat(database.rows("SELECT choir_id, singer_id FROM choir_singer"))
                    .isEmpty();
        }
    }

    @Test
    void aMapFindsElementsByTheirOwnKey() {
        try (TestDatabase database = TestDatabase.of(Profile.class, Setting.class);
                Session session = database.open()) {
            Profile profile = new Profile();
            Setting colour = new Setting("colour", "red");
            profile.settings().put("colour", colour);
            profile.settings().add(new Setting("size", "12"));
            assertThat(colour.profile.get()).isSameAs(profile);
            session.add(profile);
            session.commit();
            assertThat(profile.settings().get("colour")).isSameAs(colour);
            assertThat(profile.settings()).containsOnlyKeys("colour", "size");

            Setting green = new Setting("colour", "green");
            assertThat(profile.settings().put("colour", green)).isSameAs(colour);
            session.commit();
            assertThat(database.rows("SELECT name, content FROM setting ORDER BY name"))
                    .containsExactly("colour|green", "size|12");
            assertThat(profile.settings().remove("size")).isNotNull();
            profile.settings().entrySet().removeIf(entry -> entry.getKey().equals("colour"));
            session.commit();
            assertThat(database.rows("SELECT name FROM setting")).isEmpty();
        }
    }

    @Test
    void aMapRefusesAKeyThatIsNotTheElements() {
        Profile profile = new Profile();
        Setting colour = new Setting("colour", "red");
        assertThatThrownBy(() -> profile.settings().put("size", colour))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Profile.settings cannot have a Setting under size: its own key is colour");
        profile.settings().add(colour);
        new Setting("colour", "blue").profile.set(profile);
        assertThatThrownBy(() -> profile.settings().get("colour"))
                .hasMessageContaining("Profile.settings has two elements with the key colour");
        assertThat(profile.settings().elements()).hasSize(2);
    }

    @Test
    void anElementWithoutAKeyWaits() {
        Profile profile = new Profile();
        Setting unnamed = new Setting();
        profile.settings().add(unnamed);
        assertThat(profile.settings()).isEmpty();
        assertThat(profile.settings().elements()).containsExactly(unnamed);
        unnamed.name = "late";
        assertThat(profile.settings()).containsOnlyKeys("late");
    }

    @Test
    void aWriteOnlyHolderNeverLoads() {
        try (TestDatabase database = TestDatabase.of(Device.class, Reading.class, Alarm.class);
                Session session = database.open()) {
            Device device = new Device();
            Reading first = new Reading(1);
            device.readings.add(first);
            device.readings.addAll(List.of(new Reading(2), new Reading(3)));
            assertThat(first.device.get()).isSameAs(device);
            session.add(device);
            session.commit();
            database.statements().clear();

            Reading fourth = new Reading(4);
            device.readings.add(fourth);
            device.readings.remove(first);
            fourth.device.set(null);
            fourth.device.set(device);
            session.commit();
            assertThat(database.statements().reads())
                    .containsExactly(
                            "SELECT reading.id, reading.measured, reading.device_id FROM reading WHERE reading.id = ? [1]");
            assertThat(device.readings.isLoaded()).isFalse();
            assertThat(database.rows("SELECT measured, device_id FROM reading ORDER BY measured"))
                    .containsExactly("1|null", "2|1", "3|1", "4|1");
            assertThat(session.list(select(device.readings, READING)
                            .where(READING.measured.gt(2))
                            .orderBy(READING.measured)))
                    .extracting(reading -> reading.measured)
                    .containsExactly(3, 4);
            assertThat(session.list(select(DEVICE).where(DEVICE.readings.any(READING.measured.eq(1)))))
                    .isEmpty();
            assertThat(session.list(select(DEVICE).where(DEVICE.readings.contains(fourth))))
                    .containsExactly(device);
        }
    }

    @Test
    void whatAWriteOnlyHolderHasIsFoundByAQueryWhenItsOwnerIsDeleted() {
        try (TestDatabase database = TestDatabase.of(Device.class, Reading.class, Alarm.class);
                Session session = database.open()) {
            Device device = new Device();
            device.readings.addAll(List.of(new Reading(1), new Reading(2)));
            device.alarms.add(new Alarm());
            session.add(device);
            session.commit();
            session.delete(device);
            session.commit();
            assertThat(database.rows("SELECT count(*) FROM reading")).containsExactly("0");
            assertThat(database.rows("SELECT count(*) FROM alarm")).containsExactly("0");
        }
    }

    @Test
    void aViewOnlyRelationshipIsLoadedAndRefusesChanges() {
        try (TestDatabase database = shelf();
                Session session = database.open()) {
            Shelf shelf = session.get(Shelf.class, 1);
            assertThat(shelf.fromTheEnd).extracting(volume -> volume.title).containsExactly("b", "a");
            assertThatThrownBy(() -> shelf.fromTheEnd.remove(0))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Shelf.fromTheEnd is viewOnly");
            assertThatThrownBy(() -> shelf.fromTheEnd.add(new Volume("c"))).hasMessageContaining("viewOnly");
            assertThatThrownBy(shelf.fromTheEnd::clear).hasMessageContaining("viewOnly");
            session.delete(shelf);
            session.commit();
            assertThat(database.rows("SELECT count(*) FROM volume")).containsExactly("0");
        }
    }

    @Test
    void aSecondParentThatTheApplicationSetIsRefusedBeforeAnythingChanges() {
        OrphanPost p = new OrphanPost();
        OrphanPost q = new OrphanPost();
        OrphanTag t = new OrphanTag();
        p.tags.add(t);
        assertThatThrownBy(() -> q.tags.add(t))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("this OrphanTag is in OrphanPost.tags of another OrphanPost already");
        assertThat(q.tags).isEmpty();
        assertThatThrownBy(() -> p.tags.add(t)).hasMessageContaining("of this OrphanPost already");
        java.util.Collections.swap(p.tags, 0, 0);
        p.tags.remove(t);
        q.tags.add(t);
        assertThat(q.tags).containsExactly(t);
    }

    @Test
    void aParentThatWasLoadedDoesNotCount() {
        try (TestDatabase database = TestDatabase.of(OrphanPost.class, OrphanTag.class);
                Session session = database.open()) {
            database.sql(
                    "INSERT INTO post (name) VALUES ('p'), ('q')",
                    "INSERT INTO tag (name) VALUES ('t')",
                    "INSERT INTO post_tag VALUES (1, 1)");
            OrphanPost p = session.get(OrphanPost.class, 1);
            OrphanPost q = session.get(OrphanPost.class, 2);
            OrphanTag t = session.get(OrphanTag.class, 1);
            assertThat(p.tags).containsExactly(t);
            q.tags.add(t);
            session.commit();
            assertThat(database.rows("SELECT post_id, tag_id FROM post_tag ORDER BY 1"))
                    .containsExactly("1|1", "2|1");
        }
    }
}
