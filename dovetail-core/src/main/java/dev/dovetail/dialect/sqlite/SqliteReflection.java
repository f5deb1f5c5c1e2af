package dev.dovetail.dialect.sqlite;

import dev.dovetail.catalogue.CatalogueColumn;
import dev.dovetail.catalogue.CatalogueForeignKey;
import dev.dovetail.catalogue.CatalogueIndex;
import dev.dovetail.catalogue.CatalogueKey;
import dev.dovetail.catalogue.CatalogueQueries;
import dev.dovetail.catalogue.CatalogueRow;
import dev.dovetail.catalogue.CatalogueSchema;
import dev.dovetail.catalogue.CatalogueScope;
import dev.dovetail.catalogue.CatalogueTable;
import dev.dovetail.catalogue.SchemaReader;
import dev.dovetail.catalogue.TableKind;
import dev.dovetail.internal.SqlToken;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.Deferral;
import dev.dovetail.schema.IndexPart;
import dev.dovetail.schema.MatchType;
import dev.dovetail.schema.NullsOrder;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQLite's schemas, which are its files: main, temp and those attached. The pragmas are the truth of columns, keys
 * and indexes, https://www.sqlite.org/pragma.html; what they leave out, such as names and conditions, stands in the
 * text of the table, which {@link TableText} reads.
 */
enum SqliteReflection implements SchemaReader {
    INSTANCE;

    private static final int HIDDEN = 1;
    private static final int STORED = 3;

    // In pragma_foreign_key_list the last foreign key comes first.
    private static final String TABLES = "SELECT m.name, m.type, m.sql FROM {file}.sqlite_schema AS m"
            + " WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' {and: m.name}"
            + " ORDER BY m.rowid";
    private static final String COLUMNS =
            "SELECT m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk, c.hidden FROM {file}.sqlite_schema AS m"
                    + " JOIN pragma_table_xinfo(m.name, {schema}) AS c"
                    + " WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' {and: m.name}"
                    + " ORDER BY m.rowid, c.cid";
    private static final String FOREIGN_KEYS =
            "SELECT m.name, f.id, f.\"table\", f.on_delete, f.on_update, f.\"match\", f.\"from\", f.\"to\""
                    + " FROM {file}.sqlite_schema AS m JOIN pragma_foreign_key_list(m.name, {schema}) AS f"
                    + " WHERE m.type = 'table' {and: m.name} ORDER BY m.rowid, f.id DESC, f.seq";
    private static final String INDEXES =
            "SELECT m.name, i.name, i.\"unique\", i.origin, c.cid, c.name, c.\"desc\", c.coll, x.sql"
                    + " FROM {file}.sqlite_schema AS m JOIN pragma_index_list(m.name, {schema}) AS i"
                    + " JOIN pragma_index_xinfo(i.name, {schema}) AS c"
                    + " LEFT JOIN {file}.sqlite_schema AS x ON x.type = 'index' AND x.name = i.name"
                    + " WHERE m.type = 'table' AND c.\"key\" = 1 {and: m.name} ORDER BY m.rowid, i.seq DESC, c.seqno";

    @Override
    public RawStatement schemas() {
        return Sql.sql("SELECT name FROM pragma_database_list ORDER BY seq");
    }

    @Override
    public RawStatement defaultSchema() {
        return Sql.sql("SELECT 'main'");
    }

    @Override
    public CatalogueSchema read(CatalogueQueries queries, CatalogueScope scope) {
        Map<String, Parts> tables = new LinkedHashMap<>();
        for (CatalogueRow row : queries.rows(statement(TABLES, scope))) {
            Parts table = new Parts(row.text(), row.text().equals("view"), row.textOrNull());
            tables.put(table.name, table);
        }
        each(queries, statement(COLUMNS, scope), tables, Parts::addColumn);
        each(queries, statement(FOREIGN_KEYS, scope), tables, Parts::addForeignKey);
        each(queries, statement(INDEXES, scope), tables, Parts::addIndex);
        return new CatalogueSchema(
                tables.values().stream().map(Parts::build).toList(), List.of(), List.of(), List.of());
    }

    private static RawStatement statement(String sql, CatalogueScope scope) {
        String file = scope.schema() == null ? "main" : scope.schema();
        return scope.statement(sql.replace("{file}", '"' + file.replace("\"", "\"\"") + '"'), "'main'");
    }

    private interface OfTable {
        void add(Parts table, CatalogueRow row);
    }

    private static void each(
            CatalogueQueries queries, RawStatement statement, Map<String, Parts> tables, OfTable part) {
        for (CatalogueRow row : queries.rows(statement)) {
            Parts table = tables.get(row.text());
            if (table != null) {
                part.add(table, row);
            }
        }
    }

    /** A table while its rows come in. */
    private static final class Parts {
        private final String name;
        private final boolean view;
        private final TableText text;
        private final @Nullable String sql;
        private final List<CatalogueColumn> columns = new ArrayList<>();
        private final Map<Integer, String> keyColumns = new TreeMap<>();
        private final Map<Integer, CatalogueForeignKey> foreignKeys = new LinkedHashMap<>();
        private final Map<String, List<String>> uniques = new LinkedHashMap<>();
        private final Map<String, CatalogueIndex> indexes = new LinkedHashMap<>();

        Parts(String name, boolean view, @Nullable String sql) {
            this.name = name;
            this.view = view;
            this.sql = sql;
            this.text = view || sql == null ? TableText.NONE : TableText.of(sql);
        }

