package dev.dovetail.dialect.mysql;

import dev.dovetail.compile.BatchForm;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.DriverInfo;
import dev.dovetail.compile.Streaming;
import dev.dovetail.compile.StringAggForm;
import dev.dovetail.compile.ValuesForm;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Codec;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MariaDB 10.7 or later (UUID), by the driver org.mariadb.jdbc:mariadb-java-client. */
public final class MariaDbDialect extends MySqlFamily {

    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.RECURSIVE_DISTINCT,
            Capability.SUBQUERY_OF_TARGET,
            Capability.SUBQUERY_OF_TARGET_IN_SET,
            Capability.DECIMAL_MODULO,
            Capability.PADDING,
            Capability.REGULAR_EXPRESSIONS,
            Capability.JSON_PATHS,
            Capability.JSON_CONTAINMENT,
            Capability.TIMESTAMP_ARITHMETIC,
            Capability.FOR_UPDATE,
            Capability.FOR_SHARE,
            Capability.LOCK_NOWAIT,
            Capability.LOCK_SKIP_LOCKED,
            Capability.LOCK_OF_OUTER_JOINS,
            Capability.LOCK_OF_MERGED_ROWS,
            Capability.SET_OPERATION_BRACKETS,
            Capability.INTERSECT_AND_EXCEPT_ALL,
            Capability.QUANTIFIED_COMPARISON,
            Capability.ROW_IN_LIST,
            Capability.ROLLUP,
            Capability.COLLATE,
            Capability.FETCH_WITH_TIES,
            Capability.INSERT_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.DEFAULT_KEYWORD,
            Capability.ORDERED_WRITES,
            Capability.ALTER_ADD_CONSTRAINT,
            Capability.GOES_ON_AFTER_ERROR,
            Capability.IF_EXISTS,
            Capability.SCHEMAS,
            Capability.IDENTITY_BESIDE_KEY,
            Capability.IDENTITY_START,
            Capability.SEQUENCES,
            Capability.STORED_COLUMNS,
            Capability.VIRTUAL_COLUMNS,
            Capability.COMMENTS,
            Capability.COLUMN_COLLATION,
            Capability.INDEX_PREFIXES,
            Capability.INDEX_METHODS,
            Capability.ALTER_COLUMN,
            Capability.INDEX_IF_EXISTS));

    /** Rows that an UPDATE finds count, changed or not; a batch that fails tells which row did. */
    private static final Map<String, String> DRIVER_PROPERTIES = Map.of(
            "useAffectedRows", "false",
            "useBulkStmts", "false",
            "useBulkStmtsForInserts", "false",
            "continueBatchOnError", "false");

    /** With SIMULTANEOUS_ASSIGNMENT, an UPDATE reads the old values, as the standard has it, not those that it has set. */
    private static final String MODES = ", 'SIMULTANEOUS_ASSIGNMENT'";

    /** Makes the dialect; the ServiceLoader calls it. */
    public MariaDbDialect() {
        super("utf8mb4_nopad_bin", MODES, new MySqlTypes("MariaDB", "UUID", "CHAR"));
    }

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mariadb:");
    }

    @Override
    public String urlExample() {
        return "jdbc:mariadb://localhost/family";
    }

    @Override
    public DriverInfo driver() {
        return new DriverInfo("org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client");
    }

    @Override
    Map<String, String> driverProperties() {
        return DRIVER_PROPERTIES;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    Codec<UUID> uuidCodec() {
        return MySqlCodecs.UUID_AS_TEXT;
    }

    @Override
    public Streaming streaming() {
        return Streaming.fromTheWire(false, KILL);
    }

    /** The driver has sent the rows behind the one that fails before it knows. */
    @Override
    public BatchForm batchForm() {
        return BatchForm.ALL_TRIED;
    }

    @Override
    public ValuesForm valuesForm() {
        return ValuesForm.UNION;
    }

    @Override
    public StringAggForm stringAggForm() {
        return StringAggForm.GROUP_CONCAT_OF_PREFIXED;
    }

    @Override
    public String shareLock() {
        return "LOCK IN SHARE MODE";
    }

    /** The server refuses UUIDs of the upper eight versions with a variant older than RFC 4122. */
    @Override
    public @Nullable String misfit(BasicType<?> type, Object value) {
        boolean refused = value instanceof UUID uuid && uuid.version() >= 8 && uuid.getLeastSignificantBits() >= 0;
        return refused ? "MariaDB takes " + value + " for no UUID" : super.misfit(type, value);
    }

    @Override
    boolean doublesBackticksInErrors() {
        return false;
    }
}
