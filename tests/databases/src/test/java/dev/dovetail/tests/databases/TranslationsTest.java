package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.CheckViolationException;
import dev.dovetail.DataException;
import dev.dovetail.DatabaseException;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Statement;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.tests.servers.Servers;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that speak another language are understood as well: every language that the servers of the tests have. */
class TranslationsTest {

    private static final List<String> LANGUAGES = List.of(
            "bg_BG", "cs_CZ", "da_DK", "de_DE", "el_GR", "en_US", "es_ES", "et_EE", "fr_FR", "hi_IN", "hu_HU", "it_IT",
            "ja_JP", "ka_GE", "ko_KR", "nb_NO", "nl_NL", "pl_PL", "pt_PT", "ro_RO", "ru_RU", "sk_SK", "sr_RS", "sv_SE",
            "sw_KE", "uk_UA", "zh_CN");

    private static final Set<String> ONLY_MARIADB = Set.of("ka_GE", "sw_KE");

    private static final Table PARENT = Table.of("parent", column("id", INTEGER).primaryKey());
    private static final Table CHILD = Table.of(
            "child",
            column("id", INTEGER).primaryKey(),
            column("name", VARCHAR(5)).notNull().unique(),
            column("age", INTEGER),
            column("parent_id", INTEGER).references("parent", "id"),
            check("ck_child_age", "age >= 0"));
    private static final MetaData TABLES = MetaData.of(PARENT, CHILD);

    private static Insert child(Object... values) {
        return insertInto(CHILD)
                .columns(CHILD.columns().toArray(dev.dovetail.schema.Column<?>[]::new))
                .values(values);
    }

    private static <E extends DatabaseException> E fails(Connection connection, Class<E> type, Statement statement) {
        return catchThrowableOfType(type, () -> connection.execute(statement));
    }

    @EveryDatabase
    void serversThatTranslate(Database database) {
        assumeThat(database.name()).as("others have one language").isIn("mariadb", "mysql");
        // Without look-ups, so that nothing comes from elsewhere.
        Engine engine = database.engine(settings -> settings.metaData(TABLES).explainViolations(false));
        TABLES.createAll(engine);
        Set<String> texts = new HashSet<>();
        engine.transaction(connection -> {
            connection.execute(insertInto(PARENT).set(PARENT.column("id", Integer.class), 1));
            connection.execute(child(1, "a", 1, 1));
        });
        boolean mariaDb = database.name().equals("mariadb") || Servers.mysqlIsMariaDb();
        SoftAssertions soft = new SoftAssertions();
        for (String language : LANGUAGES) {
            if (!mariaDb && ONLY_MARIADB.contains(language)) {
                continue;
            }
            soft.assertThatCode(() -> understood(engine, language, mariaDb, texts))
                    .as(language)
                    .doesNotThrowAnyException();
        }
        soft.assertAll();
        assertThat(texts).as("it really is another language").hasSizeGreaterThan(10);
    }