        void addColumn(CatalogueRow row) {
            String column = row.text();
            String type = row.text();
            boolean notNull = row.flag();
            String defaultSql = row.textOrNull();
            int key = row.number();
            int hidden = row.number();
            if (hidden == HIDDEN) {
                return;
            }
            if (key > 0) {
                keyColumns.put(key, column);
            }
            TableText.ColumnText words = text.column(column);
            ColumnValue value = defaultSql == null ? null : new ColumnValue.DefaultSql(inParentheses(defaultSql));
            if (words.computed() != null) {
                value = new ColumnValue.Computed(
                        words.computed(), hidden == STORED ? ColumnValue.Storage.STORED : ColumnValue.Storage.VIRTUAL);
            }
            // Behind the type of a computed column stand the words GENERATED ALWAYS.
            String declared = type.replaceFirst("(?i)\\s*GENERATED ALWAYS$", "");
            columns.add(new CatalogueColumn(
                    column, columns.size(), SqliteTypeNames.type(declared), !notNull, value, words.collation(), null));
        }

        /** The pragma leaves out the parentheses that all but literals and CURRENT_TIMESTAMP need. */
        private static String inParentheses(String sql) {
            List<SqlToken> words = SqlToken.of(sql);
            boolean signed =
                    words.size() == 2 && (words.get(0).is("-") || words.get(0).is("+"));
            boolean blob = words.size() == 2 && words.get(0).is("x");
            return words.size() == 1 || signed || blob ? sql : "(" + sql + ")";
        }

        void addForeignKey(CatalogueRow row) {
            int id = row.number();
            String table = row.text();
            ReferentialAction onDelete = ReferentialAction.parse(row.text());
            ReferentialAction onUpdate = ReferentialAction.parse(row.text());
            // SQLite reads MATCH and does not act on it.
            row.text();
            String column = row.text();
            String referenced = row.textOrNull();
            CatalogueForeignKey before = foreignKeys.get(id);
            foreignKeys.put(
                    id,
                    new CatalogueForeignKey(
                            null,
                            with(before == null ? List.of() : before.columns(), column),
                            null,
                            table,
                            referenced == null
                                    ? List.of()
                                    : with(before == null ? List.of() : before.referencedColumns(), referenced),
                            onDelete,
                            onUpdate,
                            MatchType.SIMPLE,
                            Deferral.NOT_DEFERRABLE));
        }

        void addIndex(CatalogueRow row) {
            String index = row.text();
            boolean unique = row.flag();
            String origin = row.text();
            int column = row.number();
            String columnName = row.textOrNull();
            boolean descending = row.flag();
            String collation = row.textOrNull();
            String definition = row.textOrNull();
            if (origin.equals("u")) {
                uniques.put(index, with(uniques.getOrDefault(index, List.of()), String.valueOf(columnName)));
            } else if (origin.equals("c")) {
                IndexText words = IndexText.of(String.valueOf(definition));
                CatalogueIndex before = indexes.get(index);
                List<IndexPart> parts = new ArrayList<>(before == null ? List.of() : before.parts());
                parts.add(part(words, parts.size(), column < 0 ? null : columnName, descending, collation));
                indexes.put(index, new CatalogueIndex(index, unique, null, parts, List.of(), words.condition(), false));
            }
        }

        private static IndexPart part(
                IndexText words,
                int position,
                @Nullable String column,
                boolean descending,
                @Nullable String collation) {
            return new IndexPart(
                    column == null ? words.part(position) : column,
                    column == null,
                    descending,
                    NullsOrder.DEFAULT,
                    OptionalInt.empty(),
                    words.namesCollation(position) ? collation : null,
                    null);
        }

        private static List<String> with(List<String> list, String more) {
            List<String> all = new ArrayList<>(list);
            all.add(more);
            return all;
        }

        CatalogueTable build() {
            List<String> key = List.copyOf(keyColumns.values());
            return new CatalogueTable(
                    name,
                    view ? TableKind.VIEW : text.virtual() ? TableKind.FOREIGN_TABLE : TableKind.TABLE,
                    null,
                    view && sql != null ? TableText.viewQuery(sql) : null,
                    text.options(),
                    columns.stream().map(column -> counted(column, key)).toList(),
                    key.isEmpty() ? null : new CatalogueKey(text.primaryKeyName(), key, false, Deferral.NOT_DEFERRABLE),
                    text.foreignKeys(List.copyOf(foreignKeys.values())),
                    text.uniques(List.copyOf(uniques.values())),
                    text.checks(),
                    List.of(),
                    List.copyOf(indexes.values()));
        }

        /** A key of one INTEGER is the rowid, which SQLite counts up: https://www.sqlite.org/lang_createtable.html#rowid. */
        private CatalogueColumn counted(CatalogueColumn column, List<String> key) {
            boolean rowid = key.equals(List.of(column.name()))
                    && column.type().name().equalsIgnoreCase("INTEGER")
                    && !text.withoutRowid()
                    && !text.keyIsDescending();
            boolean inKey = key.contains(column.name());
            return !inKey
                    ? column
                    : new CatalogueColumn(
                            column.name(),
                            column.position(),
                            column.type(),
                            column.nullable() && !rowid && !text.withoutRowid(),
                            rowid ? ColumnValue.Identity.BY_DEFAULT : column.value(),
                            column.collation(),
                            column.comment());
        }
    }
}
