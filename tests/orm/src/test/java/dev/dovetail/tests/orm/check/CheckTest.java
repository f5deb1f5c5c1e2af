package dev.dovetail.tests.orm.check;

import static dev.dovetail.tests.orm.check.Fair_Stand_.STAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.DatabaseException;
import dev.dovetail.Redacted;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.check.CheckReport;
import dev.dovetail.orm.check.Problem;
import dev.dovetail.orm.check.ProblemKind;
import dev.dovetail.tests.orm.check.Fair.Badge;
import dev.dovetail.tests.orm.check.Fair.GroupTicket;
import dev.dovetail.tests.orm.check.Fair.Guide;
import dev.dovetail.tests.orm.check.Fair.Hall;
import dev.dovetail.tests.orm.check.Fair.Stand;
import dev.dovetail.tests.orm.check.Fair.Ticket;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Node;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code session.check()}: what a flush would break, without flushing. */
class CheckTest {

    private final TestDatabase database = TestDatabase.of(
            Hall.class,
            Stand.class,
            Badge.class,
            Guide.class,
            Ticket.class,
            GroupTicket.class,
            Author.class,
            Book.class,
            Passport.class,
            Node.class);
    private final Session session = database.open();
    private final Hall north = new Hall("north");
    private final Stand first = new Stand(1);

