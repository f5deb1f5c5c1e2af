package dev.dovetail.dialect.sqlite;

import dev.dovetail.IsolationLevel;
import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.catalogue.SchemaReader;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.ConnectionSetup;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.DriverInfo;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.compile.FunctionTemplates;
import dev.dovetail.compile.IdentifierRules;
import dev.dovetail.compile.IdentityForm;
import dev.dovetail.compile.Limits;
import dev.dovetail.compile.ReadOnlyTransactions;
import dev.dovetail.compile.ReferentialOrder;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.compile.StringAggForm;
import dev.dovetail.compile.ValuesForm;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQLite 3.39 or later (IS DISTINCT FROM), by the driver org.xerial:sqlite-jdbc. */
public final class SqliteDialect implements Dialect {

    private static final Set<RawSyntax> RAW_SYNTAX = Set.of(RawSyntax.BACKTICKS, RawSyntax.BRACKETS);

    private static final String PREFIX = "jdbc:sqlite:";

    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.DELETE_OF_SELF_REFERENCE,
            Capability.RECURSIVE_DISTINCT,
            Capability.FULL_JOIN,
            Capability.TABLE_FUNCTIONS,
            Capability.LIMIT_IN_SUBQUERY,
            Capability.MATERIALIZED_CTE,
            Capability.WITH_BEFORE_INSERT,
            Capability.WITH_BEFORE_UPDATE,
            Capability.FRAME_GROUPS,
            Capability.FRAME_EXCLUSION,
            Capability.WINDOW_STRING_AGG,
            Capability.LAG_DEFAULT,
            Capability.AGGREGATE_FILTER,
            Capability.AGGREGATE_ORDER,
            Capability.NULLS_ORDER,
            Capability.SUBQUERY_OF_TARGET,
            Capability.COLLATE,
            Capability.JSON_PATHS,
            Capability.INSERT_RETURNING,
            Capability.UPDATE_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.UPSERT_WHERE,
            Capability.DEFERRABLE_FOREIGN_KEYS,
            Capability.GOES_ON_AFTER_ERROR,
            Capability.IF_EXISTS,
            Capability.STORED_COLUMNS,
            Capability.VIRTUAL_COLUMNS,
            Capability.COMPUTED_NOT_NULL,
            Capability.COLUMN_COLLATION,
            Capability.SET_DEFAULT_ACTION,
            Capability.PARTIAL_INDEXES,
            Capability.EXPRESSION_INDEXES,
            Capability.INDEX_COLLATION,
            Capability.TRANSACTIONAL_DDL,
            Capability.INDEX_IF_EXISTS));

    /** https://www.sqlite.org/limits.html: 32766 parameters; names may have any length. */
    private static final Limits LIMITS = new Limits(Limits.NONE, 32766);

    private static final IdentifierRules IDENTIFIERS = new IdentifierRules('"', '"', ReservedWords.WORDS);

    /** SQLite ignores foreign keys unless each connection asks for them, and ignores the asking where it cannot. */
    private static final ConnectionSetup.Check FOREIGN_KEYS_ON = new ConnectionSetup.Check(
            "PRAGMA foreign_keys",
            "1",
            "SQLite does not enforce foreign keys on this connection: it was built without them (SQLITE_OMIT_FOREIGN_KEY),"
                    + " or the connection is inside a transaction. Dovetail does not work with foreign keys that are"
                    + " not enforced");

    /** Makes the dialect; the ServiceLoader calls it. */
    public SqliteDialect() {}

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(PREFIX);
    }

    @Override
    public String urlExample() {
        return "jdbc:sqlite:family.db";
    }

    @Override
    public DriverInfo driver() {
        return new DriverInfo("org.sqlite.JDBC", "org.xerial:sqlite-jdbc");
    }

    @Override
    public ConnectionSetup connectionSetup(String jdbcUrl) {
        return new ConnectionSetup(
                Map.of("foreign_keys", "true"),
                // LIKE would take upper and lower case of ASCII letters for the same.
                List.of("PRAGMA foreign_keys = ON", "PRAGMA case_sensitive_like = ON"),
                List.of(FOREIGN_KEYS_ON),
                isInMemory(jdbcUrl) ? ConnectionSetup.Lifetime.ONE_CONNECTION : ConnectionSetup.Lifetime.LASTING);
    }

    /**
     * Whether the database lives in memory, https://www.sqlite.org/inmemorydb.html: ":memory:", the empty name, and names
     * that say mode=memory. With a shared cache there could be several connections, but the last one to close would take
     * the database with it, and table locks of the shared cache are not waited for.
     */
    private static boolean isInMemory(String jdbcUrl) {
        String name = jdbcUrl.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        int query = name.indexOf('?');
        String file = query < 0 ? name : name.substring(0, query);
        return file.isEmpty() || file.equals("file:") || file.endsWith(":memory:") || name.contains("mode=memory");
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

    /** The affinity: all that a type means to SQLite, https://www.sqlite.org/datatype3.html#type_affinity. */
    @Override
    public String typeName(BasicType<?> type) {
        return switch (type.kind()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT -> "INTEGER";
            case REAL, DOUBLE -> "REAL";
            case BINARY, BLOB -> "BLOB";
            case NUMERIC -> SqliteCodecs.isNumber(type) ? "NUMERIC" : "TEXT";
            case CHAR, VARCHAR, TEXT, UUID, DATE, TIME, TIMESTAMP, TIMESTAMP_TZ, INSTANT, JSON -> "TEXT";
            case NATIVE -> String.valueOf(type.nativeName());
            case ARRAY ->
                throw new UsageException(
                        "DVT-SQL-UNSUPPORTED", "SQLite has no " + type + ": give the column the type JSON");
        };
    }

    /**
     * In DDL, a name that readers know better and that comes to the same: text that is no number stays text in a DATE. The
     * integers have no other name, because only the words INTEGER PRIMARY KEY make a key that SQLite generates.
     */
    @Override
    public String columnType(Column<?> column) {
        BasicType<?> type = column.type().storage();
        return switch (type.kind()) {
            case BOOLEAN, DOUBLE, UUID, DATE, TIME, TIMESTAMP -> type.kind().name();
            case TIMESTAMP_TZ, INSTANT -> "TIMESTAMP";
            case CHAR, VARCHAR -> type.toString();
            // The bare name would make numbers of documents that are one.
            case JSON -> "JSON_TEXT";
            case BINARY -> "BLOB(" + type.length().orElseThrow() + ")";
            case NUMERIC -> type.precision().isEmpty() ? "NUMERIC" : decimal(type);
            // The bare name stands for 64 bits.
            case REAL -> "FLOAT4";
            case TINYINT, SMALLINT, INTEGER, BIGINT, TEXT, BLOB, ARRAY, NATIVE -> typeName(type);
        };
    }

    private static String decimal(BasicType<?> type) {
        return (SqliteCodecs.isNumber(type) ? "NUMERIC(" : "TEXT_NUMERIC(")
                + type.precision().orElseThrow() + ", " + type.scale().orElse(0) + ")";
    }

    @Override
    public <J> Codec<J> basicCodec(BasicType<J> type) {
        return SqliteCodecs.codec(type);
    }

    @Override
    public ValuesForm valuesForm() {
        return ValuesForm.NUMBERED_COLUMNS;
    }

    @Override
    public StringAggForm stringAggForm() {
        return StringAggForm.GROUP_CONCAT;
    }

    @Override
    public String unlimited() {
        return "LIMIT -1";
    }

    @Override
    public IdentityForm identityForm() {
        return IdentityForm.ROW_NUMBER;
    }

    @Override
    public boolean schemasAreFiles() {
        return true;
    }

    @Override
    public boolean holdsAsText(BasicType<?> type) {
        return type.kind() == SqlKind.NUMERIC && !SqliteCodecs.isNumber(type);
    }

    @Override
    public Set<RawSyntax> rawSyntax() {
        return RAW_SYNTAX;
    }

    @Override
    public String function(SqlFunction function) {
        return SqliteFunctions.TEMPLATES.getOrDefault(function, FunctionTemplates.standard(function));
    }

    @Override
    public String jsonExtraction(boolean asText) {
        return asText
                ? "CASE json_type({0}, {1}) WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(json_extract({0}, {1}) AS TEXT) END"
                : "({0} -> {1})";
    }

    @Override
    public ErrorReport readError(SQLException error) {
        return SqliteErrors.read(error);
    }

    @Override
    public ErrorReport readConnectError(SQLException error) {
        return SqliteErrors.readConnecting(error);
    }

    @Override
    public TransactionState probeState(Connection connection, @Nullable ErrorReport report) throws SQLException {
        return SqliteState.of(connection);
    }

    @Override
    public boolean keptPartOfFailed(Connection connection, ErrorReport report) throws SQLException {
        return SqliteState.keptPartOfFailed(connection, report.kind());
    }

    @Override
    public SchemaCatalogue schemaCatalogue() {
        return SqliteCatalogue.INSTANCE;
    }

    /** Readers see a snapshot and writers come one after the other, https://www.sqlite.org/isolation.html. */
    @Override
    public Set<IsolationLevel> isolationLevels() {
        return EnumSet.of(IsolationLevel.SERIALIZABLE);
    }

    @Override
    public ReadOnlyTransactions readOnlyTransactions() {
        return ReadOnlyTransactions.byCommand("PRAGMA query_only = ON", "PRAGMA query_only = OFF");
    }

    @Override
    public ForeignKeySwitch foreignKeySwitch() {
        return SqliteCatalogue.CHECKS;
    }

    @Override
    public ForeignKeySwitch foreignKeyDeferral() {
        return SqliteCatalogue.DEFERRAL;
    }

    @Override
    public SchemaReader schemaReader() {
        return SqliteReflection.INSTANCE;
    }

    @Override
    public ReferentialOrder referentialOrder() {
        return ReferentialOrder.BY_ROW_WITH_CHECKS_LAST;
    }

    /** The key that was declared last comes first. */
    @Override
    public RawStatement foreignKeysInOrder() {
        return Sql.sql("SELECT 'main', m.name, group_concat(f.\"from\") FROM sqlite_master m"
                + " JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' GROUP BY m.rowid, m.name, f.id"
                + " ORDER BY m.rowid DESC, f.id");
    }
}
