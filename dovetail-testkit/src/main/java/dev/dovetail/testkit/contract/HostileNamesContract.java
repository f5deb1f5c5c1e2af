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
            select from where table order group user key values default primary check index limit
            offset returning window rank rows row system end case null true current_date
            current_user interval lateral recursive over year timestamp comment condition range
            function array both rowid dual sysdate excluded new old public information_schema""".split("\\s+"));

    /** Makes the tests; JUnit calls it. */
    public HostileNamesContract() {}

    @EveryDatabase
    void textsThatMeanSomething(Database database) {
        liveWith(
                database,
                HostileText.TEXTS.stream().filter(text -> !text.endsWith("\\")).toList());
    }

    @EveryDatabase
    void keywords(Database database) {
        liveWith(database, WORDS);
        liveWith(
                database,
                WORDS.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList());
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
