package dev.dovetail.dialect.h2;

import dev.dovetail.catalogue.SchemaReader;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.ConnectionSetup;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.DriverInfo;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.compile.FunctionTemplates;
import dev.dovetail.compile.IdentifierRules;
import dev.dovetail.compile.IndexForm;
import dev.dovetail.compile.KeyListForm;
import dev.dovetail.compile.Limits;
import dev.dovetail.compile.ObjectCatalogue;
import dev.dovetail.compile.ReadOnlyTransactions;
import dev.dovetail.compile.ReferentialOrder;
import dev.dovetail.compile.ReturningForm;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.compile.Streaming;
import dev.dovetail.compile.StringAggForm;
import dev.dovetail.compile.UpdateFromForm;
import dev.dovetail.compile.UpsertForm;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.sql.RawSyntax;
import dev.dovetail.sql.SqlFunction;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Codec;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** H2 2.3 or later in its regular mode, by the driver com.h2database:h2. */
public final class H2Dialect implements Dialect {

    private static final Pattern COMMON_TABLE =
            Pattern.compile("\\bWITH\\s+(?!TIME\\b|TIES\\b|ORDINALITY\\b)", Pattern.CASE_INSENSITIVE);

    private static final Set<RawSyntax> RAW_SYNTAX = Set.of(RawSyntax.DOLLAR_QUOTES, RawSyntax.NESTED_COMMENTS);

