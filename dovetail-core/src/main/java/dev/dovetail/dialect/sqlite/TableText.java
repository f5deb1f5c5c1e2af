package dev.dovetail.dialect.sqlite;

import dev.dovetail.catalogue.CatalogueCheck;
import dev.dovetail.catalogue.CatalogueForeignKey;
import dev.dovetail.catalogue.CatalogueKey;
import dev.dovetail.internal.SqlToken;
import dev.dovetail.internal.SqlToken.Kind;
import dev.dovetail.schema.Deferral;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of a table says: names of constraints, conditions, whether a foreign key can be put off. The text is
 * that of CREATE TABLE, as it was given and as ALTER TABLE has changed it: https://www.sqlite.org/lang_createtable.html.
 */
final class TableText {
    static final TableText NONE = new TableText("", List.of());

    private static final Set<String> TABLE_CONSTRAINTS = Set.of("constraint", "primary", "unique", "check", "foreign");
    private static final ColumnText NOTHING_SAID = new ColumnText(null, null);

    private final String sql;
    private final List<SqlToken> tokens;
    private final boolean virtual;
    private @Nullable String options;
    private @Nullable String primaryKeyName;
    private boolean keyIsDescending;
    private final Map<String, ColumnText> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<NamedColumns> uniques = new ArrayList<>();
    private final List<CatalogueCheck> checks = new ArrayList<>();
    private final List<ForeignKeyText> foreignKeys = new ArrayList<>();
    private int at;

    private TableText(String sql, List<SqlToken> tokens) {
        this.sql = sql;
        this.tokens = tokens;
        this.virtual = tokens.size() > 1 && tokens.get(1).is("virtual");
        if (!virtual && !tokens.isEmpty()) {
            read();
        }
    }

    static TableText of(String sql) {
        return new TableText(sql, SqlToken.of(sql));
    }

    /** The query behind CREATE VIEW … AS. */
    static String viewQuery(String sql) {
        for (SqlToken token : SqlToken.of(sql)) {
            if (token.is("as")) {
                return sql.substring(token.end()).strip();
            }
        }
        return sql;
    }

    /**
     * What is said of a column.
     *
     * @param computed the expression of a computed column
     * @param collation the order of its texts
     */
    record ColumnText(@Nullable String computed, @Nullable String collation) {}

    private record NamedColumns(@Nullable String name, List<String> columns) {}

    private record ForeignKeyText(@Nullable String name, List<String> columns, Deferral deferral) {}

    // What was found

    boolean virtual() {
        return virtual;
    }

    @Nullable
    String options() {
        return options;
    }

    boolean withoutRowid() {
        return options != null && options.toLowerCase(Locale.ROOT).matches("(?s).*\\bwithout\\s+rowid\\b.*");
    }

    @Nullable
    String primaryKeyName() {
        return primaryKeyName;
    }

    /** By an old error, https://www.sqlite.org/lang_createtable.html#rowid, such a key is no rowid. */
    boolean keyIsDescending() {
        return keyIsDescending;
    }

    ColumnText column(String name) {
        return columns.getOrDefault(name, NOTHING_SAID);
    }

    List<CatalogueCheck> checks() {
        return checks;
    }

    /** SQLite makes no second index for equal constraints, so that the text tells more of them than the indexes do. */
    List<CatalogueKey> uniques(List<List<String>> ofIndexes) {
        List<CatalogueKey> keys = new ArrayList<>();
        for (NamedColumns unique : uniques) {
            keys.add(new CatalogueKey(unique.name(), unique.columns(), false, Deferral.NOT_DEFERRABLE));
        }
        for (List<String> columnsOfIndex : ofIndexes) {
            if (keys.stream().noneMatch(key -> same(key.columns(), columnsOfIndex))) {
                keys.add(new CatalogueKey(null, columnsOfIndex, false, Deferral.NOT_DEFERRABLE));
            }
        }
        return keys;
    }

    /** Both lists have the order in which the keys were declared. */
    List<CatalogueForeignKey> foreignKeys(List<CatalogueForeignKey> known) {
        List<CatalogueForeignKey> named = new ArrayList<>();
        for (int index = 0; index < known.size(); index++) {
            CatalogueForeignKey key = known.get(index);
            boolean found =
                    index < foreignKeys.size() && same(foreignKeys.get(index).columns(), key.columns());
            ForeignKeyText text =
                    found ? foreignKeys.get(index) : new ForeignKeyText(null, List.of(), Deferral.NOT_DEFERRABLE);
            named.add(new CatalogueForeignKey(
                    text.name(),
                    key.columns(),
                    null,
                    key.referencedTable(),
                    key.referencedColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.match(),
                    text.deferral()));
        }
        return named;
    }

