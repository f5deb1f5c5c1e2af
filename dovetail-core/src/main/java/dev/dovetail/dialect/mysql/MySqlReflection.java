package dev.dovetail.dialect.mysql;

import dev.dovetail.catalogue.CatalogueCheck;
import dev.dovetail.catalogue.CatalogueColumn;
import dev.dovetail.catalogue.CatalogueForeignKey;
import dev.dovetail.catalogue.CatalogueIndex;
import dev.dovetail.catalogue.CatalogueQueries;
import dev.dovetail.catalogue.CatalogueRow;
import dev.dovetail.catalogue.CatalogueScope;
import dev.dovetail.catalogue.CatalogueTable;
import dev.dovetail.catalogue.CatalogueType;
import dev.dovetail.catalogue.RowCatalogue;
import dev.dovetail.compile.IdentifierRules;
import dev.dovetail.internal.ExpressionText;
import dev.dovetail.internal.SqlToken;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.Sequence;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;
import dev.dovetail.type.SqlKind;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of MySQL and MariaDB, which are their databases:
 * https://dev.mysql.com/doc/refman/8.4/en/information-schema.html. Which of the two servers it is, is asked first, because
 * each driver connects to both, and their catalogues differ.
 */
final class MySqlReflection extends RowCatalogue {
    private static final String SCHEMA = "DATABASE()";

    private static final String TABLES = """
            SELECT t.table_name, CASE WHEN t.table_type LIKE '%VIEW' THEN 'VIEW' ELSE 'TABLE' END,
                   CASE WHEN t.table_type LIKE '%VIEW' THEN NULL ELSE NULLIF(t.table_comment, '') END, v.view_definition,
                   CONCAT('ENGINE = ', t.engine, ' COLLATE ', t.table_collation)
            FROM information_schema.tables AS t
            LEFT JOIN information_schema.views AS v ON v.table_schema = t.table_schema AND v.table_name = t.table_name
            WHERE t.table_schema = {schema} AND t.table_type <> 'SEQUENCE' {and: t.table_name}
            ORDER BY t.create_time, t.table_name
            """;

    private static final String COLUMNS = """
            SELECT c.table_name, c.column_name, c.data_type, c.column_type, c.is_nullable, c.column_default, c.extra,
                   c.generation_expression, NULLIF(c.collation_name, t.table_collation), NULLIF(c.column_comment, '')
            FROM information_schema.columns AS c
            JOIN information_schema.tables AS t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = {schema} {and: c.table_name} ORDER BY c.table_name, c.ordinal_position
            """;

    /** Of a unique index that is more than a constraint can say, every part says so. */
    private static final String ODD =
            "MAX(CASE WHEN s.sub_part IS NOT NULL OR s.column_name IS NULL OR s.collation = 'D'"
                    + " OR s.index_type NOT IN ('BTREE', 'HASH') THEN 1 ELSE 0 END)"
                    + " OVER (PARTITION BY s.table_name, s.index_name)";

    private static final String KEYS =
            "SELECT table_name, NULLIF(index_name, 'PRIMARY'), index_name = 'PRIMARY', FALSE, 'NOT_DEFERRABLE',"
                    + " column_name FROM (SELECT s.table_name, s.index_name, s.column_name, s.seq_in_index, " + ODD
                    + " AS odd"
                    + " FROM information_schema.statistics AS s WHERE s.table_schema = {schema} AND s.non_unique = 0"
                    + " {and: s.table_name}) AS k WHERE odd = 0 ORDER BY table_name, index_name, seq_in_index";

    private static final String INDEXES = "SELECT table_name, index_name, non_unique = 0,"
            + " NULLIF(LOWER(index_type), 'btree'), NULL, FALSE, FALSE, COALESCE(column_name, expression),"
            + " column_name IS NULL, collation = 'D', NULL, CASE WHEN index_type = 'SPATIAL' THEN NULL ELSE sub_part END,"
            + " NULL, NULL FROM (SELECT s.*, {expression} " + ODD + " AS odd"
            + " FROM information_schema.statistics AS s WHERE s.table_schema = {schema} {and: s.table_name}) AS i"
            + " WHERE non_unique = 1 OR odd = 1 ORDER BY table_name, index_name, seq_in_index";

