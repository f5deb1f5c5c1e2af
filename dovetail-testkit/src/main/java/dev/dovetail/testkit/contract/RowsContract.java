package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.DatabaseException;
import dev.dovetail.compile.Capability;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.testkit.Shows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Tables are created, rows put in, found, changed and taken away. */
public class RowsContract {

    private static final Table ITEM =
            Table.of("item", column("id", INTEGER).primaryKey().generated(), column("name", VARCHAR(50)));
    private static final Column<Integer> ID = ITEM.column("id", Integer.class);
    private static final Column<String> NAME = ITEM.column("name", String.class);
    private static final ColumnRef<Integer> ITEM_ID = table(ITEM).col(ID);
    private static final ColumnRef<String> ITEM_NAME = table(ITEM).col(NAME);

    /** Makes the tests; JUnit calls it. */
    public RowsContract() {}

    @EveryDatabase
    void connectsWithTheFirstStatement(Database database) {
        Engine engine = database.engine();
        assertThat(engine.statistics().connectionsInUse()).isZero();
        try (Connection connection = engine.connect()) {
            assertThat(engine.statistics().connectionsInUse()).isZero();
            assertThatThrownBy(() -> connection.list(select(ITEM_ID).from(table(ITEM))))
                    .isInstanceOf(DatabaseException.class);
        }
        assertThat(engine.statistics().connectionsInUse()).isZero();
    }

    @EveryDatabase
    void rowsComeAndGo(Database database) {
        database.create(ITEM);
        database.engine().transaction(connection -> {
            assertThat(connection.execute(insertInto(ITEM).set(NAME, "a"))).isEqualTo(1);
            assertThat(connection.execute(
                            insertInto(ITEM).columns(NAME).values("b").values((Object) null)))
                    .isEqualTo(2);
            assertThat(connection.list(select(ITEM_NAME).from(table(ITEM)).orderBy(ITEM_ID)))
                    .containsExactly("a", "b", null);
            assertThat(connection.execute(update(ITEM).set(NAME, "c").where(ITEM_NAME.isNull())))
                    .isEqualTo(1);
            // The row is found, if not changed.
            assertThat(connection.execute(update(ITEM).set(NAME, "c").where(ITEM_NAME.eq("c"))))
                    .isEqualTo(1);
            assertThat(connection.execute(update(ITEM).set(NAME, "d").where(ITEM_NAME.eq("x"))))
                    .isZero();
            assertThat(connection.execute(deleteFrom(ITEM).where(ITEM_NAME.ne("a"))))
                    .isEqualTo(2);
            assertThat(connection.list(select(ITEM_NAME).from(table(ITEM)))).containsExactly("a");
            assertThat(connection.execute(deleteFrom(ITEM))).isEqualTo(1);
        });
    }

    @EveryDatabase
    void generatedKeysComeBackInTheOrderOfTheRows(Database database) {
        database.create(ITEM);
        database.engine().transaction(connection -> {
            List<Object[]> rows = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                rows.add(new Object[] {"n" + number});
            }
            List<?> keys = connection
                    .insertReturningKeys(
                            insertInto(ITEM).set(NAME, parameter(0, VARCHAR(50))), rows, ID, StatementOrigin.none())
                    .keys();
            assertThat(new HashSet<>(keys)).hasSize(20);
            for (int number = 0; number < 20; number++) {
                Integer key = (Integer) Objects.requireNonNull(keys.get(number));
                assertThat(connection.one(select(ITEM_NAME).from(table(ITEM)).where(ITEM_ID.eq(key))))
                        .isEqualTo("n" + number);
            }
        });
    }

    @EveryDatabase
    void aGeneratedKeyCanBeGiven(Database database) {
        database.create(ITEM);
        database.engine().transaction(connection -> {
            connection.execute(insertInto(ITEM).set(ID, 100).set(NAME, "given"));
            assertThat(connection.list(select(ITEM_ID).from(table(ITEM)))).containsExactly(100);
        });
    }

    @EveryDatabase
    @Shows(Capability.IF_EXISTS)
    void creatingAndDroppingTwiceDoesNoHarm(Database database) {
        MetaData all = MetaData.of(ITEM);
        all.createAll(database.engine());
        database.engine()
                .transaction(connection -> connection.execute(insertInto(ITEM).set(NAME, "a")));
        all.createAll(database.engine());
        database.engine()
                .transaction(connection -> assertThat(
                                connection.list(select(ITEM_NAME).from(table(ITEM))))
                        .containsExactly("a"));
        all.dropAll(database.engine());
        all.dropAll(database.engine());
        all.createAll(database.engine());
        database.engine()
                .transaction(connection -> assertThat(
                                connection.list(select(ITEM_NAME).from(table(ITEM))))
                        .isEmpty());
    }

    @EveryDatabase
    @Shows(Capability.ALTER_ADD_CONSTRAINT)
    void tablesCanReferToEachOther(Database database) {
        Table team = Table.of(
                "team",
                column("id", INTEGER).primaryKey(),
                column("captain_id", INTEGER),
                foreignKey("captain_id").references("player", "id"));
        Table player = Table.of(
                "player",
                column("id", INTEGER).primaryKey(),
                column("team_id", INTEGER).notNull(),
                foreignKey("team_id").references("team", "id"));
        MetaData both = MetaData.of(team, player);
        both.createAll(database.engine());
        database.engine().transaction(connection -> {
            connection.execute(insertInto(team).set(team.column("id", Integer.class), 1));
            connection.execute(insertInto(player)
                    .set(player.column("id", Integer.class), 10)
                    .set(player.column("team_id", Integer.class), 1));
            connection.execute(update(team).set(team.column("captain_id", Integer.class), 10));
        });
        assertThatThrownBy(() -> database.engine()
                        .transaction(connection ->
                                connection.execute(update(team).set(team.column("captain_id", Integer.class), 11))))
                .isInstanceOf(DatabaseException.class);
        both.dropAll(database.engine());
    }

    @EveryDatabase
    @Requires(Capability.FOR_UPDATE)
    void rowsAreLocked(Database database) {
        database.create(ITEM);
        database.engine().transaction(connection -> {
            connection.execute(insertInto(ITEM).set(NAME, "a"));
            assertThat(connection.list(select(ITEM_NAME).from(table(ITEM)).forUpdate()))
                    .containsExactly("a");
        });
    }
}
