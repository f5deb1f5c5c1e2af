package dev.dovetail.tests.orm.unitofwork;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.unitofwork.Wiki_Badge_.BADGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.StaleDataException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.orm.FlushSavepoint;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Wiki.Badge;
import dev.dovetail.tests.orm.unitofwork.Wiki.Page;
import dev.dovetail.tests.orm.unitofwork.Wiki.Remark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps of many rows, which databases take in different ways: each object keeps its own key, count and error. */
class ManyRowsTest {

    private static final int MANY = 10_000;

    private final TestDatabase database = TestDatabase.of(Page.class, Remark.class, Badge.class);

    @AfterEach
    void close() {
        database.close();
    }

    private List<Badge> badges(int count) {
        List<Badge> badges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            badges.add(new Badge(i, "owner " + i));
        }
        return badges;
    }

    @Test
    void tenThousandRowsAreOneStatementForEachKindAndEachObjectHasItsKey() {
        try (Session session = database.open()) {
            List<Badge> badges = badges(MANY);
            session.addAll(badges);
            session.flush();
            assertThat(database.statements().sent()).isEqualTo(1);
            assertThat(badges)
                    .extracting(badge -> badge.id)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
            session.commit();
            session.expungeAll();
            List<Badge> read = session.list(select(BADGE).orderBy(BADGE.number.asc()));
            for (int i = 0; i < MANY; i++) {
                assertThat(read.get(i).id).isEqualTo(badges.get(i).id);
                read.get(i).owner = "new " + i;
            }
            database.statements().clear();
            session.flush();
            assertThat(database.statements().sent()).isEqualTo(1);
            read.forEach(session::delete);
            database.statements().clear();
            session.flush();
            assertThat(database.statements().sent()).isEqualTo(1);
            session.commit();
        }
        assertThat(database.rows("SELECT id FROM wiki_badge")).isEmpty();
    }

    @Test
    void theErrorIsThatOfTheObjectWhoseRowFails() {
        try (Session session = database.open()) {
            session.add(new Badge(70, "first"));
            session.commit();
            List<Badge> badges = badges(200);
            session.addAll(badges);
            UniqueViolationException error = catchThrowableOfType(UniqueViolationException.class, session::flush);
            assertThat(error.entity()).isSameAs(badges.get(70));
            assertThat(error.values()).containsEntry("number", 70);
            assertThat(error.getMessage()).contains("inserting Badge{id=null, number=70, owner='owner 70'}");
        }
    }

    @Test
    void whatFailedCanBeMendedAndFlushedAgain() {
        SessionOptions options = SessionOptions.DEFAULT.withFlushUnderSavepoint(FlushSavepoint.ALWAYS);
        try (Session session = database.sessions().with(options).open()) {
            session.add(new Badge(70, "first"));
            session.flush();
            List<Badge> badges = badges(200);
            session.addAll(badges);
            assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class);
            badges.get(70).number = 700;
            session.commit();
            assertThat(badges)
                    .extracting(badge -> badge.id)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
        }
        assertThat(database.rows("SELECT number FROM wiki_badge WHERE number >= 200"))
                .containsExactly("700");
    }

    @Test
    void aRowWithAnotherVersionIsThatOfItsObject() {
        assertStale("UPDATE wiki_page SET version = 7 WHERE title = 'page 33'", "version is 7 now");
    }

    @Test
    void aRowThatIsGoneIsThatOfItsObject() {
        assertStale("DELETE FROM wiki_page WHERE title = 'page 33'", "it was deleted");
    }

    private void assertStale(String meanwhile, String reason) {
        try (Session session = database.open()) {
            List<Page> pages = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                pages.add(new Page("page " + i));
            }
            session.addAll(pages);
            session.flush();
            session.connection().execute(Sql.sql(meanwhile));
            pages.forEach(page -> page.title += "!");
            String stale = "Page " + pages.get(33).id;
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageStartingWith("UPDATE of " + stale + " ")
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void valuesThatRowsPassOnGoInTheirOrder() {
        try (Session session = database.open()) {
            List<Badge> badges = badges(100);
            session.addAll(badges);
            session.commit();
            List<Badge> read = session.list(select(BADGE).orderBy(BADGE.number.asc()));
            read.forEach(badge -> badge.number = badge.number == null ? null : badge.number + 1);
            session.commit();
        }
        assertThat(database.rows("SELECT min(number), max(number), count(*) FROM wiki_badge"))
                .containsExactly("1|100|100");
    }
}