    private static final String FOREIGN_KEYS = """
            SELECT k.table_name, k.constraint_name, NULLIF(k.referenced_table_schema, k.table_schema),
                   k.referenced_table_name, {delete}, {update}, 'SIMPLE', 'NOT_DEFERRABLE', k.column_name,
                   k.referenced_column_name
            FROM information_schema.key_column_usage AS k
            JOIN information_schema.referential_constraints AS r ON r.constraint_schema = k.constraint_schema
                 AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
            WHERE k.table_schema = {schema} AND k.referenced_table_name IS NOT NULL {and: k.table_name}
            ORDER BY k.table_name, k.constraint_name, k.ordinal_position
            """;

    private static final String CHECKS = """
            SELECT t.table_name, t.constraint_name, k.check_clause
            FROM information_schema.table_constraints AS t
            JOIN information_schema.check_constraints AS k ON k.constraint_schema = t.constraint_schema
                 AND k.constraint_name = t.constraint_name {same table}
            WHERE t.table_schema = {schema} AND t.constraint_type = 'CHECK' {and: t.table_name}
            ORDER BY t.table_name, t.constraint_name
            """;

    private final IdentifierRules identifiers;
    private final boolean uuidIsBytes;

    MySqlReflection(IdentifierRules identifiers, boolean uuidIsBytes) {
        this.identifiers = identifiers;
        this.uuidIsBytes = uuidIsBytes;
    }

    @Override
    public RawStatement schemas() {
        return Sql.sql("SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN"
                + " ('information_schema', 'mysql', 'performance_schema', 'sys') ORDER BY schema_name");
    }

    @Override
    public RawStatement defaultSchema() {
        return Sql.sql("SELECT DATABASE()");
    }

    @Override
    protected Statements statements(CatalogueQueries queries, CatalogueScope scope) {
        boolean mariaDb =
                queries.rows(Sql.sql("SELECT VERSION()")).get(0).text().contains("MariaDB");
        // MariaDB reports RESTRICT for both, which are the same to InnoDB.
        String action = mariaDb ? "REPLACE(r.%s, 'RESTRICT', 'NO ACTION')" : "r.%s";
        String foreignKeys = FOREIGN_KEYS
                .replace("{delete}", action.formatted("delete_rule"))
                .replace("{update}", action.formatted("update_rule"));
        return new Statements(
                scope.statement(TABLES, SCHEMA),
                scope.statement(COLUMNS, SCHEMA),
                scope.statement(KEYS, SCHEMA),
                scope.statement(foreignKeys, SCHEMA),
                scope.statement(
                        CHECKS.replace("{same table}", mariaDb ? "AND k.table_name = t.table_name" : ""), SCHEMA),
                null,
                scope.statement(INDEXES.replace("{expression}", mariaDb ? "NULL AS expression," : ""), SCHEMA),
                mariaDb ? sequences(queries, scope) : null,
                null);
    }

    /** A sequence of MariaDB tells of itself only as a table of one row. */
    private @Nullable RawStatement sequences(CatalogueQueries queries, CatalogueScope scope) {
        List<String> selects = queries
                .rows(new CatalogueScope(scope.schema(), List.of())
                        .statement(
                                "SELECT table_schema, table_name FROM information_schema.tables"
                                        + " WHERE table_schema = {schema} AND table_type = 'SEQUENCE' ORDER BY table_name",
                                SCHEMA))
                .stream()
                .map(row -> sequence(row.text(), row.text()))
                .toList();
        return selects.isEmpty() ? null : Sql.sql(selects.stream().collect(Collectors.joining(" UNION ALL ")));
    }

    private String sequence(String schema, String name) {
        return "SELECT '" + name.replace("\\", "\\\\").replace("'", "''")
                + "', NULLIF(start_value, IF(increment < 0, maximum_value, minimum_value)), NULLIF(increment, 1),"
                + " IF(increment < 0, NULLIF(minimum_value, -9223372036854775807), NULLIF(minimum_value, 1)),"
                + " IF(increment < 0, NULLIF(maximum_value, -1), NULLIF(maximum_value, 9223372036854775806)),"
                + " NULLIF(cache_size, 1000), cycle_option FROM " + identifiers.write(schema) + "."
                + identifiers.write(name);
    }

