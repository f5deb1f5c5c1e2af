package dev.dovetail.dialect.mysql;

import dev.dovetail.compile.BatchForm;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.DriverInfo;
import dev.dovetail.compile.Streaming;
import dev.dovetail.compile.StringAggForm;
import dev.dovetail.compile.ValuesForm;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Codec;
import dev.dovetail.type.Json;
import dev.dovetail.type.SqlKind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MySQL 8.0.17 or later (a collation that does not ignore spaces), by the driver com.mysql:mysql-connector-j. */
public final class MySqlDialect extends MySqlFamily {

    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.RECURSIVE_DISTINCT,
            Capability.DECIMAL_MODULO,
            Capability.PADDING,
            Capability.REGULAR_EXPRESSIONS,
            Capability.JSON_PATHS,
            Capability.JSON_CONTAINMENT,
            Capability.TIMESTAMP_ARITHMETIC,
            Capability.FOR_UPDATE,
            Capability.FOR_SHARE,
            Capability.LOCK_OF_TABLES,
            Capability.LOCK_NOWAIT,
            Capability.LOCK_SKIP_LOCKED,
            Capability.LOCK_OF_OUTER_JOINS,
            Capability.LOCK_OF_MERGED_ROWS,
            Capability.LATERAL,
            Capability.DERIVED_COLUMN_NAMES,
            Capability.SET_OPERATION_BRACKETS,
            Capability.INTERSECT_AND_EXCEPT_ALL,
            Capability.QUANTIFIED_COMPARISON,
            Capability.ROW_IN_LIST,
            Capability.WITH_BEFORE_UPDATE,
            Capability.LAG_DEFAULT,
            Capability.ROLLUP,
            Capability.ORDERED_ROLLUP,
            Capability.GROUPING_FUNCTION,
            Capability.COLLATE,
            Capability.DEFAULT_KEYWORD,
            Capability.ORDERED_WRITES,
            Capability.ALTER_ADD_CONSTRAINT,
            Capability.GOES_ON_AFTER_ERROR,
            Capability.IF_EXISTS,
            Capability.SCHEMAS,
            Capability.IDENTITY_BESIDE_KEY,
            Capability.IDENTITY_START,
            Capability.STORED_COLUMNS,
            Capability.VIRTUAL_COLUMNS,
            Capability.COMPUTED_NOT_NULL,
            Capability.COMMENTS,
            Capability.COLUMN_COLLATION,
            Capability.EXPRESSION_INDEXES,
            Capability.INDEX_PREFIXES,
            Capability.INDEX_METHODS,
            Capability.ALTER_COLUMN));

    /** Rows that an UPDATE finds count, changed or not; a batch that fails tells which row did; times are not shifted. */
    private static final Map<String, String> DRIVER_PROPERTIES = Map.of(
            "useAffectedRows", "false",
            "rewriteBatchedStatements", "false",
            "processEscapeCodesForPrepStmts", "false",
            "continueBatchOnError", "false",
            "connectionTimeZone", "UTC",
            "preserveInstants", "false");

    /** Makes the dialect; the ServiceLoader calls it. */
    public MySqlDialect() {
        super("utf8mb4_0900_bin", "", new MySqlTypes("MySQL", "BINARY(16)", "JSON"));
    }

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mysql:");
    }

    @Override
    public String urlExample() {
        return "jdbc:mysql://localhost/family";
    }

    @Override
    public DriverInfo driver() {
        return new DriverInfo("com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j");
    }

    @Override
    Map<String, String> driverProperties() {
        return DRIVER_PROPERTIES;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    /** The text of a parameter would be a string of JSON; CAST would do as well, but not on MariaDB. */
    @Override
    public String parameter(BasicType<?> type) {
        return type.kind() == SqlKind.JSON ? "JSON_EXTRACT(?, '$')" : "?";
    }

    /** JSON's numbers are integers of 64 bits or doubles here. */
    @Override
    public @Nullable String misfit(BasicType<?> type, Object value) {
        return value instanceof Json json ? MySqlCodecs.inexactNumber(json) : super.misfit(type, value);
    }

    /** The driver takes a backslash between backticks for an escape, and loses count of parameters. */
    @Override
    public @Nullable String nameMisfit(String name) {
        return name.indexOf('\\') >= 0
                ? "MySQL's driver misreads a name with a backslash; MariaDB's does not"
                : super.nameMisfit(name);
    }

    /** https://dev.mysql.com/doc/refman/9.7/en/update.html: "This behavior differs from standard SQL." */
    @Override
    public boolean assignsInOrder() {
        return true;
    }

    @Override
    Codec<UUID> uuidCodec() {
        return MySqlCodecs.UUID_AS_BYTES;
    }

    /** https://dev.mysql.com/doc/connector-j/en/connector-j-reference-implementation-notes.html */
    @Override
    public Streaming streaming() {
        return Streaming.fromTheWire(true, KILL);
    }

    @Override
    public BatchForm batchForm() {
        return BatchForm.UNTIL_FIRST_FAILURE;
    }

    /** https://dev.mysql.com/doc/refman/9.7/en/data-type-defaults.html: long texts, long bytes and JSON. */
    @Override
    public boolean defaultInParentheses(BasicType<?> type) {
        return type.kind() == SqlKind.JSON || typeInColumn(type).startsWith("LONG");
    }

    /** What is in parentheses already stays as it is. */
    @Override
    public String defaultSql(BasicType<?> type, String sql) {
        String text = super.defaultSql(type, sql);
        return defaultInParentheses(type) && !text.startsWith("(") ? "(" + text + ")" : text;
    }

    @Override
    public ValuesForm valuesForm() {
        return ValuesForm.ROWS;
    }

    @Override
    public StringAggForm stringAggForm() {
        return StringAggForm.GROUP_CONCAT_OF_PREFIXED;
    }

    @Override
    public boolean groupsByPosition() {
        return true;
    }

    @Override
    boolean doublesBackticksInErrors() {
        return true;
    }
}
