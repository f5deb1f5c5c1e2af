package dev.dovetail.integrity;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.sql.Sql.deleteFrom;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static dev.dovetail.type.Types.UUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.Redacted;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sensitive value is shown nowhere, whichever end of a foreign key it is found at. */
class SensitiveValueTest {

    private static final String SECRET = "123-45-6789";
    private static final Table USERS = Table.of(
            "users", column("id", INTEGER).primaryKey(), column("ssn", TEXT).unique());
    private static final Table CARD =
            Table.of("card", column("user_ssn", TEXT).primaryKey().references("users", "ssn"));
    private static final Table LATER = Table.of(
            "later",
            column("id", INTEGER).primaryKey(),
            column("user_ssn", TEXT),
            foreignKey("user_ssn").references("users", "ssn").deferrable(true));
    private static final MetaData TABLES = MetaData.of(USERS, CARD, LATER);

    private Engine engine;
    private Connection connection;

    /** Like the ORM's: it knows the sensitive columns of all tables. */
    private record Origin() implements StatementOrigin {
        @Override
        public @Nullable String describe(int row) {
            return null;
        }

        @Override
        public @Nullable Object entity(int row) {
            return null;
        }

        @Override
        public @Nullable String entityName() {
            return null;
        }

        @Override
        public @Nullable String attribute(String column) {
            return null;
        }

        @Override
        public List<String> causes(int row) {
            return List.of();
        }

        @Override
        public MetaData metadata() {
            return TABLES;
        }

        @Override
        public boolean sensitive(String column) {
            return false;
        }

        @Override
        public boolean sensitive(String table, String column) {
            return table.equals("users") && column.equals("ssn");
        }
    }

    @BeforeEach
    void open() {
        engine = Engine.builder().url("jdbc:sqlite::memory:").metaData(TABLES).build();
        TABLES.createAll(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.rollback();
        connection.close();
        engine.close();
    }

    private ForeignKeyViolationException fails(Statement statement) {
        return catchThrowableOfType(
                ForeignKeyViolationException.class, () -> connection.execute(statement, new Object[0], new Origin()));
    }

    @Test
    void theKeyOfADeletedRowAndTheKeysOfThoseThatReferToIt() {
        connection.execute(insertInto(USERS)
                .columns(USERS.columns().toArray(dev.dovetail.schema.Column<?>[]::new))
                .values(1, SECRET));
        connection.execute(insertInto(CARD).set(CARD.column("user_ssn", String.class), SECRET));
        ForeignKeyViolationException error = fails(
                deleteFrom(USERS).where(table(USERS).col("id", Integer.class).eq(1)));
        assertThat(error.toString()).doesNotContain(SECRET).contains("users \u2039redacted\u203a is still referenced");
        assertThat(error.values()).isEqualTo(Map.of("user_ssn", Redacted.VALUE));
        assertThat(error.referencing().get(0).sampleKeys()).isEqualTo(List.of(List.of(Redacted.VALUE)));
    }

    @Test
    void theKeyOfAMissingParentAlsoAmongTheParameters() {
        ForeignKeyViolationException error = fails(insertInto(CARD).set(CARD.column("user_ssn", String.class), SECRET));
        assertThat(error.toString()).doesNotContain(SECRET);
        assertThat(error.parameters()).containsExactly(Redacted.VALUE);
    }

    @Test
    void aCommitIsToldWhatMayNotBeShown() {
        connection.execute(sql("INSERT INTO later VALUES (1, :ssn)").bind("ssn", SECRET));
        ForeignKeyViolationException shown =
                catchThrowableOfType(ForeignKeyViolationException.class, () -> connection.commit(new Origin()));
        assertThat(shown.toString()).doesNotContain(SECRET);
        assertThat(shown.values()).isEqualTo(Map.of("user_ssn", Redacted.VALUE));
    }

    @Test
    void aStoredValueThatCannotBeRead() {
        connection.execute(sql("CREATE TABLE token (id TEXT)"));
        connection.execute(sql("INSERT INTO token VALUES (:id)").bind("id", SECRET));
        Table token = Table.of("token", column("id", UUID));
        Throwable error = catchThrowable(() ->
                connection.list(dev.dovetail.sql.Sql.select(table(token).col("id", java.util.UUID.class))
                        .from(table(token))));
        for (Throwable each = error; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain(SECRET);
        }
        assertThat(error).hasMessageContaining("text of 11 characters is stored where a UUID should be");
    }
}
