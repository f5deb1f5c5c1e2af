package dev.dovetail.dialect.mysql;

import dev.dovetail.TransactionState;
import dev.dovetail.catalogue.SchemaReader;
import dev.dovetail.compile.AlterColumnForm;
import dev.dovetail.compile.CommentForm;
import dev.dovetail.compile.ConnectionSetup;
import dev.dovetail.compile.DeleteUsingForm;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.compile.FunctionTemplates;
import dev.dovetail.compile.IdentifierRules;
import dev.dovetail.compile.IdentityForm;
import dev.dovetail.compile.IndexForm;
import dev.dovetail.compile.Limits;
import dev.dovetail.compile.ObjectCatalogue;
import dev.dovetail.compile.ReferentialOrder;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.compile.Streaming;
import dev.dovetail.compile.TwoPhaseCommands;
import dev.dovetail.compile.UpdateFromForm;
import dev.dovetail.compile.UpsertForm;
import dev.dovetail.schema.Column;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.RawSyntax;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.SqlFunction;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Codec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What MySQL and MariaDB have in common. */
abstract sealed class MySqlFamily implements Dialect permits MariaDbDialect, MySqlDialect {

    static final Streaming.Kill KILL = new Streaming.Kill("SELECT CONNECTION_ID()", "KILL QUERY ");

    private static final Set<RawSyntax> RAW_SYNTAX =
            Set.of(RawSyntax.BACKSLASH_ESCAPES, RawSyntax.BACKTICKS, RawSyntax.HASH_COMMENTS);

    /** The largest max_allowed_packet. */
    private static final String LONGEST_PACKET = "1073741824";

    /** https://dev.mysql.com/doc/refman/9.7/en/identifier-length.html */
    private static final Limits LIMITS = new Limits(64, 65535);

    private static final IdentifierRules IDENTIFIERS = new IdentifierRules('`', '`', ReservedWords.WORDS);

    private static final List<ConnectionSetup.Check> CHECKS = List.of(
            new ConnectionSetup.Check(
                    "SELECT @@SESSION.foreign_key_checks",
                    "1",
                    "foreign keys are not enforced on this connection. Dovetail does not work with foreign keys that"
                            + " are not enforced"),
            new ConnectionSetup.Check(
                    "SELECT @@SESSION.sql_mode LIKE '%STRICT_ALL_TABLES%'",
                    "1", "values that do not fit would be cut silently on this connection: its sql_mode is not strict"),
            new ConnectionSetup.Check(
                    "SELECT @@SESSION.group_concat_max_len",
                    LONGEST_PACKET,
                    "texts put together by GROUP_CONCAT would be cut silently on this connection"),
            new ConnectionSetup.Check(
                    "SELECT @@SESSION.default_storage_engine",
                    "InnoDB",
                    "new tables would have neither transactions nor foreign keys on this connection: their engine is"
                            + " not InnoDB"));

    /** https://mariadb.com/docs/server/reference/sql-statements/transactions/xa-transactions; there are others' with a format of their own. */
    private static final TwoPhaseCommands TWO_PHASE = new TwoPhaseCommands(
            new TwoPhaseCommands.Branch("XA START {0}", "XA END {0}", "XA COMMIT {0} ONE PHASE"),
            "XA PREPARE {0}",
            "XA COMMIT {0}",
            "XA ROLLBACK {0}",
            "XA RECOVER",
            row -> row.getInt("formatID") == 1 && row.getInt("bqual_length") == 0 ? row.getString("data") : null,
            Map.of());

    private final String collation;
    private final String modes;
    private final MySqlTypes types;

    /**
     * Makes the dialect.
     *
     * @param collation compares text character by character
     * @param modes what is added to sql_mode, beyond strictness
     * @param types its types
     */
    MySqlFamily(String collation, String modes, MySqlTypes types) {
        this.collation = collation;
        this.modes = modes;
        this.types = types;
    }

    abstract Map<String, String> driverProperties();