    private static boolean same(List<String> first, List<String> second) {
        return String.join("\0", first).equalsIgnoreCase(String.join("\0", second));
    }

    // Reading

    private SqlToken token() {
        return at < tokens.size() ? tokens.get(at) : new SqlToken(Kind.SYMBOL, "", sql.length(), sql.length());
    }

    private boolean skip(String... words) {
        for (int index = 0; index < words.length; index++) {
            if (at + index >= tokens.size() || !tokens.get(at + index).is(words[index])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    private void read() {
        while (at < tokens.size() && !token().is("(")) {
            at++;
        }
        int end = close(at);
        at++;
        while (at < end) {
            boolean constraint = token().kind() == Kind.WORD
                    && TABLE_CONSTRAINTS.contains(token().text().toLowerCase(Locale.ROOT));
            readElement(constraint ? null : tokens.get(at++).value(), end);
            skip(",");
        }
        if (end + 1 < tokens.size()) {
            options = sql.substring(tokens.get(end + 1).start()).strip();
        }
    }

    private int close(int open) {
        int depth = 0;
        for (int index = open; index < tokens.size(); index++) {
            if (tokens.get(index).is("(")) {
                depth++;
            } else if (tokens.get(index).is(")") && --depth == 0) {
                return index;
            }
        }
        return tokens.size();
    }

    /** One column, or constraints of the table, up to the next comma. */
    private void readElement(@Nullable String column, int end) {
        String name = null;
        while (at < end && !token().is(",")) {
            if (skip("constraint")) {
                name = token().value();
                at++;
            } else if (readConstraint(name, column)) {
                name = null;
            } else if (token().is("(")) {
                at = close(at) + 1;
            } else {
                at++;
            }
        }
    }

    private boolean readConstraint(@Nullable String name, @Nullable String column) {
        if (skip("primary", "key")) {
            primaryKeyName = name;
            // In the list of the table it has an effect only on the order of the index.
            if (token().is("(")) {
                columns();
            } else {
                keyIsDescending = skip("desc");
            }
        } else if (skip("unique")) {
            uniques.add(new NamedColumns(name, token().is("(") ? columns() : List.of(String.valueOf(column))));
        } else if (skip("check")) {
            checks.add(new CatalogueCheck(name, group()));
        } else if (skip("foreign", "key")) {
            List<String> referencing = columns();
            skip("references");
            foreignKey(name, referencing);
        } else if (skip("references")) {
            foreignKey(name, List.of(String.valueOf(column)));
        } else if (skip("collate")) {
            String collation = token().value();
            say(column, new ColumnText(column(String.valueOf(column)).computed(), collation));
        } else if (token().is("as")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is("(")) {
            at++;
            say(column, new ColumnText(group(), column(String.valueOf(column)).collation()));
        } else {
            return skip("not", "null") || skip("null") || skip("default");
        }
        return true;
    }

    private void say(@Nullable String column, ColumnText text) {
        columns.put(String.valueOf(column), text);
    }

    private void foreignKey(@Nullable String name, List<String> referencing) {
        at++;
        if (token().is("(")) {
            at = close(at) + 1;
        }
        Deferral deferral = Deferral.NOT_DEFERRABLE;
        boolean more = true;
        while (more) {
            if (skip("on", "delete") || skip("on", "update")) {
                // Two words, SET NULL, SET DEFAULT and NO ACTION, or one.
                if (!skip("set")) {
                    skip("no");
                }
                at++;
            } else if (skip("match")) {
                at++;
            } else if (skip("not", "deferrable")) {
                skip("initially", "deferred");
                skip("initially", "immediate");
            } else if (skip("deferrable")) {
                deferral = skip("initially", "deferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
                skip("initially", "immediate");
            } else {
                more = false;
            }
        }
        foreignKeys.add(new ForeignKeyText(name, referencing, deferral));
    }

    /** The names in parentheses; what is said of them besides is left out. */
    private List<String> columns() {
        List<String> names = new ArrayList<>();
        int end = close(at);
        boolean first = true;
        for (at++; at < end; at++) {
            if (first) {
                names.add(token().value());
            }
            first = token().is(",");
        }
        at++;
        return names;
    }

    private String group() {
        int open = at;
        int end = close(open);
        at = end + 1;
        int from = tokens.get(open).end();
        int to = end < tokens.size() ? tokens.get(end).start() : sql.length();
        return sql.substring(from, to).strip();
    }
}
