package dev.dovetail.dialect.postgresql;

import dev.dovetail.TransactionState;
import dev.dovetail.catalogue.SchemaReader;
import dev.dovetail.compile.ArrayElement;
import dev.dovetail.compile.BatchForm;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.ConnectionSetup;
import dev.dovetail.compile.DeleteUsingForm;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.DriverInfo;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.compile.ForeignKeyDeferral;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.compile.FunctionTemplates;
import dev.dovetail.compile.IdentifierRules;
import dev.dovetail.compile.KeyListForm;
import dev.dovetail.compile.Limits;
import dev.dovetail.compile.NextValueForm;
import dev.dovetail.compile.ObjectCatalogue;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.compile.Streaming;
import dev.dovetail.compile.TwoPhaseCommands;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.RawSyntax;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.SqlFunction;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Codec;
import dev.dovetail.type.SqlKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 14 or later, by the driver org.postgresql:postgresql. */
public final class PostgreSqlDialect implements Dialect {

    private static final Set<SqlKind> UNBOUNDED =
            EnumSet.of(SqlKind.TEXT, SqlKind.BINARY, SqlKind.BLOB, SqlKind.JSON, SqlKind.ARRAY, SqlKind.NATIVE);

    private static final Set<RawSyntax> RAW_SYNTAX =
            Set.of(RawSyntax.ESCAPE_STRINGS, RawSyntax.DOLLAR_QUOTES, RawSyntax.NESTED_COMMENTS);