    @Override
    protected CatalogueColumn column(CatalogueRow row, int position) {
        String name = row.text();
        String dataType = row.text();
        String columnType = row.text();
        boolean nullable = row.flag();
        String defaultText = row.textOrNull();
        String extra = String.valueOf(row.textOrNull()).toLowerCase(Locale.ROOT);
        String generation = row.textOrNull();
        CatalogueType type = MySqlTypeNames.type(dataType, columnType, uuidIsBytes);
        ColumnValue value = null;
        if (extra.contains("auto_increment")) {
            value = ColumnValue.Identity.BY_DEFAULT;
        } else if (generation != null && !generation.isEmpty()) {
            value = new ColumnValue.Computed(
                    expression(generation),
                    extra.contains("stored") ? ColumnValue.Storage.STORED : ColumnValue.Storage.VIRTUAL);
        } else if (defaultText != null) {
            value = value(defaultText, type, extra);
        }
        return new CatalogueColumn(name, position, type, nullable, value, row.textOrNull(), row.textOrNull());
    }

    private @Nullable ColumnValue value(String text, CatalogueType type, String extra) {
        SqlKind kind = type.type().kind();
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.equals("NULL")) {
            return null;
        }
        // The default of a BIT is b'1'.
        if (kind == SqlKind.BOOLEAN && text.matches("b?'?[01]'?")) {
            return new ColumnValue.DefaultSql(text.contains("1") ? "TRUE" : "FALSE");
        }
        if (lower.startsWith("current_timestamp") || lower.startsWith("now(")) {
            return new ColumnValue.DefaultSql("CURRENT_TIMESTAMP");
        }
        if (lower.equals("curdate()")) {
            return new ColumnValue.DefaultSql("CURRENT_DATE");
        }
        List<SqlToken> words = SqlToken.of(text);
        if (words.size() == 6 && words.get(0).is("nextval")) {
            return new ColumnValue.DefaultNext(Sequence.of(words.get(4).value()));
        }
        boolean literal = words.size() == 1 && words.get(0).kind() != SqlToken.Kind.WORD
                || words.size() == 2 && words.get(0).is("-");
        if (extra.contains("default_generated") || text.endsWith(")") && !isQuotedOf(words)) {
            return new ColumnValue.DefaultSql("(" + expression(text) + ")");
        }
        // MariaDB gives the literal, MySQL the text alone.
        boolean bare = literal && words.get(0).kind() == SqlToken.Kind.STRING || isNumeric(kind) && literal;
        return new ColumnValue.DefaultSql(bare ? text : "'" + text.replace("'", "''") + "'");
    }

    private static boolean isQuotedOf(List<SqlToken> words) {
        return words.size() == 1 && words.get(0).kind() == SqlToken.Kind.STRING;
    }

    private static boolean isNumeric(SqlKind kind) {
        return switch (kind) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, NUMERIC -> true;
            default -> false;
        };
    }

    @Override
    protected boolean belongsToForeignKey(CatalogueIndex index, List<CatalogueForeignKey> foreignKeys) {
        return foreignKeys.stream()
                .anyMatch(key ->
                        index.name().equals(key.name()) && index.columns().equals(key.columns()));
    }

    /** MariaDB's JSON is a text and a check, named as the column, that it is JSON. */
    @Override
    protected CatalogueTable finished(CatalogueTable table) {
        List<CatalogueCheck> checks = new ArrayList<>(table.checks());
        List<CatalogueColumn> columns = new ArrayList<>(table.columns());
        columns.replaceAll(column -> {
            String condition = "json_valid(" + identifiers.write(column.name()) + ")";
            boolean json = checks.removeIf(
                    check -> column.name().equals(check.name()) && check.sql().equals(condition));
            return !json
                    ? column
                    : new CatalogueColumn(
                            column.name(),
                            column.position(),
                            CatalogueType.exact("json", Types.JSON),
                            column.nullable(),
                            column.value(),
                            null,
                            column.comment());
        });
        return new CatalogueTable(
                table.name(),
                table.kind(),
                table.comment(),
                table.definition(),
                table.options(),
                columns,
                table.primaryKey(),
                table.foreignKeys(),
                table.uniques(),
                checks,
                table.exclusions(),
                table.indexes());
    }

    /** MySQL escapes the whole text once more, and puts the character set before each literal. */
    @Override
    protected String expression(String sql) {
        String text = sql.contains("\\'") ? sql.replaceAll("\\\\(.)", "$1") : sql;
        text = text.replaceAll("\\b_(?:utf8mb4|utf8mb3|latin1)(?=')", "");
        // Backslashes within literals are no matter for the words of standard SQL.
        return text.contains("\\") ? text : ExpressionText.simple(text, identifiers::write);
    }
}
