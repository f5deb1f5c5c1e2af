package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.ReferentialAction.CASCADE;
import static dev.dovetail.schema.ReferentialAction.RESTRICT;
import static dev.dovetail.schema.ReferentialAction.SET_DEFAULT;
import static dev.dovetail.schema.ReferentialAction.SET_NULL;
import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.exclude;
import static dev.dovetail.schema.Schema.expression;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.part;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.nextValue;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.BLOB;
import static dev.dovetail.type.Types.BOOLEAN;
import static dev.dovetail.type.Types.DATE;
import static dev.dovetail.type.Types.DOUBLE;
import static dev.dovetail.type.Types.INSTANT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.NUMERIC;
import static dev.dovetail.type.Types.TEXT;
import static dev.dovetail.type.Types.TIMESTAMP;
import static dev.dovetail.type.Types.UUID;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.CheckViolationException;
import dev.dovetail.DatabaseException;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.IntegrityException;
import dev.dovetail.PartialSchemaChangeException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.DdlRenderer;
import dev.dovetail.engine.Connection;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ColumnDefinition;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.EnumType;
import dev.dovetail.schema.IndexDefinition;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Schema;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.SequenceOptions;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.TableBuilder;
import dev.dovetail.schema.UniqueConstraint;
import dev.dovetail.schema.View;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Shows;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whatever a table declares is kept by the database, created once and dropped again. */
public class SchemaContract {
    /** Makes the tests; JUnit calls it. */
    public SchemaContract() {}

    /** Creates twice, does something, drops twice. */
    private static void live(Database database, MetaData metaData, Work work) {
        metaData.createAll(database.engine());
        metaData.createAll(database.engine());
        database.engine().transaction(work::run);
        metaData.dropAll(database.engine());
        metaData.dropAll(database.engine());
        metaData.createAll(database.engine());
        metaData.dropAll(database.engine());
    }

    /** What is done with the tables. */
    @FunctionalInterface
    private interface Work {
        void run(Connection connection);
    }

    private static <J> List<J> values(Connection connection, Table table, Column<J> column) {
        TableSource source = table(table);
        return connection.list(select(source.col(column)).from(source));
    }

    /** A column and its default. */
    private record Constant<J>(Type<J> type, J value) {
        ColumnDefinition<J> column(int number) {
            return Schema.column("c" + number, type).defaultValue(value);
        }

        boolean same(@Nullable Object found) {
            return type.same(type.cast(found), value);
        }
    }

