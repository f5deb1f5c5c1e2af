package dev.dovetail.compile;

import dev.dovetail.IsolationLevel;
import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.catalogue.SchemaReader;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.RawSyntax;
import dev.dovetail.sql.SqlFunction;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.Codec;
import dev.dovetail.type.CodecSource;
import dev.dovetail.type.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that Dovetail knows of one database: what it can do, how it writes names, types and its few own clauses, what its
 * errors mean. A service, found by {@link java.util.ServiceLoader}; stateless and thread-safe.
 */
public interface Dialect {
    /**
     * The dialects that there are, found by {@link ServiceLoader}.
     *
     * @return a new list
     */
    static List<Dialect> all() {
        List<Dialect> dialects = new ArrayList<>();
        ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).forEach(dialects::add);
        return dialects;
    }

    /**
     * A dialect by the name of its database, for SQL and DDL as text, without a connection or a driver.
     *
     * @param name for example {@code PostgreSQL}; case does not matter
     * @return the dialect
     * @throws UsageException if there is none of that name; code {@code DVT-ENGINE-DIALECT}; the message has the names
     *     that there are
     */
    static Dialect named(String name) {
        List<Dialect> dialects = all();
        return dialects.stream()
                .filter(dialect -> dialect.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "DVT-ENGINE-DIALECT",
                        "there is no dialect " + name + "; there are "
                                + String.join(
                                        ", ",
                                        dialects.stream().map(Dialect::name).toList())));
    }

    /**
     * The name of the database, as people write it.
     *
     * @return for example {@code SQLite}
     */
    String name();

    /**
     * Whether this dialect is the one for a URL.
     *
     * @param jdbcUrl the URL
     * @return true if it is
     */
    boolean accepts(String jdbcUrl);

    /**
     * A URL that this dialect accepts, for messages.
     *
     * @return the example
     */
    String urlExample();

    /**
     * The JDBC driver.
     *
     * @return the driver that the dialect is made for
     */
    DriverInfo driver();

    /**
     * What a new connection needs.
     *
     * @param jdbcUrl the URL
     * @return the setup
     */
    ConnectionSetup connectionSetup(String jdbcUrl);

    /**
     * What the database can do.
     *
     * @return the capabilities
     */
    Set<Capability> capabilities();

    /**
     * Whether the database can do something.
     *
     * @param capability what
     * @return true if it can
     */
    default boolean has(Capability capability) {
        return capabilities().contains(capability);
    }

    /**
     * How much the database takes.
     *
     * @return the limits
     */
    Limits limits();

    /**
     * How the database writes names.
     *
     * @return the rules
     */
    IdentifierRules identifiers();

    /**
     * Says why the database cannot have a name, beyond what {@link #limits} and {@link #identifiers} say.
     *
     * @param name any name
     * @return the reason, null if it can
     */
    default @Nullable String nameMisfit(String name) {
        return null;
    }

    /**
     * The name of a type, as it is written in DDL and CAST.
     *
     * @param type the type
     * @return for example {@code VARCHAR(255)}
     */
    String typeName(BasicType<?> type);

    /**
     * The type of a column as it is written in DDL, with what makes it a generated key where that is part of the type.
     *
     * @param column the column
     * @return for example {@code INTEGER}
     */
    default String columnType(Column<?> column) {
        return typeName(column.type().storage());
    }

    /**
     * How a parameter of a type stands in a statement.
     *
     * @param type the type
     * @return by default {@code ?}; more where the driver cannot say what the value is
     */
    default String parameter(BasicType<?> type) {
        return "?";
    }

    /**
     * Says why this database cannot hold a value that its type could hold elsewhere.
     *
     * @param type the type
     * @param value a value of the type's Java class
     * @return the reason, null if it can
     */
    default @Nullable String misfit(BasicType<?> type, Object value) {
        return null;
    }

    /**
     * How values of a type go to the driver and come back. A value that the database cannot hold is refused when it is
     * bound.
     *
     * @param <J> the Java class
     * @param type the type
     * @return the codec
     */
    default <J> Codec<J> codec(Type<J> type) {
        return type.codec(new CodecSource() {
            @Override
            public <B> Codec<B> codec(BasicType<B> basic) {
                return basicCodec(basic).refusing(value -> misfit(basic, value));
            }
        });
    }

    /**
     * How values of a basic type go to the driver and come back; {@link #codec} builds on it.
     *
     * @param <J> the Java class
     * @param type the type
     * @return the codec, by default that of the JDBC specification
     */
    default <J> Codec<J> basicCodec(BasicType<J> type) {
        return type.codec();
    }

    /**
     * The order of the clauses of a query.
     *
     * @return the clauses; one that is left out is not supported
     */
    default List<SelectClause> selectClauses() {
        return SelectClause.STANDARD;
    }

    /**
     * What stands in the place of LIMIT in a query that has only an OFFSET.
     *
     * @return for example {@code LIMIT -1}; empty if nothing is needed
     */
    default String unlimited() {
        return "";
    }

    /**
     * What stands behind the table's name in the INSERT of a row of defaults.
     *
     * @return by default {@code DEFAULT VALUES}
     */
    default String defaultRow() {
        return "DEFAULT VALUES";
    }

    // Queries

    /**
     * How rows of values stand in a FROM clause.
     *
     * @return by default {@link ValuesForm#LIST}
     */
    default ValuesForm valuesForm() {
        return ValuesForm.LIST;
    }

    /**
     * How the texts of several rows are made one.
     *
     * @return by default {@link StringAggForm#STRING_AGG}
     */
    default StringAggForm stringAggForm() {
        return StringAggForm.STRING_AGG;
    }

    /**
     * The clause that locks rows against writing only, where the capabilities say that there is one.
     *
     * @return by default {@code FOR SHARE}
     */
    default String shareLock() {
        return "FOR SHARE";
    }

    /**
     * The type that a parameter is cast to where it stands alone in a SELECT list or in VALUES, if the database knows no
     * type for it otherwise. A text is not cut by the cast.
     *
     * @param type the type of the value
     * @return the name of the type; by default null, for no cast
     */
    default @Nullable String parameterType(BasicType<?> type) {
        return null;
    }

    /**
     * Whether GROUP BY can name a column of the SELECT list by its position, and has to where it holds a parameter: two
     * parameters are never the same to some databases.
     *
     * @return by default false
     */
    default boolean groupsByPosition() {
        return false;
    }

    // Statements that write

    /**
     * How a statement gives back what it wrote, where the capabilities say that it can.
     *
     * @return by default {@link ReturningForm#CLAUSE}
     */
    default ReturningForm returningForm() {
        return ReturningForm.CLAUSE;
    }

    /**
     * How an INSERT does something else where the row is there already.
     *
     * @return by default {@link UpsertForm#ON_CONFLICT}
     */
    default UpsertForm upsertForm() {
        return UpsertForm.ON_CONFLICT;
    }

    /**
     * The condition by which RETURNING tells a row that an upsert inserted from one that it changed.
     *
     * @return SQL text; by default null, for a database that does not tell
     */
    default @Nullable String upsertInserted() {
        return null;
    }

    /**
     * How many rows count as written where an upsert changes one that is there.
     *
     * @return by default 1
     */
    default int upsertUpdateCount() {
        return 1;
    }

    /**
     * How an UPDATE takes other sources in.
     *
     * @return by default {@link UpdateFromForm#FROM}
     */
    default UpdateFromForm updateFromForm() {
        return UpdateFromForm.FROM;
    }

    /**
     * Whether SET assigns one column after the other, so that what reads a column that was set before gets the new value.
     *
     * @return by default false, as in the SQL standard
     */
    default boolean assignsInOrder() {
        return false;
    }

    /**
     * How a DELETE takes other sources in.
     *
     * @return by default {@link DeleteUsingForm#EXISTS}
     */
    default DeleteUsingForm deleteUsingForm() {
        return DeleteUsingForm.EXISTS;
    }

    // Schemas and what is in them

    /**
     * How a column that the database counts is written.
     *
     * @return by default {@link IdentityForm#STANDARD}
     */
    default IdentityForm identityForm() {
        return IdentityForm.STANDARD;
    }

    /**
     * Where comments on tables and columns stand, if the database keeps any.
     *
     * @return by default {@link CommentForm#STATEMENT}
     */
    default CommentForm commentForm() {
        return CommentForm.STATEMENT;
    }

    /**
     * What says that a computed column is stored, or not.
     *
     * @param storage when the column is computed
     * @return by default the standard's word; empty where there is only one way
     */
    default String computedStorage(ColumnValue.Storage storage) {
        return storage.name();
    }

    /**
     * How the next value of a sequence is written.
     *
     * @return by default {@link NextValueForm#STANDARD}
     */
    default NextValueForm nextValueForm() {
        return NextValueForm.STANDARD;
    }

    /**
     * The words for a table that only its connection sees.
     *
     * @return by default {@code TEMPORARY}
     */
    default String temporaryTable() {
        return "TEMPORARY";
    }

    /**
     * Whether indexes have their names within their table and not within the schema, so that DROP INDEX names the table too.
     *
     * @return by default false
     */
    default boolean indexesBelongToTables() {
        return false;
    }

    /**
     * Whether the primary key has no name of its own, so that it is dropped by the words PRIMARY KEY.
     *
     * @return by default false
     */
    default boolean primaryKeysAreNameless() {
        return false;
    }

    /**
     * Where an index says what is not in the parentheses of its columns.
     *
     * @return by default {@link IndexForm#METHOD_FIRST}
     */
    default IndexForm indexForm() {
        return IndexForm.METHOD_FIRST;
    }

    /**
     * How nullability and default of a column that exists are changed, where that can be done.
     *
     * @return by default {@link AlterColumnForm#ALTER}
     */
    default AlterColumnForm alterColumnForm() {
        return AlterColumnForm.ALTER;
    }

    /**
     * Whether a constant default of a type is taken only as an expression, in parentheses.
     *
     * @param type the type
     * @return by default false
     */
    default boolean defaultInParentheses(BasicType<?> type) {
        return false;
    }

    /**
     * The SQL of a default as this database takes it.
     *
     * @param type the type of the column
     * @param sql what was declared
     * @return by default the same; something else only for {@code CURRENT_TIMESTAMP}, {@code CURRENT_DATE} and {@code
     *     CURRENT_TIME}, which are declared alike for all databases
     */
    default String defaultSql(BasicType<?> type, String sql) {
        return sql;
    }

    /**
     * A text as a literal of DDL.
     *
     * @param text any text
     * @return the literal, with all in it that is special quoted
     */
    default String textLiteral(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * Bytes as a literal of DDL.
     *
     * @param bytes any bytes
     * @return the literal
     */
    default String bytesLiteral(byte[] bytes) {
        return "X'" + HexFormat.of().formatHex(bytes) + "'";
    }

    /**
     * The query that tells what is there, so that only what is missing is created.
     *
     * @return the query; null where IF [NOT] EXISTS is enough
     */
    default @Nullable ObjectCatalogue objectCatalogue() {
        return null;
    }

    /**
     * What stands behind the closing parenthesis of CREATE TABLE.
     *
     * @return the options with a space before them; empty if there are none
     */
    default String tableOptions() {
        return "";
    }

    /**
     * What hand-written SQL can have besides strings, quoted names and comments of the standard.
     *
     * @return by default nothing
     */
    default Set<RawSyntax> rawSyntax() {
        return Set.of();
    }

    // Expressions

    /**
     * How a function is written.
     *
     * @param function the function
     * @return its template, see {@link FunctionTemplates}; by default that of the SQL standard
     */
    default String function(SqlFunction function) {
        return FunctionTemplates.standard(function);
    }

    /**
     * How a value is taken out of JSON: {@code {0}} stands for the JSON, {@code {1}} for a path such as {@code $."a"[0]},
     * {@code {keys}} for its steps, one text each.
     *
     * @param asText whether a JSON string is to be given as its text
     * @return the template; by default null, for a database that cannot
     */
    default @Nullable String jsonExtraction(boolean asText) {
        return null;
    }

    /**
     * The operator that compares two values, NULL being one like any other, where it is not IS NOT DISTINCT FROM.
     *
     * @return by default null
     */
    default @Nullable String nullSafeEquals() {
        return null;
    }

    /**
     * The operator that divides integers and cuts the result towards zero.
     *
     * @return by default {@code /}
     */
    default String integerDivision() {
        return "/";
    }

    /**
     * Whether texts are joined by the function concat, because {@code ||} means something else.
     *
     * @return by default false
     */
    default boolean concatenatesByFunction() {
        return false;
    }

    /**
     * What behind a LIKE says that no character takes others their meaning, where that is not so by itself.
     *
     * @return by default nothing
     */
    default String likeWithoutEscape() {
        return "";
    }

    /**
     * Whether a parameter takes its type from what stands beside it, whatever its own: it is then cast to {@link
     * #parameterType} everywhere but beside a column of its own type, and in its place.
     *
     * @return by default false
     */
    default boolean typesParametersByNeighbours() {
        return false;
    }

    /**
     * Whether EXISTS must not be an operand, nor what a query selects. H2 writes derived tables and views anew for itself,
     * leaves out the brackets of EXISTS, and then does not understand its own text; CASE WHEN EXISTS … it does.
     *
     * @return by default false
     */
    default boolean losesBracketsOfExists() {
        return false;
    }

    /**
     * Whether a schema is a file of its own, as in SQLite: an index is named with it in place of the index's table, and a
     * foreign key can lead only to its own schema, which it does not name.
     *
     * @return by default false
     */
    default boolean schemasAreFiles() {
        return false;
    }

    /**
     * Whether decimals of a type are held as text, which the database compares letter by letter: {@code 9} is then greater
     * than {@code 14}. Only whether two are equal can be asked of them; everything else is refused.
     *
     * @param type a type
     * @return by default false
     */
    default boolean holdsAsText(BasicType<?> type) {
        return false;
    }

    /**
     * Reads an error by its codes and the quoted names in its message, never by its Java class.
     *
     * @param error what the driver threw
     * @return what it says
     */
    ErrorReport readError(SQLException error);

    /**
     * The words of an error, for a message.
     *
     * @param error what the driver threw
     * @return its words, without the statement's text, its values and what changes from run to run; null if there are
     *     none
     */
    default @Nullable String words(SQLException error) {
        return error.getMessage();
    }

    /**
     * Reads an error that came while connecting.
     *
     * @param error what the driver threw
     * @return what it says, by default as at any other time
     */
    default ErrorReport readConnectError(SQLException error) {
        return readError(error);
    }

    /**
     * Asks the database what has become of a transaction after an error, and leaves it as it is.
     *
     * @param connection a connection on which a transaction was begun
     * @param report the error, null if there was none but look-ups
     * @return {@code ACTIVE} if it is still open and usable, {@code FAILED} if nothing but a rollback is possible, {@code
     *     ROLLED_BACK} if it is not open any more; null where the error itself says enough
     * @throws SQLException if that cannot be known; the connection is given up then
     */
    default @Nullable TransactionState probeState(Connection connection, @Nullable ErrorReport report)
            throws SQLException {
        return null;
    }

    /**
     * Whether a transaction is over when its commit is refused.
     *
     * @return true if all its work is lost; by default false, because it stays open and can be mended
     */
    default boolean failedCommitEndsTransaction() {
        return false;
    }

    /**
     * Whether a statement that was refused has kept a part of what it wrote, so that the transaction has to be rolled
     * back.
     *
     * @param connection the connection, on which nothing has been written since
     * @param report the error of an INSERT, UPDATE or DELETE
     * @return true if it has; by default false, because statements are atomic
     * @throws SQLException if that cannot be known
     */
    default boolean keptPartOfFailed(Connection connection, ErrorReport report) throws SQLException {
        return false;
    }

    /**
     * The queries by which the database tells of its tables and foreign keys.
     *
     * @return the catalogue, null if there is none
     */
    default @Nullable SchemaCatalogue schemaCatalogue() {
        return null;
    }

    /**
     * The switch for the checks of foreign keys.
     *
     * @return the switch, null if they are always on
     */
    default @Nullable ForeignKeySwitch foreignKeySwitch() {
        return null;
    }

    /**
     * How to put the checks of foreign keys off where the user may not switch them off.
     *
     * @return the commands, null if the database has none
     */
    default @Nullable ForeignKeyDeferral ownersDeferral() {
        return null;
    }

    /**
     * The switch that puts the checks of all foreign keys off to the commit, within a transaction.
     *
     * @return the switch, null if there is none for all of them
     */
    default @Nullable ForeignKeySwitch foreignKeyDeferral() {
        return null;
    }

    // Transactions and results

    /**
     * The isolation levels that the database has.
     *
     * @return by default all
     */
    default Set<IsolationLevel> isolationLevels() {
        return EnumSet.allOf(IsolationLevel.class);
    }

    /**
     * How a transaction is committed in two phases.
     *
     * @return the commands; null for a database where no other connection could finish what one has prepared
     */
    default @Nullable TwoPhaseCommands twoPhaseCommands() {
        return null;
    }

    /**
     * Who sees to it that a read-only transaction writes nothing.
     *
     * @return by default {@link ReadOnlyTransactions#BY_DRIVER}
     */
    default ReadOnlyTransactions readOnlyTransactions() {
        return ReadOnlyTransactions.BY_DRIVER;
    }

    /**
     * What it takes for the driver to hand out rows as they are read.
     *
     * @return by default {@link Streaming#BY_FETCH_SIZE}
     */
    default Streaming streaming() {
        return Streaming.BY_FETCH_SIZE;
    }

    /**
     * How a query says that a column is among many keys.
     *
     * @return by default {@link KeyListForm#PARAMETERS}
     */
    default KeyListForm keyListForm() {
        return KeyListForm.PARAMETERS;
    }

    /**
     * How many rows of arguments go to the database for one statement.
     *
     * @return by default {@link BatchForm#ROW_BY_ROW}
     */
    default BatchForm batchForm() {
        return BatchForm.ROW_BY_ROW;
    }

    /**
     * Whether the driver gives any named column of the written rows as JDBC's generated keys, for batches too.
     *
     * @return by default false: the statement says RETURNING, and goes row by row
     */
    default boolean returnsAsKeys() {
        return false;
    }

    /**
     * How values of a type stand in an array, where the rows of a write can go as arrays, one for each parameter, of one
     * statement with {@code unnest}, and a savepoint can be set and released within one text.
     *
     * @param type the type
     * @return null where rows, or these values, do not go in arrays: the default
     */
    default @Nullable ArrayElement arrayElement(BasicType<?> type) {
        return null;
    }

    /**
     * How many rows an INSERT takes at a time where that is quicker than one after the other, and gives their generated keys
     * back in order.
     *
     * @return by default 1
     */
    default int rowsPerInsert() {
        return 1;
    }

    /**
     * Whether many rows of arguments are as quick when columns come back with them.
     *
     * @param columns the columns
     * @return by default true where the rows go one by one anyway
     */
    default boolean returnsFromBatch(List<Column<?>> columns) {
        return batchForm() == BatchForm.ROW_BY_ROW;
    }

    /**
     * Whether the database may give again what a text gave before, though its parameters have other values now. Such a
     * statement gets a text of its own each time, and cannot be sent with several rows of arguments.
     *
     * @param sql the statement
     * @return by default false
     */
    default boolean mistakesParameters(String sql) {
        return false;
    }

    /**
     * Kinds of index that stand before the word INDEX, not behind USING.
     *
     * @return the kinds, as {@link dev.dovetail.schema.Index#method} gives them; by default none
     */
    default Set<String> indexKinds() {
        return Set.of();
    }

    // Following foreign keys

    /**
     * In which order the database follows the foreign keys that lead to rows that are deleted. It decides whether a row that
     * goes itself is still there when a key is checked.
     *
     * @return by default {@link ReferentialOrder#WAITING}
     */
    default ReferentialOrder referentialOrder() {
        return ReferentialOrder.WAITING;
    }

    /**
     * What gives the foreign keys in the order in which the database follows those that lead to the same row.
     *
     * @return a query of schema, table and the names of the columns with commas between them, a row for each foreign key;
     *     null where the order cannot be found out
     */
    default @Nullable RawStatement foreignKeysInOrder() {
        return null;
    }

    /**
     * How many rows, each referring to the one above it, one delete can take or change by their foreign keys, the first row
     * included. Beyond that the database refuses.
     *
     * @return by default {@link Integer#MAX_VALUE}, no limit
     */
    default int cascadeDepth() {
        return Integer.MAX_VALUE;
    }

    // Reading a schema back

    /**
     * What reads the schemas of the database, for reflection.
     *
     * @return the reader, null where schemas cannot be read back
     */
    default @Nullable SchemaReader schemaReader() {
        return null;
    }
}
