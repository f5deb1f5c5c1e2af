package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Statement;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.util.List;
import java.util.Map;

/** A connection that the program has made lenient: MariaDB and MySQL store another value than they are given. */
class NotStrictTest {

    private static final Table PARENT = Table.of("parent", column("id", INTEGER).primaryKey());
    private static final Table CHILD = Table.of(
            "child",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).references("parent", "id"));
    private static final MetaData TABLES = MetaData.of(PARENT, CHILD);

    private static ForeignKeyViolationException fails(Database database, Statement statement) {
        assumeThat(database.name()).as("others refuse the text").isIn("mariadb", "mysql");
        Engine engine = database.engine(settings -> settings.metaData(TABLES));
        TABLES.createAll(engine);
        try (Connection connection = engine.connect()) {
            connection.execute(sql("SET SESSION sql_mode = ''"));
            return catchThrowableOfType(ForeignKeyViolationException.class, () -> connection.execute(statement));
        }
    }

    @EveryDatabase
    void anEmptyTextThatBecomesZero(Database database) {
        ForeignKeyViolationException error = fails(
                database,
                sql("INSERT INTO child (id, parent_id) VALUES (1, :parent)").bind("parent", ""));
        assertThat(error).hasMessageStartingWith("child.parent_id = 0 (given as ''): no parent has id = 0\n");
        assertThat(error.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
        assertThat(error.values()).isEqualTo(Map.of("parent_id", 0));
        assertThat(error.given()).isEqualTo(Map.of("parent_id", ""));
    }

    @EveryDatabase
    void aTableThatIsDeclaredOtherwise(Database database) {
        Table declared = Table.of("child", column("id", INTEGER).primaryKey(), column("parent_id", VARCHAR(10)));
        ForeignKeyViolationException error = fails(
                database,
                insertInto(declared)
                        .columns(declared.column("id"), declared.column("parent_id"))
                        .values(1, "7x"));
        assertThat(error.columns()).isEqualTo(List.of("parent_id"));
        assertThat(error.values().toString()).isEqualTo("{parent_id=7}");
        assertThat(error.given()).isEqualTo(Map.of("parent_id", "7x"));
    }
}