    /**
     * Strict, or values would be cut silently; InnoDB, or keys and transactions would be ignored silently; in UTC, or
     * CURRENT_TIMESTAMP would depend on the server's place; GROUP_CONCAT as long as a packet can be, or it would be cut
     * silently at 1024 bytes.
     */
    @Override
    public ConnectionSetup connectionSetup(String jdbcUrl) {
        String settings = "SET SESSION sql_mode = CONCAT_WS(',', @@SESSION.sql_mode, 'STRICT_ALL_TABLES',"
                + " 'ERROR_FOR_DIVISION_BY_ZERO', 'NO_ENGINE_SUBSTITUTION'" + modes
                + "), SESSION foreign_key_checks = 1,"
                + " SESSION default_storage_engine = InnoDB, SESSION time_zone = '+00:00',"
                + " SESSION collation_connection = " + collation
                + ", SESSION group_concat_max_len = " + LONGEST_PACKET;
        return new ConnectionSetup(driverProperties(), List.of(settings), CHECKS, ConnectionSetup.Lifetime.LASTING);
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
        return types.inCast(type);
    }

    @Override
    public String columnType(Column<?> column) {
        return typeInColumn(column.type().storage());
    }

    final String typeInColumn(BasicType<?> type) {
        return types.inColumn(type);
    }

    @Override
    public IdentityForm identityForm() {
        return IdentityForm.AUTO_INCREMENT;
    }

    @Override
    public CommentForm commentForm() {
        return CommentForm.INLINE;
    }

    @Override
    public boolean indexesBelongToTables() {
        return true;
    }

    @Override
    public boolean primaryKeysAreNameless() {
        return true;
    }

    @Override
    public IndexForm indexForm() {
        return IndexForm.METHOD_LAST;
    }

    @Override
    public AlterColumnForm alterColumnForm() {
        return AlterColumnForm.MODIFY;
    }

    /** https://dev.mysql.com/doc/refman/9.7/en/timestamp-initialization.html: the fraction as in the type, or not at all. */
    @Override
    public String defaultSql(BasicType<?> type, String sql) {
        return switch (sql.toUpperCase(Locale.ROOT)) {
            case "CURRENT_TIMESTAMP" -> {
                int digits = type.precision().orElse(0);
                yield digits == 0 ? sql : sql + "(" + digits + ")";
            }
            case "CURRENT_DATE", "CURRENT_TIME" -> "(" + sql + ")";
            default -> sql;
        };
    }