    /** MySQL does not say whose a CHECK is: without a look-up, it could be that of any table that a trigger writes. */
    private static void understood(Engine engine, String language, boolean mariaDb, Set<String> texts) {
        try (Connection connection = engine.connect()) {
            connection.execute(sql("SET SESSION lc_messages = '" + language + "'"));
            UniqueViolationException unique = fails(connection, UniqueViolationException.class, child(2, "a", 1, 1));
            texts.add(unique.facts().detail());
            assertThat(unique.constraint())
                    .as(unique.facts().detail())
                    .isEqualTo(language.equals("sw_KE") ? null : "uq_child_name");
            // Its message has the value in the place of the key.
            assertThat(unique.values())
                    .as(language)
                    .isEqualTo(language.equals("sw_KE") ? Map.of() : Map.of("name", "a"));
            ForeignKeyViolationException missing =
                    fails(connection, ForeignKeyViolationException.class, child(2, "b", 1, 99));
            assertThat(missing.side()).as(language).isEqualTo(ForeignKeySide.MISSING_PARENT);
            assertThat(missing.constraint()).as(missing.facts().detail()).isEqualTo("fk_child_parent_id");
            assertThat(missing.values()).as(language).isEqualTo(Map.of("parent_id", 99));
            ForeignKeyViolationException referenced = fails(
                    connection,
                    ForeignKeyViolationException.class,
                    deleteFrom(PARENT)
                            .where(table(PARENT).col("id", Integer.class).eq(1)));
            assertThat(referenced.side()).as(language).isEqualTo(ForeignKeySide.STILL_REFERENCED);
            assertThat(referenced.table()).as(referenced.facts().detail()).isEqualTo("child");
            assertThat(referenced.referencedTable()).as(language).isEqualTo("parent");
            NotNullViolationException none = fails(connection, NotNullViolationException.class, child(2, null, 1, 1));
            assertThat(none.columns()).as(none.facts().detail()).containsExactly("name");
            assertThat(none.table()).as(language).isEqualTo("child");
            CheckViolationException condition = fails(connection, CheckViolationException.class, child(2, "b", -1, 1));
            assertThat(condition.constraint()).as(condition.facts().detail()).isEqualTo("ck_child_age");
            assertThat(condition.values()).as(language).isEqualTo(mariaDb ? Map.of("age", -1) : Map.of());
            DataException data = fails(
                    connection, DataException.class, sql("INSERT INTO child (id, name) VALUES (2, 'far too long')"));
            assertThat(data.facts().constraint().columns())
                    .as(data.facts().detail())
                    .containsExactly("name");
        }
    }

    /** H2 speaks as its JVM does, which it asks when it is loaded. */
    @ParameterizedTest
    @ValueSource(strings = {"cs", "de", "es", "fr", "ja", "pl", "pt-BR", "ru", "sk", "zh-CN"})
    void h2InTheLanguageOfTheJvm(String language) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        URL jar = org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver)
                    loader.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
            try (java.sql.Connection connection = driver.connect("jdbc:h2:mem:" + language, new Properties());
                    java.sql.Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)");
                statement.execute("CREATE TABLE child (id INTEGER PRIMARY KEY, name VARCHAR(5) NOT NULL,"
                        + " age INTEGER, parent_id INTEGER, CONSTRAINT uq UNIQUE (name), CONSTRAINT ck CHECK (age >= 0),"
                        + " CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id))");
                statement.execute("INSERT INTO parent VALUES (1)");
                statement.execute("INSERT INTO child VALUES (1, 'a', 1, 1)");
                ErrorReport unique = report(statement, "INSERT INTO child VALUES (2, 'a', 1, 1)");
                assertThat(unique.kind()).isEqualTo(ErrorKind.UNIQUE);
                assertThat(unique.constraint()).isEqualTo("uq");
                assertThat(unique.columns()).containsExactly("name");
                ErrorReport missing = report(statement, "INSERT INTO child VALUES (2, 'b', 1, 99)");
                assertThat(missing.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
                assertThat(missing.constraint()).isEqualTo("fk");
                assertThat(missing.target().table()).isEqualTo("parent");
                ErrorReport referenced = report(statement, "DELETE FROM parent");
                assertThat(referenced.side()).isEqualTo(ForeignKeySide.STILL_REFERENCED);
                assertThat(referenced.table()).isEqualTo("child");
                ErrorReport none = report(statement, "INSERT INTO child VALUES (2, NULL, 1, 1)");
                assertThat(none.kind()).isEqualTo(ErrorKind.NOT_NULL);
                assertThat(none.columns()).containsExactly("name");
                ErrorReport condition = report(statement, "INSERT INTO child VALUES (2, 'b', -1, 1)");
                assertThat(condition.kind()).isEqualTo(ErrorKind.CHECK);
                assertThat(condition.constraint()).isEqualTo("ck");
                ErrorReport data = report(statement, "INSERT INTO child VALUES (2, 'far too long', 1, 1)");
                assertThat(data.kind()).isEqualTo(ErrorKind.DATA);
                assertThat(data.columns()).containsExactly("name");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static ErrorReport report(java.sql.Statement statement, String sql) {
        SQLException error = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
        return Dialect.named("h2").readError(error);
    }
}
