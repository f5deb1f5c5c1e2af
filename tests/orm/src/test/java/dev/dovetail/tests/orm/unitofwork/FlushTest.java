package dev.dovetail.tests.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.StaleDataException;
import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.tests.orm.library.Author;
import dev.dovetail.tests.orm.library.Book;
import dev.dovetail.tests.orm.library.Node;
import dev.dovetail.tests.orm.library.Passport;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.unitofwork.Shop.Country;
import dev.dovetail.tests.orm.unitofwork.Shop.Customer;
import dev.dovetail.tests.orm.unitofwork.Shop.Defaulted;
import dev.dovetail.tests.orm.unitofwork.Shop.Line;
import dev.dovetail.tests.orm.unitofwork.Shop.Order;
import dev.dovetail.tests.orm.unitofwork.Shop.Player;
import dev.dovetail.tests.orm.unitofwork.Shop.Team;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The statements of a flush, exactly. */
class FlushTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private final TestDatabase database = TestDatabase.with(
            SessionOptions.DEFAULT.withClock(Clock.fixed(TIME, ZoneOffset.UTC)).withFlushUnderSavepoint(false),
            Author.class,
            Book.class,
            Passport.class,
            Node.class,
            Country.class,
            Customer.class,
            Order.class,
            Line.class,
            Defaulted.class,
            Team.class,
            Player.class,
            Shop.Egg.class,
            Shop.Hen.class,
            Shop.Club.class,
            Shop.Member.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private List<String> flushed() {
        session.flush();
        return database.statements().writes();
    }

    // order

    @Test
    void referencedTablesGoFirstAlsoWithoutARelationship() {
        Order order = new Order();
        order.lines.add(Line.of(1, "nails"));
        Customer customer = new Customer();
        customer.countryCode = "AT";
        order.customer.set(customer);
        session.addAll(List.of(order, customer, new Country("AT")));
        assertThat(flushed())
                .containsExactly(
                        "INSERT INTO z_country (code) VALUES (?) [AT]",
                        "INSERT INTO m_customer (country_code, credit) VALUES (?, ?) [AT, null]",
                        "INSERT INTO a_order (customer_id) VALUES (?) [1]",
                        "INSERT INTO a_line (order_id, number, article) VALUES (?, ?, ?) [1, 1, nails]");
    }

    @Test
    void deletesGoTheOtherWayRound() {
        referencedTablesGoFirstAlsoWithoutARelationship();
        session.delete(session.get(Country.class, "AT"));
        session.delete(session.get(Order.class, 1));
        session.delete(session.get(Customer.class, 1));
        assertThat(flushed())
                .containsExactly(
                        "DELETE FROM a_line WHERE a_line.order_id = ? AND a_line.number = ? [1, 1]",
                        "DELETE FROM a_order WHERE a_order.id = ? [1]",
                        "DELETE FROM m_customer WHERE m_customer.id = ? [1]",
                        "DELETE FROM z_country WHERE z_country.code = ? [AT]");
    }

    @Test
    void updatesGoBeforeInsertsOfTheSameTableAndByKey() {
        session.addAll(List.of(new Author("a"), new Author("b")));
        session.flush();
        session.get(Author.class, 2).name = "B";
        session.get(Author.class, 1).name = "A";
        session.add(new Author("c"));
        database.statements().clear();
        assertThat(flushed())
                .containsExactly(
                        "UPDATE author SET name=? WHERE author.id = ? [A, 1]",
                        "UPDATE author SET name=? WHERE author.id = ? [B, 2]",
                        "INSERT INTO author (name) VALUES (?) [c]");
    }

    @Test
    void equalStatementsAreOneBatch() {
        for (int i = 0; i < 5; i++) {
            Author author = new Author("a" + i);
            author.books.add(new Book("b" + i));
            session.add(author);
        }
        session.flush();
        // BEGIN is not counted; keys must come back, so that a dialect may need a statement for each author.
        assertThat(database.statements().sent()).isLessThanOrEqualTo(10);
        assertThat(database.rows(session.connection(), "SELECT id, author_id FROM book ORDER BY id"))
                .containsExactly("1|1", "2|2", "3|3", "4|4", "5|5");
        session.commit();
        for (int i = 1; i <= 5; i++) {
            session.get(Author.class, i).name = "x";
        }
        database.statements().clear();
        session.flush();
        assertThat(database.statements().sent()).isEqualTo(1);
        for (int i = 1; i <= 5; i++) {
            session.delete(session.get(Book.class, i));
        }
        database.statements().clear();
        session.flush();
        assertThat(database.statements().sent()).isEqualTo(1);
    }

    @Test
    void aKeyGivenByHandAmongGeneratedOnesIsKept() {
        Author given = new Author("b");
        given.id = 10;
        Author last = new Author("c");
        session.addAll(List.of(new Author("a"), given, last));
        session.commit();
        // What comes after a key given by hand differs: SQLite and MariaDB go on from there, a sequence does not see
        // it.
        assertThat(database.rows("SELECT id, name FROM author ORDER BY name"))
                .containsExactly("1|a", "10|b", last.id + "|c");
    }

    // trees and circles

    @Test
    void aTreeIsInsertedFromTheRootInWhateverOrderItWasAdded() {
        Node root = new Node("root");
        Node left = new Node("left");
        Node leaf = new Node("leaf");
        left.children.add(leaf);
        left.parent.set(root);
        session.add(leaf);
        assertThat(flushed())
                .containsExactly(
                        "INSERT INTO tree (name, parent_id) VALUES (?, ?) [root, null]",
                        "INSERT INTO tree (name, parent_id) VALUES (?, ?) [left, 1]",
                        "INSERT INTO tree (name, parent_id) VALUES (?, ?) [leaf, 2]");
    }

    @Test
    void aTreeIsDeletedFromTheLeaves() {
        aTreeIsInsertedFromTheRootInWhateverOrderItWasAdded();
        for (int i = 1; i <= 3; i++) {
            session.delete(session.get(Node.class, i));
        }
        assertThat(flushed())
                .containsExactly(
                        "DELETE FROM tree WHERE tree.id = ? [3]",
                        "DELETE FROM tree WHERE tree.id = ? [2]",
                        "DELETE FROM tree WHERE tree.id = ? [1]");
    }

    @Test
    void aNodeThatIsItsOwnParentIsInsertedAndDeleted() {
        Node node = new Node("self");
        node.parent.set(node);
        session.add(node);
        session.commit();
        assertThat(node.parentId).isEqualTo(1);
        assertThat(database.rows("SELECT id, parent_id FROM tree")).containsExactly("1|1");
        session.delete(node);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM tree")).containsExactly("0");
    }

    @Test
    void aRingOfNodesIsCutAndClosedAgain() {
        List<Node> ring = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ring.add(new Node("n" + i));
        }
        for (int i = 0; i < 4; i++) {
            ring.get(i).parent.set(ring.get((i + 1) % 4));
        }
        session.addAll(ring);
        List<String> writes = flushed();
        assertThat(writes).hasSize(5);
        session.commit();
        for (Node node : ring) {
            assertThat(node.parentId).isEqualTo(node.parent.get().id);
        }
        ring.forEach(session::delete);
        assertThat(flushed()).hasSize(5);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM tree")).containsExactly("0");
    }

    @Test
    void aNodeThatHangsOnARingIsNotCut() {
        Node outside = new Node("outside");
        Node one = new Node("one");
        Node two = new Node("two");
        outside.parent.set(one);
        one.parent.set(two);
        two.parent.set(one);
        session.addAll(List.of(outside, one, two));
        assertThat(flushed())
                .hasSize(4)
                .filteredOn(sql -> sql.contains("outside"))
                .hasSize(1)
                .noneMatch(sql -> sql.endsWith("[outside, null]"));
    }

    @Test
    void aCircleOfTwoTablesIsCutAtTheKeyThatMayBeNull() {
        Team team = new Team();
        Player player = new Player();
        player.name = "p";
        team.captain.set(player);
        player.team.set(team);
        session.add(player);
        assertThat(flushed())
                .containsExactly(
                        "INSERT INTO team (captain_id) VALUES (?) [null]",
                        "INSERT INTO player (name, team_id) VALUES (?, ?) [p, 1]",
                        "UPDATE team SET captain_id=? WHERE team.id = ? [1, 1]");
        assertThat(team.captainId).isEqualTo(1);
        session.commit();
        session.delete(player);
        session.delete(team);
        assertThat(flushed())
                .containsExactly(
                        "UPDATE team SET captain_id=? WHERE team.id = ? [null, 1]",
                        "DELETE FROM player WHERE player.id = ? [1]",
                        "DELETE FROM team WHERE team.id = ? [1]");
        session.rollback();
        assertThat(team.captainId).isEqualTo(1);
        assertThat(team.captain.get()).isSameAs(player);
    }

    @Test
    void aCircleIsCutAlsoWhereTwoKeysLeadToTheSameRow() {
        Shop.Club club = new Shop.Club();
        Shop.Member member = new Shop.Member();
        club.founder.set(member);
        member.home.set(club);
        member.guest.set(club);
        session.add(member);
        session.commit();
        assertThat(database.rows("SELECT founder_id FROM club")).containsExactly("1");
        assertThat(database.rows("SELECT home_id, guest_id FROM member")).containsExactly("1|1");
        session.delete(club);
        session.delete(member);
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM club")).containsExactly("0");
    }

    @Test
    void aCircleThatCannotBeCutIsRefusedWithTheRowsNamed() {
        Shop.Egg egg = new Shop.Egg();
        Shop.Hen hen = new Shop.Hen();
        egg.hen.set(hen);
        hen.egg.set(egg);
        session.add(egg);
        assertThatThrownBy(session::flush)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("circle")
                .hasMessageContaining("new Egg")
                .hasMessageContaining("new Hen");
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void manyUpdatesInACircleOfTablesAreSortedByKey() {
        List<String> sql = new ArrayList<>();
        for (int i = 1; i <= 150; i++) {
            sql.add("INSERT INTO team VALUES (" + i + ", NULL)");
            sql.add("INSERT INTO player VALUES (" + i + ", 'p', " + i + ")");
        }
        database.sql(sql.toArray(String[]::new));
        List<Integer> order = new ArrayList<>();
        for (int i = 1; i <= 150; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(5));
        List<Player> players = new ArrayList<>();
        for (int i : order) {
            Player player = session.get(Player.class, i);
            players.add(player);
            session.get(Team.class, i);
        }
        for (Player player : players) {
            player.name = "q";
            player.team.get().captain.set(player);
        }
        List<String> writes = flushed();
        assertThat(writes).hasSize(300);
        List<Integer> keys = writes.stream()
                .filter(line -> line.startsWith("UPDATE player"))
                .map(line -> Integer.valueOf(line.replaceFirst(".*, (\\d+)]$", "$1")))
                .toList();
        assertThat(keys).isSorted();
    }

    // what is not written

    @Test
    void equalValuesAreNotWritten() {
        Customer customer = new Customer();
        customer.countryCode = "AT";
        customer.credit = new BigDecimal("1.50");
        session.addAll(List.of(new Country("AT"), customer));
        session.commit();
        session.get(Customer.class, 1);
        customer.credit = new BigDecimal("1.5");
        customer.countryCode = new String("AT");
        database.statements().clear();
        assertThat(flushed()).isEmpty();
        customer.countryCode = "DE";
        customer.countryCode = "AT";
        assertThat(flushed()).isEmpty();
    }

    @Test
    void onlyChangedColumnsAreWritten() {
        Customer customer = new Customer();
        customer.countryCode = "AT";
        session.addAll(List.of(new Country("AT"), customer));
        session.flush();
        database.statements().clear();
        customer.credit = new BigDecimal("2.00");
        assertThat(flushed()).containsExactly("UPDATE m_customer SET credit=? WHERE m_customer.id = ? [2.00, 1]");
    }

    @Test
    void aSecondFlushWritesNothing() {
        Author author = new Author("A");
        author.books.add(new Book("b"));
        session.add(author);
        session.flush();
        database.statements().clear();
        assertThat(flushed()).isEmpty();
        assertThat(session.explainFlush()).isEmpty();
    }

    @Test
    void anUpdateOfARowThatIsGoneIsNoticed() {
        Author author = new Author("A");
        session.add(author);
        session.flush();
        session.connection().execute(dev.dovetail.sql.Sql.sql("DELETE FROM author"));
        author.name = "B";
        assertThatThrownBy(session::flush)
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("Author 1")
                .hasMessageContaining("matched no row");
        session.rollback();
        assertThat(author.id).isNull();
    }

    // keys and values

    @Test
    void aCompositeKeyIsTheIdentityOfARow() {
        Order order = new Order();
        order.lines.addAll(List.of(Line.of(1, "nails"), Line.of(2, "glue")));
        session.add(order);
        session.commit();
        Line line = session.get(Line.class, 1, 2);
        assertThat(line).isSameAs(order.lines.get(1));
        line.rename("paint");
        database.statements().clear();
        assertThat(flushed())
                .containsExactly(
                        "UPDATE a_line SET article=? WHERE a_line.order_id = ? AND a_line.number = ? [paint, 1, 2]");
    }

    @Test
    void aChangedPrimaryKeyIsWrittenByTheOldOne() {
        session.add(new Country("AT"));
        session.commit();
        Country country = session.get(Country.class, "AT");
        country.code = "DE";
        database.statements().clear();
        assertThat(flushed()).containsExactly("UPDATE z_country SET code=? WHERE z_country.code = ? [DE, AT]");
        assertThat(session.get(Country.class, "DE")).isSameAs(country);
        session.rollback();
        assertThat(country.code).isEqualTo("AT");
        assertThat(session.get(Country.class, "AT")).isSameAs(country);
        assertThat(session.get(Country.class, "DE")).isNull();
    }

    @Test
    void defaultsAreFilledInAndReadBack() {
        Defaulted row = new Defaulted();
        session.add(row);
        session.flush();
        LocalDateTime time = LocalDateTime.ofInstant(TIME, ZoneOffset.UTC);
        assertThat(row.status).isEqualTo("new");
        assertThat(row.token).isEqualTo("token");
        assertThat(row.createdAt).isEqualTo(time);
        assertThat(row.updatedAt).isEqualTo(time);
        session.rollback();
        assertThat(row.id).isNull();
        assertThat(row.status).isNull();
        assertThat(row.token).isNull();
        assertThat(row.createdAt).isNull();
        assertThat(row.updatedAt).isNull();
    }

    @Test
    void givenValuesWinOverDefaults() {
        Defaulted row = new Defaulted();
        row.status = "old";
        row.token = "mine";
        row.createdAt = LocalDateTime.of(2000, 1, 1, 0, 0);
        session.add(row);
        session.commit();
        assertThat(database.rows("SELECT status, token FROM defaulted")).containsExactly("old|mine");
        assertThat(session.get(Defaulted.class, 1).createdAt).isEqualTo(LocalDateTime.of(2000, 1, 1, 0, 0));
    }

    @Test
    void updatedIsSetByAnUpdateOnlyWhenSomethingChanged() {
        Defaulted row = new Defaulted();
        row.updatedAt = LocalDateTime.of(2000, 1, 1, 0, 0);
        session.add(row);
        session.flush();
        database.statements().clear();
        assertThat(flushed()).isEmpty();
        row.note = "n";
        session.flush();
        assertThat(row.updatedAt).isEqualTo(LocalDateTime.ofInstant(TIME, ZoneOffset.UTC));
        assertThat(row.createdAt).isEqualTo(LocalDateTime.ofInstant(TIME, ZoneOffset.UTC));
    }

    @Test
    void aKeyWithoutAFieldIsWrittenReadAndRolledBack() {
        Customer customer = new Customer();
        customer.countryCode = "AT";
        Order order = new Order();
        order.customer.set(customer);
        session.addAll(List.of(new Country("AT"), order));
        session.commit();
        session.close();
        try (Session other = database.open()) {
            Order again = other.get(Order.class, 1);
            Customer found = again.customer.get();
            assertThat(found.id).isEqualTo(1);
            again.customer.set(null);
            database.statements().clear();
            other.flush();
            assertThat(database.statements().writes())
                    .containsExactly("UPDATE a_order SET customer_id=? WHERE a_order.id = ? [null, 1]");
            other.rollback();
            assertThat(again.customer.get()).isSameAs(found);
        }
    }

    @Test
    void theHolderWinsOverItsFieldAndTheFieldCountsWhereTheHolderDidNotChange() {
        session.addAll(List.of(new Author("a"), new Author("b"), new Book("x"), new Book("y")));
        session.commit();
        Book x = session.get(Book.class, 1);
        Book y = session.get(Book.class, 2);
        x.author.set(session.get(Author.class, 1));
        x.authorId = 2;
        y.authorId = 2;
        session.commit();
        assertThat(database.rows("SELECT id, author_id FROM book ORDER BY id")).containsExactly("1|1", "2|2");
        assertThat(x.author.get().name).isEqualTo("a");
        assertThat(y.author.get().name).isEqualTo("b");
    }

    @Test
    void aLoadedHolderGoesStaleWhenItsFieldIsFlushed() {
        Book book = new Book("x");
        book.author.set(new Author("a"));
        session.addAll(List.of(book, new Author("b")));
        session.commit();
        assertThat(book.author.get().name).isEqualTo("a");
        book.authorId = 2;
        assertThat(book.author.get().name).isEqualTo("a");
        session.flush();
        assertThat(book.author.get().name).isEqualTo("b");
    }

    @Test
    void anUnloadedHolderFollowsItsField() {
        session.addAll(List.of(new Author("a"), new Book("x")));
        session.commit();
        Book book = session.get(Book.class, 1);
        book.authorId = 1;
        assertThat(book.author.get().name).isEqualTo("a");
    }

    // explaining

    @Test
    void explainFlushNamesStepsRowsAndReasonsAndSendsNoWrite() {
        Order order = new Order();
        order.lines.add(Line.of(1, "nails"));
        session.add(order);
        session.commit();
        order.lines.size();
        session.delete(order);
        session.add(new Author("A"));
        database.statements().clear();
        assertThat(session.explainFlush())
                .contains("INSERT author × 1")
                .contains("INSERT new Author")
                .contains("DELETE a_line × 1")
                .contains("DELETE Line (1, 1): cascade DELETE of Order.lines, from Order 1");
        assertThat(database.statements().writes()).isEmpty();
        session.commit();
        assertThat(database.rows("SELECT count(*) FROM a_line")).containsExactly("0");
    }

    // autoflush

    @Test
    void loadsFlushFirstAndIdentityMapHitsDoNot() {
        Author author = new Author("A");
        author.books.add(new Book("b"));
        session.add(author);
        session.commit();
        Book book = session.get(Book.class, 1);
        session.get(Author.class, 1);
        database.statements().clear();
        session.add(new Author("pending"));
        session.get(Author.class, 1);
        book.author.get();
        assertThat(database.statements().writes()).isEmpty();
        author.books.size();
        assertThat(database.statements().writes()).hasSize(1);
        session.add(new Author("pending"));
        session.get(Author.class, 99);
        assertThat(database.statements().writes()).hasSize(1);
    }

    @Test
    void withoutAutoflushNothingIsFlushedByReads() {
        try (Session manual = database.sessions()
                .with(SessionOptions.DEFAULT.withAutoflush(false))
                .open()) {
            session.close();
            manual.add(new Author("A"));
            manual.get(Author.class, 99);
            assertThat(database.statements().writes()).isEmpty();
        }
    }
}