    /** Whether a backslash is special depends on sql_mode; text in quotes that is doubled ends in the same place anyway. */
    @Override
    public String textLiteral(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    public ObjectCatalogue objectCatalogue() {
        return MySqlObjects.CATALOGUE;
    }

    @Override
    public @Nullable String misfit(BasicType<?> type, Object value) {
        return types.misfit(type, value);
    }

    /** https://dev.mysql.com/doc/refman/9.7/en/identifiers.html */
    @Override
    public @Nullable String nameMisfit(String name) {
        if (" \t\n\u000b\f\r".indexOf(name.charAt(name.length() - 1)) >= 0) {
            return "no name ends in a space on " + name();
        }
        return name.codePoints().allMatch(Character::isBmpCodePoint)
                ? null
                : "no name has characters outside of the BMP on " + name();
    }

    @Override
    @SuppressWarnings("unchecked") // each kind has one Java class
    public <J> Codec<J> basicCodec(BasicType<J> type) {
        return switch (type.kind()) {
            case TINYINT -> (Codec<J>) MySqlCodecs.TINYINT;
            case SMALLINT -> (Codec<J>) MySqlCodecs.SMALLINT;
            case INTEGER -> (Codec<J>) MySqlCodecs.INTEGER;
            case REAL -> (Codec<J>) MySqlCodecs.REAL_AS_DOUBLE;
            case UUID -> (Codec<J>) uuidCodec();
            case TIMESTAMP -> (Codec<J>) MySqlCodecs.DATE_TIME;
            case TIMESTAMP_TZ -> (Codec<J>) MySqlCodecs.MOMENT;
            case INSTANT -> (Codec<J>) MySqlCodecs.INSTANT;
            default -> type.codec();
        };
    }

    abstract Codec<UUID> uuidCodec();

    /** Text is compared exactly, character by character, as on other databases; the tables' own default would not. */
    @Override
    public String tableOptions() {
        return " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE " + collation;
    }

    /** https://dev.mysql.com/doc/refman/9.7/en/select.html names this number for it. */
    @Override
    public String unlimited() {
        return "LIMIT 18446744073709551615";
    }

    @Override
    public String defaultRow() {
        return "() VALUES ()";
    }

    @Override
    public UpsertForm upsertForm() {
        return UpsertForm.ON_DUPLICATE_KEY;
    }

    /** https://dev.mysql.com/doc/refman/9.7/en/insert-on-duplicate.html */
    @Override
    public int upsertUpdateCount() {
        return 2;
    }

    @Override
    public UpdateFromForm updateFromForm() {
        return UpdateFromForm.TABLES;
    }

    @Override
    public DeleteUsingForm deleteUsingForm() {
        return DeleteUsingForm.TABLES;
    }

    @Override
    public Set<RawSyntax> rawSyntax() {
        return RAW_SYNTAX;
    }

    @Override
    public String function(SqlFunction function) {
        return MySqlFunctions.TEMPLATES.getOrDefault(function, FunctionTemplates.standard(function));
    }

    /** A character that texts do not have; an empty one means the backslash all the same on MariaDB. */
    @Override
    public String likeWithoutEscape() {
        return " ESCAPE x'01'";
    }

    @Override
    public String nullSafeEquals() {
        return "<=>";
    }

    @Override
    public String integerDivision() {
        return "DIV";
    }

    @Override
    public boolean concatenatesByFunction() {
        return true;
    }

    /** By CAST a type's name gets the connection's collation; its own goes with no text's on MySQL. */
    @Override
    public String jsonExtraction(boolean asText) {
        return asText
                ? "CASE CAST(json_type(json_extract({0}, {1})) AS CHAR) WHEN 'NULL' THEN NULL ELSE json_unquote(json_extract({0}, {1})) END"
                : "json_extract({0}, {1})";
    }

    /** Whether errors double a backtick in the names of constraints and columns, as they do in those of tables. */
    abstract boolean doublesBackticksInErrors();

    @Override
    public ErrorReport readError(SQLException error) {
        return MySqlErrors.read(error, doublesBackticksInErrors());
    }

    @Override
    public String words(SQLException error) {
        return MySqlErrors.words(error);
    }

    @Override
    public @Nullable TransactionState probeState(Connection connection, @Nullable ErrorReport report)
            throws SQLException {
        return MySqlState.of(connection, report);
    }

    @Override
    public TwoPhaseCommands twoPhaseCommands() {
        return TWO_PHASE;
    }

    @Override
    public boolean failedCommitEndsTransaction() {
        return true;
    }

    @Override
    public SchemaCatalogue schemaCatalogue() {
        return MySqlCatalogue.INSTANCE;
    }

    @Override
    public ForeignKeySwitch foreignKeySwitch() {
        return MySqlCatalogue.CHECKS;
    }

    @Override
    public SchemaReader schemaReader() {
        return new MySqlReflection(IDENTIFIERS, types.uuid().startsWith("BINARY"));
    }

    @Override
    public Set<String> indexKinds() {
        return Set.of("fulltext", "spatial");
    }

    @Override
    public ReferentialOrder referentialOrder() {
        return ReferentialOrder.BY_ROW;
    }

    /** InnoDB's FK_MAX_CASCADE_DEL. */
    @Override
    public int cascadeDepth() {
        return 15;
    }

    /** InnoDB goes from index to index of the row's table, the primary key first, and for each by the names of the keys. */
    @Override
    public RawStatement foreignKeysInOrder() {
        return Sql.sql("SELECT k.table_schema, k.table_name,"
                + " GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position SEPARATOR ',')"
                + " FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r"
                + " ON r.constraint_schema = k.constraint_schema AND r.table_name = k.table_name"
                + " AND r.constraint_name = k.constraint_name WHERE k.table_schema = DATABASE()"
                + " GROUP BY k.table_schema, k.table_name, k.constraint_name, r.unique_constraint_name"
                + " ORDER BY r.unique_constraint_name <> 'PRIMARY', r.unique_constraint_name,"
                + " CAST(k.constraint_name AS BINARY)");
    }
}
