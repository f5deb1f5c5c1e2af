package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Guilds.Coupon;
import dev.dovetail.tests.orm.unitofwork.Guilds.Guild;
import dev.dovetail.tests.orm.unitofwork.Guilds.Jar;
import dev.dovetail.tests.orm.unitofwork.Guilds.Mastery;
import dev.dovetail.tests.orm.unitofwork.Guilds.Shelf;
import dev.dovetail.tests.orm.unitofwork.Guilds.Skill;
import dev.dovetail.tests.orm.unitofwork.Guilds.Stamp;
import dev.dovetail.tests.orm.unitofwork.Guilds.Voucher;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rows of secondary tables when the keys that they refer to change, or change hands. */
class SecondaryKeysTest {

    @Nested
    class FollowedByTheSession {
        private final TestDatabase database =
                TestDatabase.requiring(Capability.DEFERRABLE_FOREIGN_KEYS, Guild.class, Skill.class, Mastery.class);
        private Session session = database.open();
        private final Guild smiths = new Guild("smiths");
        private final Skill forging = new Skill("forging");
        private final Skill casting = new Skill("casting");

        @BeforeEach
        void insert() {
            smiths.skills.addAll(List.of(forging, casting));
            session.add(smiths);
            session.commit();
            database.statements().clear();
        }

        @AfterEach
        void close() {
            session.close();
            database.close();
        }

        private List<String> pairs() {
            return database.rows("SELECT guild_name, skill_word FROM guild_skill ORDER BY guild_name, skill_word");
        }

        @Test
        void oneStatementForAllRowsOfAnObjectWithoutLoadingThem() {
            session.close();
            session = database.open();
            Guild found = session.getOne(Guild.class, "smiths");
            database.statements().clear();
            found.name = "founders";
            session.flush();
            assertThat(database.statements().all())
                    .containsExactly(
                            "UPDATE guild SET name=? WHERE guild.name = ? [founders, smiths]",
                            "UPDATE guild_skill SET guild_name=? WHERE guild_skill.guild_name = ? [founders, smiths]");
            session.commit();
            assertThat(pairs()).containsExactly("founders|casting", "founders|forging");
            assertThat(found.skills).hasSize(2);
        }

        @Test
        void bothSidesAndWhatIsJoinedAndTakenApartInTheSameFlush() {
            session.refresh(smiths);
            session.refresh(forging);
            session.refresh(casting);
            smiths.name = "founders";
            forging.word = "hammering";
            smiths.skills.remove(casting);
            smiths.skills.add(new Skill("selling"));
            session.commit();
            assertThat(pairs()).containsExactly("founders|hammering", "founders|selling");
        }

        @Test
        void aRollbackTakesItBack() {
            session.refresh(smiths);
            smiths.name = "founders";
            session.flush();
            session.rollback();
            assertThat(smiths.name).isEqualTo("smiths");
            assertThat(pairs()).containsExactly("smiths|casting", "smiths|forging");
        }

        @Test
        void thePlanSaysSo() {
            session.refresh(smiths);
            smiths.name = "founders";
            assertThat(session.explainFlush())
                    .contains("UPDATE guild × 1")
                    .contains("UPDATE guild_skill × 1")
                    .contains("Guild.skills follows the key of its Guild (passiveUpdates NEVER)");
        }
    }

    /** Rows of a secondary table that only the other side knows go with the row; to hand it over would keep them. */
    @Test
    void aRowWithPairsThatTheDatabaseDeletesDoesNotChangeHands() {
        try (TestDatabase database = TestDatabase.of(Shelf.class, Jar.class);
                Session session = database.open()) {
            Shelf shelf = new Shelf();
            Jar old = new Jar(1, "plums");
            shelf.jars.add(old);
            session.add(shelf);
            session.commit();
            session.delete(session.getOne(Jar.class, 1));
            session.add(new Jar(1, "pears"));
            database.statements().clear();
            session.flush();
            assertThat(database.statements().writes())
                    .containsExactly(
                            "DELETE FROM pantry_jar WHERE pantry_jar.id = ? [1]",
                            "INSERT INTO pantry_jar (id, label) VALUES (?, ?) [1, pears]");
            session.commit();
            assertThat(database.rows("SELECT * FROM pantry_pantry_jar")).isEmpty();
        }
    }

    @Test
    void aBulkInsertAsksForKeysInTheOrderOfItsObjects() {
        try (TestDatabase database =
                        TestDatabase.requiring(Capability.SEQUENCES, Voucher.class, Coupon.class, Stamp.class);
                Session session = database.open()) {
            session.bulkInsert(List.of(new Stamp(), new Coupon(), new Voucher()));
            assertThat(database.statements().all())
                    .filteredOn(sql -> sql.contains("_numbers"))
                    .extracting(sql -> sql.replaceAll(".*?(\\w+)_numbers.*", "$1"))
                    .containsExactly("stamp", "coupon", "voucher");
        }
    }
}