    @BeforeEach
    void store() {
        north.stands.add(first);
        session.add(north);
        session.commit();
        session.refresh(north);
        session.refresh(first);
        database.statements().clear();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void nothingPendingNeedsNoStatement() {
        CheckReport report = session.check();

        assertThat(report.ok()).isTrue();
        assertThat(report.unchecked()).isEmpty();
        assertThat(report).hasToString("no problems found\n");
        assertThat(database.statements().all()).isEmpty();
    }

    @Test
    void whatIsRightHasNoProblems() {
        Hall south = new Hall("south");
        Stand stand = new Stand(1);
        stand.price = new BigDecimal("3.00");
        south.stands.add(stand);
        session.add(south);
        first.number = 2;

        assertThat(session.check()).isEqualTo(new CheckReport(List.of(), List.of()));
        session.flush();
        assertThat(session.check().ok()).isTrue();
    }

    @Test
    void allProblemsAreFoundAtOnceAndCanBeMended() {
        Hall unnamed = new Hall(null);
        Hall tooLong = new Hall("a long name");
        Hall taken = new Hall("north");
        Hall one = new Hall("west");
        Hall two = new Hall("west");
        Stand lost = new Stand(7);
        lost.hallId = 99;
        Stand wide = new Stand(1);
        wide.hallId = north.id;
        wide.width = 30;
        session.addAll(List.of(unnamed, tooLong, taken, one, two, lost, wide));

        CheckReport report = session.check();

        assertThat(lines(report))
                .containsExactly(
                        "[DVT-23-NOT-NULL] fair_hall.name must not be null",
                        "[DVT-22-DATA] fair_hall.name = 'a long name' does not fit its type: VARCHAR(8) cannot hold a text of 11 characters",
                        "[DVT-23-UNIQUE] fair_hall.name = 'north': already taken by fair_hall " + north.id,
                        "[DVT-23-UNIQUE] fair_hall.name = 'west': new Hall of the same flush has it too",
                        "[DVT-23-FK-PARENT] fair_stand.hall_id = 99: no fair_hall has id = 99",
                        "[DVT-23-UNIQUE] fair_stand(hall_id, number) = (" + north.id
                                + ", 1): already taken by fair_stand " + first.id,
                        "[DVT-23-CHECK] fair_stand.width = 30: breaks the check ck_width, width > 0 AND width <= 20");
        assertThat(database.statements().all())
                .as("one query for each question and table, and no writes")
                .hasSize(6)
                .allMatch(sent -> sent.matches("(BEGIN|SAVEPOINT|RELEASE|SELECT.*)"));

        unnamed.name = "east";
        tooLong.name = "long";
        taken.name = "south";
        two.name = "far west";
        lost.hall.set(two);
        wide.width = 20;
        wide.number = 2;
        assertThat(session.check().ok()).isTrue();
        session.flush();
    }

    @Test
    void aProblemIsData() {
        Stand lost = new Stand(7);
        lost.hallId = 99;
        lost.pin = "12345";
        session.add(lost);

        List<Problem> problems = session.check().of(lost);

        assertThat(problems).hasSize(2);
        Problem data = problems.get(0);
        assertThat(data.kind()).isEqualTo(ProblemKind.DATA);
        assertThat(data.values()).as("sensitive").containsExactly(Redacted.VALUE);
        assertThat(data.message()).doesNotContain("12345").contains("fair_stand.pin");
        Problem parent = problems.get(1);
        assertThat(parent.kind()).isEqualTo(ProblemKind.MISSING_PARENT);
        assertThat(parent.entity()).isSameAs(lost);
        assertThat(parent.entityName()).isEqualTo("Stand");
        assertThat(parent.attributes()).containsExactly("hallId");
        assertThat(parent.table()).isEqualTo("fair_stand");
        assertThat(parent.columns()).containsExactly("hall_id");
        assertThat(parent.values()).containsExactly(99);
        assertThat(parent.constraint()).isEqualTo("fk_fair_stand_hall_id");
        assertThat(session.check().of(north)).isEmpty();
    }

    @Test
    void aParentThatIsDeletedInTheSameFlushIsMissing() {
        Hall south = new Hall("south");
        session.add(south);
        session.flush();
        Stand stand = new Stand(1);
        stand.hallId = south.id;
        session.add(stand);
        session.delete(south);

        Problem problem = session.check().problems().get(0);

        assertThat(problem.message())
                .isEqualTo("fair_stand.hall_id = " + south.id + ": Hall " + south.id + " is deleted in the same flush");
        assertThat(problem.others()).containsExactly(south);
        assertFlushFails();
    }

    @Test
    void whatIsStillReferencedCannotGo() {
        session.add(new Badge("a", first.id));
        session.flush();
        session.delete(first);

        CheckReport report = session.check();

        assertThat(lines(report))
                .containsExactly("[DVT-23-FK-CHILD] fair_stand " + first.id
                        + " is still referenced by 1 row of fair_badge ('a')");
        assertThat(report.problems().get(0).constraint()).isEqualTo("fk_fair_badge_stand_id");
        assertFlushFails();
    }

    @Test
    void aRowThatLeavesInTheSameFlushIsNoObstacle() {
        Badge badge = new Badge("a", first.id);
        session.add(badge);
        session.flush();
        badge.standId = null;
        session.delete(first);

        assertThat(session.check().ok()).isTrue();
        session.flush();
    }

    @Test
    void aValueGivenUpInTheSameFlushIsFree() {
        Hall south = new Hall("south");
        session.add(south);
        session.flush();
        north.name = "old";
        south.name = "north";

        assertThat(session.check().ok()).isTrue();
        session.flush();
        session.delete(first);
        Stand second = new Stand(1);
        north.stands.add(second);
        assertThat(session.check().ok()).isTrue();
        session.flush();
    }

    @Test
    void rowsThatCannotExchangeTheirValuesAreSeen() {
        Hall south = new Hall("south");
        Hall west = new Hall("west");
        session.addAll(List.of(south, west));
        session.flush();
        north.name = "south";
        south.name = "west";
        west.name = "north";

        CheckReport report = session.check();

        assertThat(report.of(north).get(0).message())
                .isEqualTo("fair_hall.name = 'south': Hall " + south.id + " gives it up in the same flush, but only in"
                        + " exchange, and name cannot be NULL in between");
        assertThat(report.of(north).get(0).others()).containsExactly(south);
        assertThat(report.problems()).hasSize(3);
        assertFlushFails();
    }

    @Test
    void anAssignedKeyThatIsTakenIsFoundInTheDatabaseToo() {
        session.commit();
        database.sql("INSERT INTO fair_badge (code) VALUES ('a')");
        session.add(new Badge("a", null));

        assertThat(lines(session.check()))
                .containsExactly("[DVT-23-UNIQUE] fair_badge.code = 'a': a row with this primary key exists already");
        assertFlushFails();
    }

    @Test
    void onlyWhatChangesIsLookedAt() {
        first.width = 4;

        assertThat(session.check().ok()).isTrue();
        assertThat(database.statements().all())
                .filteredOn(sent -> sent.startsWith("SELECT"))
                .hasSize(1);
    }

    @Test
    void aCheckOverTwoColumnsSeesTheUnchangedOne() {
        first.price = new BigDecimal("2.50");

        assertThat(lines(session.check()))
                .containsExactly("[DVT-23-CHECK] fair_stand(width, price) = (3, 2.50): breaks the check ck_price,"
                        + " price IS NULL OR price >= width");
        assertFlushFails();
    }

    @Test
    void aChildTakenFromItsParentIsRefusedByTheSession() {
        Author author = new Author("a");
        author.passport.set(new Passport("P1"));
        session.add(author);
        session.flush();
        north.stands.remove(first);

        CheckReport report = session.check();

        assertThat(report.problems()).hasSize(1);
        assertThat(report.problems().get(0).kind()).isEqualTo(ProblemKind.REFUSED);
        assertThat(report.problems().get(0).code()).isEqualTo("DVT-ORM-UNPLACED");
        assertThat(report.problems().get(0).entity()).isSameAs(first);
        north.stands.add(first);
        assertThat(session.check().ok()).isTrue();
    }

    @Test
    void whatIsNotKnownIsSaid() {
        Hall south = new Hall("south");
        Stand stand = new Stand(1);
        south.stands.add(stand);
        session.add(south);

        CheckReport report = session.check();

        assertThat(report.ok()).isTrue();
        assertThat(report.unchecked())
                .as("the new hall's key makes the place free")
                .isEmpty();
    }

    @Test
    void twoObjectsAreJoinedOnce() {
        Guide guide = new Guide();
        north.guides.add(guide);
        session.flush();
        session.refresh(north); // the collection is not loaded any more
        session.expire(north, "guides");
        north.guides.add(guide);

        assertThat(lines(session.check()))
                .containsExactly("[DVT-23-UNIQUE] fair_hall_guide(fair_hall_id, fair_guide_id) = (" + north.id + ", "
                        + guide.id + "): a row with this primary key exists already, Hall.guides joins Hall "
                        + north.id + " and Guide " + guide.id);
        assertFlushFails();
    }

    @Test
    void aCheckOfAHierarchyIsThatOfItsTable() {
        GroupTicket group = new GroupTicket();
        group.visitors = 1;
        session.addAll(List.of(new Ticket(), group));

        CheckReport report = session.check();

        assertThat(report.problems()).hasSize(1);
        assertThat(report.of(group).get(0).message())
                .isEqualTo("fair_ticket(kind, visitors) = ('group', 1): breaks the check ck_visitors,"
                        + " kind <> 'group' OR visitors > 1");
        assertFlushFails();
    }

    @Test
    void anExpressionIsForTheDatabase() {
        session.assign(first, STAND.width, STAND.width.plus(30));

        CheckReport report = session.check();

        assertThat(report.ok()).isTrue();
        assertThat(report.unchecked()).hasSize(2).allMatch(one -> one.what().startsWith("check ck_"));
        assertFlushFails();
    }

    @Test
    void theCheckChangesNothing() {
        Node root = new Node("root");
        root.children.add(new Node("leaf"));
        session.add(root);
        session.delete(first);
        List<Object> added = session.added();
        List<Object> deleted = session.deleted();

        session.check();

        assertThat(session.added()).isEqualTo(added);
        assertThat(session.deleted()).isEqualTo(deleted);
        assertThat(root.id).isNull();
    }

    private void assertFlushFails() {
        assertThatThrownBy(session::flush).isInstanceOf(DatabaseException.class);
        session.rollback();
    }

    private static List<String> lines(CheckReport report) {
        return report.problems().stream().map(Objects::toString).toList();
    }
}
