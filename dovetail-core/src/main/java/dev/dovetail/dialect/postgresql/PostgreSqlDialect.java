package dev.dovetail.dialect.postgresql;

import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.compile.BatchForm;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.ConnectionSetup;
import dev.dovetail.compile.DeleteUsingForm;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.DriverInfo;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.compile.FunctionTemplates;
import dev.dovetail.compile.IdentifierRules;
import dev.dovetail.compile.Limits;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.compile.Streaming;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.SqlFunction;
import dev.dovetail.type.BasicType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 14 or later, by the driver org.postgresql:postgresql. */
public final class PostgreSqlDialect implements Dialect {

    private static final String PREFIX = "jdbc:postgresql:";

    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.ILIKE,
            Capability.DECIMAL_MODULO,
            Capability.PADDING,
            Capability.REGULAR_EXPRESSIONS,
            Capability.COLLATE,
            Capability.JSON_PATHS,
            Capability.JSON_CONTAINMENT,
            Capability.ARRAYS,
            Capability.TIMESTAMP_ARITHMETIC,
            Capability.FOR_UPDATE,
            Capability.INSERT_RETURNING,
            Capability.UPDATE_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.DEFAULT_KEYWORD,
            Capability.UPSERT_WHERE,
            Capability.ALTER_ADD_CONSTRAINT,
            Capability.DEFERRABLE_FOREIGN_KEYS,
            Capability.IF_EXISTS));

    /** https://www.postgresql.org/docs/current/limits.html: longer names are cut with no more than a notice. */
    private static final Limits LIMITS = new Limits(63, true, 65535);

    private static final IdentifierRules IDENTIFIERS = new IdentifierRules('"', '"', ReservedWords.WORDS);

    /** Values of rows do not belong into messages, whose text goes into logs. */
    private static final Map<String, String> DRIVER_PROPERTIES =
            Map.of("logServerErrorDetail", "false", "reWriteBatchedInserts", "false");

    private static final ConnectionSetup.Check FOREIGN_KEYS_ON = new ConnectionSetup.Check(
            "SELECT current_setting('session_replication_role')",
            "origin",
            "PostgreSQL does not enforce foreign keys on this connection: the user or the database has another"
                    + " session_replication_role. Dovetail does not work with foreign keys that are not enforced");

    private static final int MICROSECONDS = 6;

    /** Makes the dialect; the ServiceLoader calls it. */
    public PostgreSqlDialect() {}

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(PREFIX);
    }

    @Override
    public String urlExample() {
        return "jdbc:postgresql://localhost/family";
    }

    @Override
    public DriverInfo driver() {
        return new DriverInfo("org.postgresql.Driver", "org.postgresql:postgresql");
    }

    /** The driver would set the time zone of the Java process, and CURRENT_TIMESTAMP would depend on it. */
    @Override
    public ConnectionSetup connectionSetup(String jdbcUrl) {
        return new ConnectionSetup(
                DRIVER_PROPERTIES,
                List.of("SET SESSION TIME ZONE 'UTC'"),
                List.of(FOREIGN_KEYS_ON),
                ConnectionSetup.Lifetime.LASTING);
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public IdentifierRules identifiers() {
        return IDENTIFIERS;
    }

    @Override
    public String typeName(BasicType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, TEXT, UUID, DATE ->
                type.kind().name();
            case DOUBLE -> "DOUBLE PRECISION";
            case NUMERIC, VARCHAR -> type.toString();
            case BINARY, BLOB -> "BYTEA";
            case TIME, TIMESTAMP -> type.kind().name() + fraction(type);
            case TIMESTAMP_TZ, INSTANT -> "TIMESTAMP" + fraction(type) + " WITH TIME ZONE";
        };
    }

    private static String fraction(BasicType<?> type) {
        int digits = type.precision().orElse(MICROSECONDS);
        if (digits > MICROSECONDS) {
            throw new UsageException(
                    "DVT-SQL-UNSUPPORTED",
                    "PostgreSQL has no " + type + ": it keeps at most " + MICROSECONDS + " digits after the second");
        }
        return digits == MICROSECONDS ? "" : "(" + digits + ")";
    }

    @Override
    public String columnType(Column<?> column) {
        String type = typeName(column.type().storage());
        return column.generated() ? type + " GENERATED BY DEFAULT AS IDENTITY" : type;
    }

    @Override
    public DeleteUsingForm deleteUsingForm() {
        return DeleteUsingForm.USING;
    }

    @Override
    public String function(SqlFunction function) {
        return PostgreSqlFunctions.TEMPLATES.getOrDefault(function, FunctionTemplates.standard(function));
    }

    @Override
    public String likeWithoutEscape() {
        return " ESCAPE ''";
    }

    @Override
    public String jsonExtraction(boolean asText) {
        return asText
                ? "jsonb_extract_path_text(CAST({0} AS JSONB), {keys})"
                : "jsonb_extract_path(CAST({0} AS JSONB), {keys})";
    }

    @Override
    public ErrorReport readError(SQLException error) {
        return PostgreSqlErrors.read(error);
    }

    @Override
    public @Nullable TransactionState probeState(Connection connection, @Nullable ErrorReport report)
            throws SQLException {
        return PostgreSqlState.of(connection, report);
    }

    @Override
    public boolean failedCommitEndsTransaction() {
        return true;
    }

    /** https://jdbc.postgresql.org/documentation/query/#getting-results-based-on-a-cursor */
    @Override
    public Streaming streaming() {
        return Streaming.IN_TRANSACTION;
    }

    @Override
    public BatchForm batchForm() {
        return BatchForm.UNTIL_FIRST_FAILURE;
    }

    @Override
    public SchemaCatalogue schemaCatalogue() {
        return PostgreSqlCatalogue.INSTANCE;
    }

    @Override
    public ForeignKeySwitch foreignKeySwitch() {
        return PostgreSqlCatalogue.CHECKS;
    }
}
