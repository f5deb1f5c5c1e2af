package dev.dovetail.tests.orm.loading;

import static dev.dovetail.orm.query.Queries.lazyLoad;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.loading.Club_Badge_.BADGE;
import static dev.dovetail.tests.orm.loading.Club_Team_.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code @Relationship(loading = …)}: what {@code get}, queries and {@code refresh} load with an object. */
class DefaultLoadingTest {

    private final TestDatabase database = TestDatabase.of(Club.ENTITIES);
    private final Session session = database.open();

    @BeforeEach
    void fill() {
        database.sql(
                "INSERT INTO club_team (id, name) VALUES (1, 'reds'), (2, 'blues')",
                "INSERT INTO club_member (id, name, team_id) VALUES (1, 'Ann', 1), (2, 'Bob', 1), (3, 'Cid', NULL)",
                "INSERT INTO club_badge (id, name, member_id) VALUES (1, 'swim', 1), (2, 'run', 1), (3, 'row', 3)",
                "INSERT INTO club_sponsor (id, team_id) VALUES (1, 1)");
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private Club.Team reds() {
        return Objects.requireNonNull(session.get(Club.Team.class, 1));
    }

    @Test
    void getJoinsAndSelectsIn() {
        Club.Team reds = reds();
        assertThat(database.statements().reads())
                .containsExactly(
                        "SELECT club_team.id, club_team.name, club_member_1.id, club_member_1.name, club_member_1.team_id FROM club_team"
                                + " LEFT JOIN club_member AS club_member_1 ON club_team.id = club_member_1.team_id WHERE club_team.id = ?"
                                + " ORDER BY club_team.id, club_member_1.id [1]",
                        "SELECT club_badge.id, club_badge.name, club_badge.member_id FROM club_badge WHERE club_badge.member_id IN (?, ?)"
                                + " ORDER BY club_badge.id [1, 2]");
        assertThat(reds.members).extracting(member -> member.name).containsExactly("Ann", "Bob");
        assertThat(reds.members.get(0).badges).extracting(badge -> badge.name).containsExactly("swim", "run");
        assertThat(reds.members.get(1).badges).isEmpty();
        assertThat(reds.members.get(0).team.get()).isSameAs(reds);
        assertThat(database.statements().sent()).isZero();
    }

    @Test
    void anObjectWithoutPartnersHasEmptyHolders() {
        Club.Team blues = Objects.requireNonNull(session.get(Club.Team.class, 2));
        assertThat(database.statements().sent()).isEqualTo(1);
        assertThat(blues.members).isEmpty();
        assertThat(database.statements().sent()).isEqualTo(1);
    }

    @Test
    void queriesLoadTheSame() {
        List<Club.Team> teams = session.list(select(TEAM).orderBy(TEAM.name));
        assertThat(teams).extracting(team -> team.name).containsExactly("blues", "reds");
        assertThat(teams.get(1).members).hasSize(2);
        assertThat(teams.get(1).members.get(0).badges).hasSize(2);
        assertThat(database.statements().sent()).isEqualTo(2);
    }

    @Test
    void refreshReadsWhatIsJoinedAgain() {
        Club.Team reds = reds();
        session.commit();
        database.sql("INSERT INTO club_member (id, name, team_id) VALUES (4, 'Dan', 1)");
        session.refresh(reds);
        assertThat(reds.members).hasSize(3);
        assertThat(database.statements().reads()).hasSize(2);
    }

    @Test
    void whatIsLoadedAlreadyStays() {
        Club.Team reds = reds();
        reds.members.remove(1);
        database.statements().clear();
        session.list(select(TEAM));
        assertThat(reds.members).extracting(member -> member.name).containsExactly("Ann");
    }

    @Test
    void anOptionOverridesTheMapping() {
        session.list(select(TEAM).options(lazyLoad(TEAM.members)));
        assertThat(database.statements().reads()).containsExactly("SELECT club_team.id, club_team.name FROM club_team");
    }

    @Test
    void raiseRefusesToLoad() {
        Club.Team reds = reds();
        assertThatThrownBy(reds.sponsors::size)
                .hasMessageContaining("Team.sponsors of Team 1 is not loaded")
                .hasMessageContaining("selectInLoad(TEAM.sponsors)");
    }

    @Test
    void raiseOnSqlGivesWhatIsInMemory() {
        List<Club.Badge> badges = session.list(select(BADGE).orderBy(BADGE.id));
        assertThatThrownBy(badges.get(0).member::get).hasMessageContaining("Badge.member of Badge 1 is not loaded");
        reds();
        assertThat(Objects.requireNonNull(badges.get(0).member.get()).name).isEqualTo("Ann");
    }
}
