package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Limits;
import dev.dovetail.engine.Engine;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of any content are the names of tables, columns, constraints, aliases and labels. */
public class HostileNamesContract {

    private static final List<String> WORDS = List.of("""
            array both case cast check comment condition current_date current_user default dual end
            excluded from function group index information_schema interval key lateral limit new
            null offset old order over primary public range rank recursive returning row rowid rows
            select sysdate system table timestamp true user value values where window year""".split("\\s+"));

    /** Makes the tests; JUnit calls it. */
    public HostileNamesContract() {}

    @EveryDatabase
    void textsThatMeanSomething(Database database) {
        liveWith(
                database,
                HostileText.TEXTS.stream().filter(text -> !text.contains("\\")).toList());
    }

    @EveryDatabase
    void backslashes(Database database) {
        liveWithOrRefuse(
                database,
                HostileText.TEXTS.stream().filter(text -> text.contains("\\")).toList());
    }

    @EveryDatabase
    void keywords(Database database) {
        liveWith(database, WORDS);
        liveWith(
                database,
                WORDS.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList());
    }

    @EveryDatabase
    void spacesAtTheEnds(Database database) {
        liveWithOrRefuse(database, List.of(" a", "a ", "a\n"));
    }

    @EveryDatabase
    void charactersOutsideOfTheBasicPlane(Database database) {
        liveWithOrRefuse(database, List.of(HostileText.ASTRAL));
    }

    @EveryDatabase
    void asLongAsCanBe(Database database) {
        Limits limits = database.dialect().limits();
        int length = Math.min(limits.identifierLength(), 300);
        liveWith(database, List.of("x".repeat(length), "X".repeat(length)));
        if (limits.identifierLength() == Limits.NONE) {
            return;
        }
        String wide = "ä".repeat(limits.identifierBytes() ? length / 2 : length);
        liveWith(database, List.of(wide));
        for (String name : List.of("x".repeat(length + 1), wide + "ä")) {
            assertThatThrownBy(() -> live(database.engine(), name))
                    .as(name)
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining(name);
        }
    }

    @EveryDatabase
    void whatIsNoName(Database database) {
        for (String name : List.of("", " ", "a\0b")) {
            assertThatThrownBy(() -> live(database.engine(), name)).isInstanceOf(UsageException.class);
        }
    }

    private static void liveWith(Database database, List<String> names) {
        List<String> failures = new ArrayList<>();
        for (String name : names) {
            try {
                live(database.engine(), name);
            } catch (RuntimeException | AssertionError e) {
                failures.add(name + ": " + e);
            }
        }
        assertThat(failures).isEmpty();
    }

    // Not every database has names of every character. None may take such a name for another.
    private static void liveWithOrRefuse(Database database, List<String> names) {
        for (String name : names) {
            try {
                live(database.engine(), name);
            } catch (UsageException e) {
                assertThat(e.code()).as(name).isEqualTo("DVT-SQL-IDENTIFIER");
            }
        }
    }

    // As hostile as the name itself, and no longer where that is long already.
    private static String derived(String name, char letter) {
        return name.length() < 20 ? name + letter : letter + name.substring(1);
    }

    /** Creates, writes, asks, changes, takes away, all by one name. */
    private static void live(Engine engine, String name) {
        Table hostile = Table.of(
                name,
                column("id", INTEGER).generated(),
                column(name, VARCHAR(100)).notNull(),
                column("number", INTEGER),
                primaryKey("id").named(derived(name, 'p')),
                unique(name).named(derived(name, 'u')),
                check(derived(name, 'c'), "number >= 0"),
                index(name, "number").named(derived(name, 'i')));
        Column<String> text = hostile.column(name, String.class);
        MetaData all = MetaData.of(hostile);
        all.createAll(engine);
        all.createAll(engine);
        engine.transaction(connection -> {
            connection.execute(insertInto(hostile).set(text, "one"));
            connection.execute(insertInto(hostile).columns(text).values("two").values("three"));
            TableSource source = table(hostile);
            TableSource alias = table(hostile).as(name);
            assertThat(connection.list(select(source.col(text)).from(source).orderBy(source.col(text))))
                    .containsExactly("one", "three", "two");
            assertThat(connection.list(select(alias.col(text).as(name))
                            .from(alias)
                            .where(alias.col(text).eq("two"))))
                    .containsExactly("two");
            assertThat(connection.execute(update(hostile)
                            .set(text, "four")
                            .where(source.col(text).eq("three"))))
                    .isEqualTo(1);
            assertThat(connection.execute(
                            deleteFrom(hostile).where(source.col(text).ne("four"))))
                    .isEqualTo(2);
            assertThat(connection.list(select(source.col(text)).from(source))).containsExactly("four");
        });
        all.dropAll(engine);
    }
}