    private static final String PREFIX = "jdbc:h2:";
    private static final String IN_MEMORY = PREFIX + "mem:";

    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.DELETE_OF_SELF_REFERENCE,
            Capability.SUBQUERY_OF_TARGET,
            Capability.SUBQUERY_OF_TARGET_IN_SET,
            Capability.ILIKE,
            Capability.PADDING,
            Capability.REGULAR_EXPRESSIONS,
            Capability.TIMESTAMP_ARITHMETIC,
            Capability.FOR_UPDATE,
            Capability.LOCK_OF_TABLES,
            Capability.LOCK_OF_OUTER_JOINS,
            Capability.LOCK_NOWAIT,
            Capability.LOCK_SKIP_LOCKED,
            Capability.DERIVED_COLUMN_NAMES,
            Capability.TABLE_FUNCTIONS,
            Capability.SET_OPERATION_BRACKETS,
            Capability.LIMIT_IN_SUBQUERY,
            Capability.QUANTIFIED_COMPARISON,
            Capability.ROW_IN_LIST,
            Capability.FRAME_GROUPS,
            Capability.FRAME_EXCLUSION,
            Capability.WINDOW_DISTINCT,
            Capability.WINDOW_STRING_AGG,
            Capability.LAG_DEFAULT,
            Capability.AGGREGATE_FILTER,
            Capability.WITHIN_GROUP,
            Capability.NULLS_ORDER,
            Capability.DISTINCT_ON,
            Capability.FETCH_WITH_TIES,
            Capability.FETCH_PERCENT,
            Capability.INSERT_RETURNING,
            Capability.UPDATE_RETURNING,
            Capability.DELETE_RETURNING,
            Capability.DEFAULT_KEYWORD,
            Capability.UPSERT_WHERE,
            Capability.ALTER_ADD_CONSTRAINT,
            Capability.GOES_ON_AFTER_ERROR,
            Capability.SEVERAL_STATEMENTS,
            Capability.IF_EXISTS,
            Capability.SCHEMAS,
            Capability.IDENTITY_BESIDE_KEY,
            Capability.IDENTITY_START,
            Capability.SEQUENCES,
            Capability.IDENTITY_ALWAYS,
            Capability.IDENTITY_OPTIONS,
            Capability.STORED_COLUMNS,
            Capability.COMPUTED_NOT_NULL,
            Capability.COMMENTS,
            Capability.NULLS_NOT_DISTINCT,
            Capability.SET_DEFAULT_ACTION,
            Capability.INDEX_NULLS_ORDER,
            Capability.ALTER_COLUMN,
            Capability.INDEX_IF_EXISTS));

    /** https://www.h2database.com/html/advanced.html#limits_limitations */
    private static final Limits LIMITS = new Limits(256, 100000);

    private static final IdentifierRules IDENTIFIERS = new IdentifierRules('"', '"', ReservedWords.WORDS, true);

    private static final SchemaReader REFLECTION = new H2Reflection(IDENTIFIERS);
    private static final SchemaCatalogue CATALOGUE = new H2Catalogue(IDENTIFIERS);

    private static final ConnectionSetup.Check REGULAR_MODE = new ConnectionSetup.Check(
            "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'MODE'",
            "REGULAR",
            "this H2 imitates another database, which changes the meaning of types and of some statements. Take MODE out"
                    + " of the URL");

    /** Makes the dialect; the ServiceLoader calls it. */
    public H2Dialect() {}

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(PREFIX);
    }

    @Override
    public String urlExample() {
        return "jdbc:h2:./family";
    }

    @Override
    public DriverInfo driver() {
        return new DriverInfo("org.h2.Driver", "com.h2database:h2");
    }

    @Override
    public ConnectionSetup connectionSetup(String jdbcUrl) {
        return new ConnectionSetup(Map.of(), List.of("SET TIME ZONE 'UTC'"), List.of(REGULAR_MODE), lifetime(jdbcUrl));
    }

    /** https://www.h2database.com/html/features.html#in_memory_databases: without a name it is private. */
    private static ConnectionSetup.Lifetime lifetime(String jdbcUrl) {
        if (!jdbcUrl.startsWith(IN_MEMORY)) {
            return ConnectionSetup.Lifetime.LASTING;
        }
        String name = jdbcUrl.substring(IN_MEMORY.length());
        return name.isEmpty() || name.startsWith(";")
                ? ConnectionSetup.Lifetime.ONE_CONNECTION
                : ConnectionSetup.Lifetime.LAST_CONNECTION;
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
        return H2Types.name(type);
    }

    @Override
    public String parameter(BasicType<?> type) {
        return H2Types.parameter(type);
    }

    @Override
    public <J> Codec<J> basicCodec(BasicType<J> type) {
        return H2Types.codec(type);
    }

    @Override
    public @Nullable String misfit(BasicType<?> type, Object value) {
        return H2Types.misfit(type, value);
    }

    /** https://www.h2database.com/html/commands.html#create_table: computed columns are always stored. */
    @Override
    public String computedStorage(ColumnValue.Storage storage) {
        return "";
    }

    @Override
    public IndexForm indexForm() {
        return IndexForm.NULLS_FIRST;
    }

    @Override
    public String temporaryTable() {
        return "LOCAL TEMPORARY";
    }

    @Override
    public ObjectCatalogue objectCatalogue() {
        return H2Objects.CATALOGUE;
    }

    @Override
    public ReturningForm returningForm() {
        return ReturningForm.DATA_CHANGE_TABLE;
    }

    /** A quarter less time than for single rows, with any number from 10 to 1000 (2.3.232 and 2.5.252). */
    @Override
    public int rowsPerInsert() {
        return 50;
    }

    @Override
    public boolean returnsAsKeys() {
        return true;
    }

    @Override
    public UpsertForm upsertForm() {
        return UpsertForm.MERGE;
    }

    @Override
    public UpdateFromForm updateFromForm() {
        return UpdateFromForm.MERGE;
    }

    @Override
    public Set<RawSyntax> rawSyntax() {
        return RAW_SYNTAX;
    }

    @Override
    public String function(SqlFunction function) {
        return H2Functions.TEMPLATES.getOrDefault(function, FunctionTemplates.standard(function));
    }

    @Override
    public String likeWithoutEscape() {
        return " ESCAPE ''";
    }

    /** It computes with that type, too: {@code sum(n) - ?} is whole, whatever the value. */
    @Override
    public boolean typesParametersByNeighbours() {
        return true;
    }

    /** H2 uses an index for the values of IN, but then compares each row with all of them: 800 µs for 256 keys of 2000 rows, against 250. */
    @Override
    public KeyListForm keyListForm() {
        return KeyListForm.JOINED_ARRAY;
    }

    /** To H2 2.5 a subquery that reads a common table expression has no parameters, so that its last result serves again. */
    @Override
    public boolean mistakesParameters(String sql) {
        return sql.indexOf('?') >= 0 && COMMON_TABLE.matcher(sql).find();
    }

    @Override
    public boolean losesBracketsOfExists() {
        return true;
    }

    @Override
    public ErrorReport readError(SQLException error) {
        return H2Errors.read(error).renamed(IDENTIFIERS::named);
    }

    @Override
    public String parameterType(BasicType<?> type) {
        return switch (type.kind()) {
            case VARCHAR, TEXT -> "VARCHAR";
            case BINARY, BLOB -> "VARBINARY";
            case NUMERIC -> "DECFLOAT";
            default -> typeName(type);
        };
    }

    @Override
    public StringAggForm stringAggForm() {
        return StringAggForm.LISTAGG;
    }

    /** https://www.h2database.com/html/commands.html#set_lazy_query_execution */
    @Override
    public Streaming streaming() {
        return Streaming.between("SET LAZY_QUERY_EXECUTION 1", "SET LAZY_QUERY_EXECUTION 0");
    }

    /** H2 knows read-only databases, but no read-only transactions. */
    @Override
    public ReadOnlyTransactions readOnlyTransactions() {
        return ReadOnlyTransactions.BY_ENGINE;
    }

    @Override
    public String words(SQLException error) {
        return H2Errors.words(error);
    }

    @Override
    public SchemaCatalogue schemaCatalogue() {
        return CATALOGUE;
    }

    @Override
    public ForeignKeySwitch foreignKeySwitch() {
        return H2Catalogue.CHECKS;
    }

    @Override
    public SchemaReader schemaReader() {
        return REFLECTION;
    }

    @Override
    public ReferentialOrder referentialOrder() {
        return ReferentialOrder.BY_STATEMENT;
    }
}