    private static List<Constant<?>> constants() {
        List<Constant<?>> constants = new ArrayList<>();
        for (String text : HostileText.TEXTS) {
            if (!text.contains("\0")) {
                constants.add(new Constant<>(VARCHAR(200), text));
            }
        }
        constants.add(new Constant<>(TEXT, "it's a \\ text"));
        constants.add(new Constant<>(BOOLEAN, true));
        constants.add(new Constant<>(INTEGER, Integer.MIN_VALUE));
        constants.add(new Constant<>(BIGINT, Long.MAX_VALUE));
        constants.add(new Constant<>(DOUBLE, -1.5e-10));
        constants.add(new Constant<>(NUMERIC(10, 2), new BigDecimal("-12345678.90")));
        constants.add(new Constant<>(DATE, LocalDate.of(2024, 2, 29)));
        constants.add(new Constant<>(TIMESTAMP, LocalDateTime.of(2024, 2, 29, 23, 59, 59, 123_456_000)));
        constants.add(new Constant<>(INSTANT, Instant.parse("2024-02-29T23:59:59.5Z")));
        constants.add(new Constant<>(UUID, java.util.UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e")));
        constants.add(new Constant<>(BLOB, new byte[] {0, 39, 92, -1}));
        return constants;
    }

    @EveryDatabase
    void constantsAreTheirOwnDefault(Database database) {
        List<Constant<?>> constants = constants();
        TableBuilder builder = Table.builder("holder").add(column("id", INTEGER).primaryKey());
        for (int number = 0; number < constants.size(); number++) {
            builder.add(constants.get(number).column(number));
        }
        Table table = builder.build();
        live(database, MetaData.of(table), connection -> {
            connection.execute(insertInto(table).set(table.column("id", Integer.class), 1));
            for (int number = 0; number < constants.size(); number++) {
                Object found =
                        values(connection, table, table.column("c" + number)).get(0);
                assertThat(constants.get(number).same(found))
                        .as(constants.get(number) + " came back as " + found)
                        .isTrue();
            }
        });
    }

    @EveryDatabase
    void expressionIsDefault(Database database) {
        Table table = Table.of(
                "holder",
                column("id", INTEGER).primaryKey(),
                column("created", TIMESTAMP).defaultSql("CURRENT_TIMESTAMP").notNull(),
                column("today", DATE).defaultSql("CURRENT_DATE").notNull(),
                column("name", VARCHAR(20)).defaultSql("'it''s new'"),
                column("text", TEXT).defaultSql("'long'"));
        live(database, MetaData.of(table), connection -> {
            connection.execute(insertInto(table).set(table.column("id", Integer.class), 1));
            assertThat(values(connection, table, table.column("name", String.class))
                            .get(0))
                    .isEqualTo("it's new");
            assertThat(values(connection, table, table.column("text", String.class)))
                    .containsExactly("long");
        });
    }

    private static final Table NOTE = Table.builder("note")
            .comment("it's a \\ \"note\"")
            .add(column("id", INTEGER).generated().primaryKey())
            .add(column("line", VARCHAR(100)).comment("one 'line' \\"))
            .build();

    @EveryDatabase
    @Shows(Capability.COMMENTS)
    void comments(Database database) {
        live(database, MetaData.of(NOTE), connection -> {});
    }

    @EveryDatabase
    void generatedKeyCountsFromOne(Database database) {
        live(database, MetaData.of(NOTE), connection -> {
            connection.execute(insertInto(NOTE).set(NOTE.column("line", String.class), "a"));
            connection.execute(insertInto(NOTE).set(NOTE.column("line", String.class), "b"));
            assertThat(values(connection, NOTE, NOTE.column("id", Integer.class)))
                    .containsExactlyInAnyOrder(1, 2);
        });
    }

    private static Table counted(ColumnValue.Identity identity) {
        return Table.of("counted", column("id", BIGINT).primaryKey().identity(identity), column("name", VARCHAR(10)));
    }

    private static List<Long> counts(Connection connection, Table table) {
        Column<Long> id = table.column("id", Long.class);
        Column<String> name = table.column("name", String.class);
        List.of("a", "b", "c")
                .forEach(value -> connection.execute(insertInto(table).set(name, value)));
        TableSource source = table(table);
        return connection.list(select(source.col(id)).from(source).orderBy(source.col(name)));
    }

    @EveryDatabase
    @Requires(Capability.IDENTITY_OPTIONS)
    void identityCountsAsItIsTold(Database database) {
        Table table = counted(ColumnValue.Identity.BY_DEFAULT.with(SequenceOptions.DEFAULT
                .startWith(10)
                .incrementBy(-5)
                .minValue(-100)
                .maxValue(10)
                .cache(5)
                .cycled()));
        live(
                database,
                MetaData.of(table),
                connection -> assertThat(counts(connection, table)).containsExactly(10L, 5L, 0L));
    }

    @EveryDatabase
    @Requires(Capability.IDENTITY_START)
    void identityStartsWhereItIsTold(Database database) {
        Table table = counted(ColumnValue.Identity.BY_DEFAULT.with(SequenceOptions.DEFAULT.startWith(1000)));
        live(
                database,
                MetaData.of(table),
                connection -> assertThat(counts(connection, table)).containsExactly(1000L, 1001L, 1002L));
    }

    @EveryDatabase
    @Requires(Capability.IDENTITY_ALWAYS)
    void identityTakesNoOtherValue(Database database) {
        Table table = counted(ColumnValue.Identity.ALWAYS);
        MetaData.of(table).createAll(database.engine());
        assertThatThrownBy(() -> database.engine()
                        .transaction(connection ->
                                connection.execute(insertInto(table).set(table.column("id", Long.class), 5L))))
                .isInstanceOf(DatabaseException.class);
    }

    @EveryDatabase
    @Requires(Capability.IDENTITY_BESIDE_KEY)
    void identityIsNotTheKey(Database database) {
        Table table = Table.of(
                "counted",
                column("name", VARCHAR(10)).primaryKey(),
                column("id", BIGINT).generated().unique());
        live(
                database,
                MetaData.of(table),
                connection -> assertThat(counts(connection, table)).containsExactly(1L, 2L, 3L));
    }

    @EveryDatabase
    @Requires(Capability.SEQUENCES)
    void sequenceIsDefault(Database database) {
        Sequence numbers = Sequence.of(
                "Order numbers",
                options -> options.startWith(100).incrementBy(10).minValue(1).maxValue(1000));
        Sequence plain =
                Sequence.of("plain_numbers", options -> options.cache(20).cycled());
        Table table = Table.of(
                "counted",
                column("name", VARCHAR(10)).primaryKey(),
                column("id", BIGINT).defaultNext(numbers));
        live(database, MetaData.of(table, plain), connection -> {
            assertThat(counts(connection, table)).containsExactly(100L, 110L, 120L);
            assertThat(connection.list(
                            select(nextValue(numbers), nextValue(plain).plus(1))))
                    .containsExactly(new Row2<>(130L, 2L));
            connection.execute(insertInto(table)
                    .set(table.column("name", String.class), "d")
                    .set(table.column("id", Long.class), nextValue(numbers)));
            assertThat(values(connection, table, table.column("id", Long.class)))
                    .contains(140L);
        });
    }

    @EveryDatabase
    @Requires(Capability.ENUM_TYPES)
    void columnOfEnum(Database database) {
        EnumType mood = EnumType.of("mood", "happy", "it's so-so", "sad");
        Table table = Table.of(
                "person",
                column("id", INTEGER).primaryKey(),
                column("mood", Types.NATIVE("mood")).defaultValue("it's so-so"));
        live(database, MetaData.of(table, mood), connection -> {
            connection.execute(insertInto(table).set(table.column("id", Integer.class), 1));
            assertThat(values(connection, table, table.column("mood", String.class)))
                    .containsExactly("it's so-so");
        });
    }

    private static Table sum(ColumnValue.Storage storage, boolean nullable) {
        var total = column("total", INTEGER).computed("a + b", storage);
        return Table.of(
                "sum",
                column("id", INTEGER).primaryKey(),
                column("a", INTEGER),
                column("b", INTEGER),
                nullable ? total : total.notNull());
    }

    private static void sums(Connection connection, Table table) {
        connection.execute(insertInto(table)
                .set(table.column("id", Integer.class), 1)
                .set(table.column("a", Integer.class), 2)
                .set(table.column("b", Integer.class), 3));
        assertThat(values(connection, table, table.column("total", Integer.class))
                        .get(0))
                .isEqualTo(5);
    }

    @EveryDatabase
    @Requires(Capability.STORED_COLUMNS)
    void storedColumn(Database database) {
        Table table = sum(ColumnValue.Storage.STORED, true);
        live(database, MetaData.of(table), connection -> sums(connection, table));
    }

    @EveryDatabase
    @Requires(Capability.VIRTUAL_COLUMNS)
    void virtualColumn(Database database) {
        Table table = sum(ColumnValue.Storage.VIRTUAL, true);
        live(database, MetaData.of(table), connection -> sums(connection, table));
    }

    @EveryDatabase
    @Requires(Capability.COMPUTED_NOT_NULL)
    void computedColumnIsNotNull(Database database) {
        Table table = sum(ColumnValue.Storage.STORED, false);
        live(database, MetaData.of(table), connection -> sums(connection, table));
    }

    private static final Table PARENT = Table.of(
            "parent",
            column("region", VARCHAR(2)),
            column("number", INTEGER),
            column("code", VARCHAR(10)).unique(),
            primaryKey("region", "number"));

    @EveryDatabase
    void compositeKeysWithActions(Database database) {
        Table child = Table.of(
                "child",
                column("id", INTEGER).primaryKey(),
                column("region", VARCHAR(2)),
                column("number", INTEGER),
                column("code", VARCHAR(10)),
                foreignKey("region", "number")
                        .references("parent")
                        .onDelete(CASCADE)
                        .onUpdate(CASCADE),
                foreignKey("code")
                        .references("parent", "code")
                        .onDelete(SET_NULL)
                        .onUpdate(RESTRICT),
                unique("number", "code").named("one of each"),
                check("sound", "id > 0"));
        live(database, MetaData.of(child, PARENT), connection -> {
            connection.execute(insertInto(PARENT)
                    .set(PARENT.column("region", String.class), "de")
                    .set(PARENT.column("number", Integer.class), 1));
            connection.execute(insertInto(child)
                    .set(child.column("id", Integer.class), 1)
                    .set(child.column("region", String.class), "de")
                    .set(child.column("number", Integer.class), 1));
            connection.execute(sql("UPDATE parent SET number = 2"));
            assertThat(values(connection, child, child.column("number", Integer.class))
                            .get(0))
                    .isEqualTo(2);
            connection.execute(deleteFrom(PARENT));
            assertThat(values(connection, child, child.column("id"))).isEmpty();
        });
    }

    @EveryDatabase
    @Requires(Capability.SET_DEFAULT_ACTION)
    void actionSetsDefault(Database database) {
        Table child = Table.of(
                "child",
                column("code", VARCHAR(10)).defaultValue("none"),
                foreignKey("code")
                        .references("parent", "code")
                        .onDelete(SET_DEFAULT)
                        .onUpdate(SET_DEFAULT));
        live(database, MetaData.of(child, PARENT), connection -> {});
    }

    @EveryDatabase
    @Requires(Capability.MATCH_FULL)
    void foreignKeyIsNullAsAWhole(Database database) {
        Table child = Table.of(
                "child",
                column("region", VARCHAR(2)),
                column("number", INTEGER),
                foreignKey("region", "number").references("parent").matchFull());
        live(database, MetaData.of(child, PARENT), connection -> {});
        MetaData.of(child, PARENT).createAll(database.engine());
        assertThatThrownBy(() -> database.engine()
                        .transaction(connection ->
                                connection.execute(insertInto(child).set(child.column("region", String.class), "de"))))
                .isInstanceOf(IntegrityException.class);
    }

    @EveryDatabase
    @Requires(Capability.DEFERRABLE_FOREIGN_KEYS)
    void foreignKeyIsCheckedAtTheCommit(Database database) {
        Table child = Table.of(
                "child",
                column("code", VARCHAR(10)),
                foreignKey("code").references("parent", "code").deferrable(true));
        live(database, MetaData.of(child, PARENT), connection -> {
            connection.execute(insertInto(child).set(child.column("code", String.class), "x"));
            connection.execute(deleteFrom(child));
        });
    }

    @EveryDatabase
    @Shows(Capability.DELETE_OF_SELF_REFERENCE)
    void rowThatRefersToItselfCanGo(Database database) {
        Table node = Table.of(
                "node",
                column("id", INTEGER),
                column("parent_id", INTEGER),
                primaryKey("id"),
                foreignKey("parent_id").references("node", "id"));
        live(database, MetaData.of(node), connection -> {
            connection.execute(sql("INSERT INTO node (id, parent_id) VALUES (1, 1)"));
            if (!database.has(Capability.DELETE_OF_SELF_REFERENCE)) {
                assertThatThrownBy(() -> connection.execute(deleteFrom(node)))
                        .isInstanceOf(ForeignKeyViolationException.class);
                connection.execute(sql("UPDATE node SET parent_id = NULL"));
            }
            assertThat(connection.execute(deleteFrom(node))).isEqualTo(1);
        });
    }

    @EveryDatabase
    @Requires(Capability.DEFERRABLE_KEYS)
    void uniqueIsCheckedAtTheCommit(Database database) {
        Table table = Table.of(
                "list",
                column("id", INTEGER),
                column("place", INTEGER),
                primaryKey("id").deferrable(false),
                unique("place").deferrable(true));
        live(database, MetaData.of(table), connection -> {
            connection.execute(sql("INSERT INTO list (id, place) VALUES (1, 1), (2, 2)"));
            connection.execute(sql("UPDATE list SET place = 3 - place"));
        });
    }

    @EveryDatabase
    @Requires(Capability.DEFERRABLE_KEYS)
    void theCheckOfAUniqueKeyIsPutOffAndMade(Database database) {
        Table table = Table.of(
                "list",
                column("id", INTEGER).primaryKey(),
                column("place", INTEGER),
                unique("place").deferrable(false));
        DdlRenderer ddl = new DdlRenderer(database.engine().dialect());
        UniqueConstraint place = table.uniques().get(0);
        MetaData.of(table).createAll(database.engine());
        database.engine().transaction(connection -> {
            connection.execute(sql("INSERT INTO list (id, place) VALUES (1, 1), (2, 2)"));
            connection.execute(sql(ddl.setConstraint(place, true)));
            connection.execute(sql("UPDATE list SET place = 2 WHERE id = 1"));
            connection.execute(sql("UPDATE list SET place = 1 WHERE id = 2"));
            connection.execute(sql(ddl.setConstraint(place, false)));
        });
        assertThatThrownBy(() -> database.engine().transaction(connection -> {
                    connection.execute(sql(ddl.setConstraint(place, true)));
                    connection.execute(sql("INSERT INTO list (id, place) VALUES (3, 3), (4, 3)"));
                    connection.execute(sql(ddl.setConstraint(place, false)));
                }))
                .isInstanceOf(UniqueViolationException.class);
    }

    @EveryDatabase
    @Requires(Capability.NULLS_NOT_DISTINCT)
    void nullIsUnique(Database database) {
        Table table = Table.of(
                "list",
                column("id", INTEGER).primaryKey(),
                column("place", INTEGER),
                column("other", INTEGER),
                unique("place").nullsNotDistinct(),
                index("other").unique().nullsNotDistinct());
        live(database, MetaData.of(table), connection -> {});
        MetaData.of(table).createAll(database.engine());
        assertThatThrownBy(() -> database.engine()
                        .transaction(connection ->
                                connection.execute(sql("INSERT INTO list (id, other) VALUES (1, 1), (2, 2)"))))
                .isInstanceOf(UniqueViolationException.class);
        assertThatThrownBy(() -> database.engine()
                        .transaction(connection ->
                                connection.execute(sql("INSERT INTO list (id, place) VALUES (1, 1), (2, 2)"))))
                .isInstanceOf(UniqueViolationException.class);
    }

    @EveryDatabase
    @Requires(Capability.EXCLUSION_CONSTRAINTS)
    void exclusion(Database database) {
        Table table = Table.of(
                "booking",
                column("id", INTEGER).primaryKey(),
                column("from_day", INTEGER).notNull(),
                column("to_day", INTEGER).notNull(),
                exclude("gist")
                        .with(expression("int4range(from_day, to_day)"), "&&")
                        .where("from_day > 0")
                        .deferrable(false));
        live(database, MetaData.of(table), connection -> {});
    }

    private static Table indexed(IndexDefinition index) {
        return Table.of(
                "indexed",
                column("id", INTEGER).primaryKey(),
                column("name", VARCHAR(100)),
                column("body", TEXT),
                column("place", INTEGER),
                index);
    }

    private static void lives(Database database, IndexDefinition index) {
        live(database, MetaData.of(indexed(index)), connection -> {});
    }

    @EveryDatabase
    void indexes(Database database) {
        lives(database, index("name", "place"));
        lives(database, index("name").unique().named("The Index"));
        lives(database, index(part("name").desc(), part("place")));
        lives(database, index(part("name").prefix(10)));
    }

    @EveryDatabase
    @Requires(Capability.PARTIAL_INDEXES)
    void partialIndex(Database database) {
        Table table = indexed(index("name").unique().where("place > 0"));
        live(database, MetaData.of(table), connection -> {
            connection.execute(sql("INSERT INTO indexed (id, name, place) VALUES (1, 'a', 0), (2, 'a', 0)"));
            connection.execute(sql("INSERT INTO indexed (id, name, place) VALUES (3, 'a', 1)"));
        });
    }

    @EveryDatabase
    @Requires(Capability.EXPRESSION_INDEXES)
    void expressionIndex(Database database) {
        lives(database, index(expression("lower(name)"), part("place")).unique());
    }

    @EveryDatabase
    @Requires(Capability.INDEX_NULLS_ORDER)
    void indexWithOrderOfNulls(Database database) {
        lives(database, index(part("name").desc().nullsLast(), part("place").nullsFirst()));
    }

    @EveryDatabase
    @Requires(Capability.COVERING_INDEXES)
    void coveringIndex(Database database) {
        lives(database, index("place").unique().include("name"));
    }

    @EveryDatabase
    @Requires(Capability.INDEX_PREFIXES)
    void uniquePrefix(Database database) {
        lives(database, index(part("body").prefix(10)).unique());
    }

    @EveryDatabase
    @Requires(Capability.INDEX_METHODS)
    void indexMethod(Database database) {
        lives(database, index("place").using("btree"));
    }

    @EveryDatabase
    @Requires(Capability.OPERATOR_CLASSES)
    void operatorClass(Database database) {
        lives(database, index(part("body").operatorClass("text_pattern_ops")));
    }

    @EveryDatabase
    @Requires(Capability.CONCURRENT_INDEXES)
    void concurrentIndex(Database database) {
        Table table = indexed(index("place"));
        assertThat(new DdlRenderer(database.dialect())
                        .createIndexConcurrently(table.indexes().get(0)))
                .isEqualTo("CREATE INDEX CONCURRENTLY ix_indexed_place ON indexed (place)");
    }

    private static String collation(Database database) {
        Map<String, String> names = Map.of("PostgreSQL", "C", "SQLite", "NOCASE");
        return names.getOrDefault(database.dialect().name(), "utf8mb4_bin");
    }

    @EveryDatabase
    @Requires(Capability.COLUMN_COLLATION)
    void collationOfColumn(Database database) {
        Table table = Table.of("text", column("line", VARCHAR(10)).collation(collation(database)));
        live(database, MetaData.of(table), connection -> {});
    }

    @EveryDatabase
    @Requires(Capability.INDEX_COLLATION)
    void collationOfIndex(Database database) {
        lives(database, index(part("name").collate(collation(database))));
    }

    private static final MetaData CYCLE = MetaData.of(
            Table.of(
                    "ball",
                    column("id", INTEGER).primaryKey(),
                    column("person_id", INTEGER).references("person", "id")),
            Table.of(
                    "person",
                    column("id", INTEGER).primaryKey(),
                    column("boss_id", INTEGER).references("person", "id"),
                    column("favourite_id", INTEGER).references("ball", "id", SET_NULL)));

    @EveryDatabase
    void tablesThatReferToEachOther(Database database) {
        live(database, CYCLE, connection -> {
            connection.execute(sql("INSERT INTO person (id) VALUES (1)"));
            connection.execute(sql("INSERT INTO ball (id, person_id) VALUES (1, 1)"));
            connection.execute(sql("UPDATE person SET favourite_id = 1"));
        });
    }

    @EveryDatabase
    @Shows(Capability.INDEX_IF_EXISTS)
    void onlyWhatIsMissing(Database database) {
        Table ball = CYCLE.table("ball");
        CYCLE.createAll(database.engine());
        assertThat(database.statements().sql()).anyMatch(sql -> sql.startsWith("CREATE TABLE"));
        Table bare = Table.of("late", column("id", INTEGER).primaryKey());
        Table indexed = Table.of("late", column("id", INTEGER).primaryKey(), index("id"));
        MetaData.of(bare).createAll(database.engine());
        MetaData.of(indexed).createAll(database.engine());
        database.statements().clear();
        MetaData.of(indexed).createAll(database.engine());
        if (database.dialect().objectCatalogue() != null) {
            database.statements().expectStatements(1);
        }
        assertThat(ball.columns()).hasSize(2);
    }

    @EveryDatabase
    void someOfTheTables(Database database) {
        Table other = Table.of("other", column("id", INTEGER).primaryKey(), index("id"));
        MetaData both = MetaData.of(PARENT, other);
        both.createAll(database.engine(), List.of(other));
        database.engine().transaction(connection -> {
            assertThat(values(connection, other, other.columns().get(0))).isEmpty();
        });
        assertThatThrownBy(() -> database.engine().transaction(connection -> {
                    values(connection, PARENT, PARENT.columns().get(0));
                }))
                .isInstanceOf(DatabaseException.class);
        both.createAll(database.engine());
        both.dropAll(database.engine(), List.of(PARENT));
        both.dropAll(database.engine());
    }

    @EveryDatabase
    @Shows(Capability.SCHEMAS)
    void tablesInSchemas(Database database) {
        String name = "dovetail_" + Long.toHexString(System.nanoTime());
        Table child = Table.of(
                "child",
                column("id", INTEGER).primaryKey(),
                column("code", VARCHAR(10)).references("parent", "code", CASCADE),
                index("code"));
        MetaData moved = MetaData.of(child, PARENT).inSchema(name);
        if (!database.has(Capability.SCHEMAS)) {
            assertThatThrownBy(() -> moved.createAll(database.engine())).isInstanceOf(DatabaseException.class);
            return;
        }
        try {
            live(database, moved, connection -> {
                Table parent = moved.table(name + ".parent");
                connection.execute(insertInto(parent)
                        .set(parent.column("region", String.class), "de")
                        .set(parent.column("number", Integer.class), 1));
                assertThat(values(connection, parent, parent.column("region"))).hasSize(1);
            });
            MetaData again = MetaData.of(child, PARENT).inSchema("a").withSchemas(Map.of("a", name));
            assertThat(again.differences(moved)).isEmpty();
        } finally {
            database.engine().transaction(connection -> connection.execute(sql("DROP SCHEMA " + name)));
        }
    }

    @EveryDatabase
    void view(Database database) {
        View view = View.of(
                "old_parent",
                "SELECT code, number FROM parent WHERE number > 10",
                column("code", VARCHAR(10)),
                column("number", INTEGER));
        View over =
                View.of("older_parent", "SELECT code FROM old_parent WHERE number > 100", column("code", VARCHAR(10)));
        live(database, MetaData.of(PARENT, view, over), connection -> {
            connection.execute(sql("INSERT INTO parent (region, number) VALUES ('de', 1), ('de', 11)"));
            assertThat(values(connection, view.table(), view.table().column("number", Integer.class)))
                    .containsExactly(11);
        });
    }

    @EveryDatabase
    void temporaryTable(Database database) {
        Table table = Table.builder("scratch")
                .temporary()
                .add(column("id", INTEGER).primaryKey())
                .build();
        MetaData metaData = MetaData.of(table);
        assertThatThrownBy(() -> metaData.createAll(database.engine()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("create it on the connection that is to use it");
        database.engine().transaction(connection -> {
            metaData.createAll(connection);
            metaData.createAll(connection);
            connection.execute(insertInto(table).set(table.column("id", Integer.class), 1));
            assertThat(values(connection, table, table.column("id", Integer.class)))
                    .containsExactly(1);
            metaData.dropAll(connection);
        });
    }

    @EveryDatabase
    @Shows(Capability.TRANSACTIONAL_DDL)
    void refusedHalfway(Database database) {
        Table good = Table.of("good", column("id", INTEGER).primaryKey());
        Table bad = Table.of("worse", column("id", INTEGER).primaryKey(), check("nonsense", "nonsense("));
        MetaData metaData = MetaData.of(good, bad);
        if (database.has(Capability.TRANSACTIONAL_DDL)) {
            assertThatThrownBy(() -> metaData.createAll(database.engine())).isInstanceOf(DatabaseException.class);
            assertThatThrownBy(() -> database.engine().transaction(connection -> {
                        values(connection, good, good.columns().get(0));
                    }))
                    .isInstanceOf(DatabaseException.class);
            return;
        }
        assertThatThrownBy(() -> metaData.createAll(database.engine()))
                .isInstanceOfSatisfying(PartialSchemaChangeException.class, e -> {
                    assertThat(e.code()).isEqualTo("DVT-DDL-PARTIAL");
                    assertThat(e.done()).hasSize(1);
                    assertThat(e.open()).hasSize(1);
                    assertThat(e.getCause()).isInstanceOf(DatabaseException.class);
                });
        assertThatThrownBy(() -> database.engine().transaction(connection -> {
                    values(connection, good, good.columns().get(0));
                    metaData.createAll(connection);
                }))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("would commit the open transaction");
    }

    @EveryDatabase
    void alterations(Database database) {
        Table before =
                Table.of("thing", column("id", INTEGER).primaryKey(), column("name", VARCHAR(10)), index("name"));
        Table after = Table.of(
                "thing",
                column("id", INTEGER).primaryKey(),
                column("name", VARCHAR(10)),
                column("size", INTEGER).defaultValue(7).comment("in metres"));
        MetaData.of(before).createAll(database.engine());
        DdlRenderer ddl = new DdlRenderer(database.dialect());
        List<String> statements = new ArrayList<>(ddl.addColumn(after.column("size")));
        statements.add(ddl.renameColumn(after.column("size"), "extent"));
        statements.add(ddl.dropIndex(before.indexes().get(0)));
        statements.add(ddl.renameTable(after, "object"));
        run(database, statements);
        database.engine().transaction(connection -> {
            connection.execute(sql("INSERT INTO object (id) VALUES (1)"));
            assertThat(connection.list(sql("SELECT extent FROM object").columns(INTEGER)))
                    .isEqualTo(List.of(7));
        });
        Table last = Table.of("object", column("id", INTEGER).primaryKey(), column("extent", INTEGER));
        run(database, List.of(ddl.dropColumn(last.column("extent")), ddl.dropTable(last)));
    }

    @EveryDatabase
    @Requires(Capability.ALTER_COLUMN)
    void alteredColumns(Database database) {
        Table before = Table.of("thing", column("id", INTEGER).primaryKey(), column("size", INTEGER));
        Table after = Table.of(
                "thing",
                column("id", INTEGER).primaryKey(),
                column("size", INTEGER).notNull().defaultValue(3));
        DdlRenderer ddl = new DdlRenderer(database.dialect());
        String change = ddl.alterDefault(after.column("size"));
        MetaData.of(before).createAll(database.engine());
        run(database, List.of(change, ddl.alterNullability(after.column("size"))));
        database.engine().transaction(connection -> {
            connection.execute(sql("INSERT INTO thing (id) VALUES (1)"));
            assertThat(values(connection, after, after.column("size", Integer.class))
                            .get(0))
                    .isEqualTo(3);
        });
        run(database, List.of(ddl.alterDefault(before.column("size")), ddl.alterNullability(before.column("size"))));
        database.engine().transaction(connection -> connection.execute(sql("INSERT INTO thing (id) VALUES (2)")));
    }

    @EveryDatabase
    @Requires(Capability.ALTER_ADD_CONSTRAINT)
    void alteredConstraints(Database database) {
        Table bare = Table.of("thing", column("id", INTEGER).notNull(), column("size", INTEGER));
        Table full = Table.of(
                "thing",
                column("id", INTEGER).primaryKey(),
                column("size", INTEGER).unique().check("size > 0").references("thing", "id", CASCADE));
        MetaData metaData = MetaData.of(full);
        DdlRenderer ddl = new DdlRenderer(database.dialect());
        List<String> added = List.of(
                ddl.addConstraint(metaData, full.primaryKey()),
                ddl.addConstraint(metaData, full.uniques().get(0)),
                ddl.addConstraint(metaData, full.checks().get(0)),
                ddl.addConstraint(metaData, full.foreignKeys().get(0)));
        MetaData.of(bare).createAll(database.engine());
        run(database, added);
        assertThatThrownBy(() -> database.engine()
                        .transaction(
                                connection -> connection.execute(sql("INSERT INTO thing (id, size) VALUES (-1, -1)"))))
                .isInstanceOf(CheckViolationException.class);
        run(
                database,
                List.of(
                        ddl.dropConstraint(full.foreignKeys().get(0)),
                        ddl.dropConstraint(full.checks().get(0)),
                        ddl.dropConstraint(full.uniques().get(0)),
                        ddl.dropConstraint(full.primaryKey())));
        database.engine()
                .transaction(connection ->
                        connection.execute(sql("INSERT INTO thing (id, size) VALUES (-1, -1), (-1, -1)")));
    }

    private static void run(Database database, List<String> statements) {
        database.engine().transaction(connection -> statements.forEach(text -> connection.execute(sql(text))));
    }

    @EveryDatabase
    void optionsOfOneDatabase(Database database) {
        Table table = Table.builder("options")
                .option("SQLite", "WITHOUT ROWID, STRICT")
                .option("MySQL", "ENGINE = InnoDB ROW_FORMAT = DYNAMIC")
                .option("MariaDB", "ENGINE = InnoDB ROW_FORMAT = DYNAMIC")
                .option("PostgreSQL", "WITH (fillfactor = 70)")
                .add(column("id", INTEGER).primaryKey())
                .add(column("name", TEXT).option("SQLite", "COLLATE NOCASE"))
                .build();
        live(database, MetaData.of(table), connection -> {});
    }
}