    private static final String PREFIX = "jdbc:postgresql:";

    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.DELETE_OF_SELF_REFERENCE,
            Capability.RECURSIVE_DISTINCT,
            Capability.SUBQUERY_OF_TARGET,
            Capability.SUBQUERY_OF_TARGET_IN_SET,
            Capability.ILIKE,
            Capability.DECIMAL_MODULO,
            Capability.PADDING,
            Capability.REGULAR_EXPRESSIONS,
            Capability.JSON_PATHS,
            Capability.JSON_CONTAINMENT,
            Capability.ARRAYS,
            Capability.TIMESTAMP_ARITHMETIC,
            Capability.FOR_UPDATE,
            Capability.FOR_SHARE,
            Capability.KEY_LOCKS,
            Capability.LOCK_OF_TABLES,
            Capability.LOCK_NOWAIT,
            Capability.LOCK_SKIP_LOCKED,
            Capability.FULL_JOIN,
            Capability.LATERAL,
            Capability.DERIVED_COLUMN_NAMES,
            Capability.TABLE_FUNCTIONS,
            Capability.SET_OPERATION_BRACKETS,
            Capability.INTERSECT_AND_EXCEPT_ALL,
            Capability.LIMIT_IN_SUBQUERY,
            Capability.QUANTIFIED_COMPARISON,
            Capability.ROW_IN_LIST,
            Capability.MATERIALIZED_CTE,
            Capability.WITH_BEFORE_INSERT,
            Capability.WITH_BEFORE_UPDATE,
            Capability.WRITING_CTE,
            Capability.FRAME_GROUPS,
            Capability.FRAME_EXCLUSION,
            Capability.WINDOW_STRING_AGG,
            Capability.LAG_DEFAULT,
            Capability.AGGREGATE_FILTER,
            Capability.AGGREGATE_ORDER,
            Capability.WITHIN_GROUP,
            Capability.GROUPING_SETS,
            Capability.ROLLUP,
            Capability.ORDERED_ROLLUP,
            Capability.GROUPING_FUNCTION,
            Capability.NULLS_ORDER,
            Capability.COLLATE,
            Capability.DISTINCT_ON,
            Capability.FETCH_WITH_TIES,
            Capability.INSERT_RETURNING,
            Capability.UPDATE_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.DEFAULT_KEYWORD,
            Capability.UPSERT_WHERE,
            Capability.ALTER_ADD_CONSTRAINT,
            Capability.DEFERRABLE_FOREIGN_KEYS,
            Capability.SEVERAL_STATEMENTS,
            Capability.IF_EXISTS,
            Capability.SCHEMAS,
            Capability.ENUM_TYPES,
            Capability.IDENTITY_BESIDE_KEY,
            Capability.IDENTITY_START,
            Capability.SEQUENCES,
            Capability.IDENTITY_ALWAYS,
            Capability.IDENTITY_OPTIONS,
            Capability.STORED_COLUMNS,
            Capability.VIRTUAL_COLUMNS,
            Capability.COMPUTED_NOT_NULL,
            Capability.COMMENTS,
            Capability.COLUMN_COLLATION,
            Capability.DEFERRABLE_KEYS,
            Capability.NULLS_NOT_DISTINCT,
            Capability.MATCH_FULL,
            Capability.SET_DEFAULT_ACTION,
            Capability.EXCLUSION_CONSTRAINTS,
            Capability.PARTIAL_INDEXES,
            Capability.EXPRESSION_INDEXES,
            Capability.INDEX_NULLS_ORDER,
            Capability.COVERING_INDEXES,
            Capability.INDEX_METHODS,
            Capability.CONCURRENT_INDEXES,
            Capability.INDEX_COLLATION,
            Capability.OPERATOR_CLASSES,
            Capability.TRANSACTIONAL_DDL,
            Capability.ALTER_COLUMN,
            Capability.INDEX_IF_EXISTS));

    /** https://www.postgresql.org/docs/current/limits.html: longer names are cut with no more than a notice. */
    private static final Limits LIMITS = new Limits(63, true, 65535);

    private static final IdentifierRules IDENTIFIERS = new IdentifierRules('"', '"', ReservedWords.WORDS);

    private static final String ROOM =
            "the server has no room for prepared transactions. Set max_prepared_transactions (0 by"
                    + " default) to the number of connections at least, and restart it";

    /** https://www.postgresql.org/docs/current/sql-prepare-transaction.html; 55000 says that there are none, 53200 that all are taken. */
    private static final TwoPhaseCommands TWO_PHASE = new TwoPhaseCommands(
            null,
            "PREPARE TRANSACTION {0}",
            "COMMIT PREPARED {0}",
            "ROLLBACK PREPARED {0}",
            "SELECT gid FROM pg_prepared_xacts WHERE database = current_database() ORDER BY prepared",
            row -> row.getString(1),
            Map.of("55000", ROOM, "53200", ROOM));

    private static final SchemaReader REFLECTION = new PostgreSqlReflection(IDENTIFIERS);

    /** Values of rows do not belong into messages, whose text goes into logs. */
    private static final Map<String, String> DRIVER_PROPERTIES =
            Map.of("logServerErrorDetail", "false", "reWriteBatchedInserts", "false");

    private static final ConnectionSetup.Check FOREIGN_KEYS_ON = new ConnectionSetup.Check(
            "SELECT current_setting('session_replication_role')",
            "origin",
            "PostgreSQL does not enforce foreign keys on this connection: the user or the database has another"
                    + " session_replication_role. Dovetail does not work with foreign keys that are not enforced");

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
        return PostgreSqlTypes.name(type);
    }

    @Override
    public <J> Codec<J> basicCodec(BasicType<J> type) {
        return PostgreSqlTypes.codec(type);
    }

    @Override
    public @Nullable String misfit(BasicType<?> type, Object value) {
        return PostgreSqlTypes.misfit(type, value);
    }

    @Override
    public NextValueForm nextValueForm() {
        return NextValueForm.FUNCTION;
    }

    /** An escape string says the same whatever standard_conforming_strings is. */
    @Override
    public String textLiteral(String text) {
        String quoted = "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted;
    }

    @Override
    public String bytesLiteral(byte[] bytes) {
        return textLiteral("\\x" + HexFormat.of().formatHex(bytes));
    }

    @Override
    public ObjectCatalogue objectCatalogue() {
        return PostgreSqlObjects.CATALOGUE;
    }

    /** What nobody has changed or locked since it was inserted has no xmax; the upsert locks a row before it changes it. */
    @Override
    public String upsertInserted() {
        return "(xmax = 0)";
    }

    @Override
    public DeleteUsingForm deleteUsingForm() {
        return DeleteUsingForm.USING;
    }

    @Override
    public Set<RawSyntax> rawSyntax() {
        return RAW_SYNTAX;
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
    public @Nullable String words(SQLException error) {
        return PostgreSqlErrors.words(error);
    }

    @Override
    public @Nullable TransactionState probeState(Connection connection, @Nullable ErrorReport report)
            throws SQLException {
        return PostgreSqlState.of(connection, report);
    }

    @Override
    public TwoPhaseCommands twoPhaseCommands() {
        return TWO_PHASE;
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
    public KeyListForm keyListForm() {
        return KeyListForm.ARRAY;
    }

    @Override
    public BatchForm batchForm() {
        return BatchForm.UNTIL_FIRST_FAILURE;
    }

    @Override
    public @Nullable ArrayElement arrayElement(BasicType<?> type) {
        return PostgreSqlTypes.arrayElement(type);
    }

    @Override
    public boolean returnsAsKeys() {
        return true;
    }

    /** Lest both sides block, the driver waits for each row whose size it cannot tell: its {@code flushIfDeadlockRisk}. */
    @Override
    public boolean returnsFromBatch(List<Column<?>> columns) {
        return columns.stream().map(column -> column.type().storage().kind()).noneMatch(UNBOUNDED::contains);
    }

    @Override
    public String parameterType(BasicType<?> type) {
        return type.kind() == SqlKind.VARCHAR ? "TEXT" : typeName(type);
    }

    @Override
    public boolean groupsByPosition() {
        return true;
    }

    @Override
    public SchemaCatalogue schemaCatalogue() {
        return PostgreSqlCatalogue.INSTANCE;
    }

    @Override
    public ForeignKeySwitch foreignKeySwitch() {
        return PostgreSqlCatalogue.CHECKS;
    }

    @Override
    public ForeignKeyDeferral ownersDeferral() {
        return PostgreSqlCatalogue.DEFERRAL;
    }

    @Override
    public SchemaReader schemaReader() {
        return REFLECTION;
    }

    /** They are triggers, which fire by their names; a name has a number that counts up. */
    @Override
    public RawStatement foreignKeysInOrder() {
        return Sql.sql("SELECT n.nspname, c.relname, (SELECT string_agg(a.attname, ',' ORDER BY u.ord)"
                + " FROM unnest(k.conkey) WITH ORDINALITY AS u(num, ord)"
                + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.num)"
                + " FROM pg_trigger t JOIN pg_constraint k ON k.oid = t.tgconstraint AND k.contype = 'f'"
                + " JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE t.tgrelid = k.confrelid AND t.tgtype & 8 = 8 ORDER BY t.tgname");
    }
}
