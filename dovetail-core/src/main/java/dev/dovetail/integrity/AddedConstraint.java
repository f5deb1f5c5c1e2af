package dev.dovetail.integrity;

import dev.dovetail.compile.ErrorKind;
import dev.dovetail.internal.SqlToken;
import dev.dovetail.internal.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What DDL adds to a table that may have rows already: read from the text of ALTER TABLE … ADD, ALTER COLUMN … SET NOT NULL, MODIFY …
 * NOT NULL and CREATE UNIQUE INDEX.
 *
 * @param kind UNIQUE, FOREIGN_KEY, CHECK or NOT_NULL
 * @param primaryKey whether it is the primary key
 * @param table the table
 * @param name the name of the constraint
 * @param columns its columns; none for a CHECK
 * @param target the table that a foreign key leads to
 * @param referenced the columns there; none for the primary key
 * @param condition of a CHECK
 */
record AddedConstraint(
        ErrorKind kind,
        boolean primaryKey,
        String table,
        @Nullable String name,
        List<String> columns,
        @Nullable String target,
        List<String> referenced,
        @Nullable String condition) {

    /** What the text adds; null if it adds nothing, or if it is not understood. */
    static @Nullable AddedConstraint in(String sql) {
        return new Reader(sql).read();
    }

    private static final class Reader {

        private final String sql;
        private final List<SqlToken> tokens;
        private int at;

        Reader(String sql) {
            this.sql = sql;
            this.tokens = SqlToken.of(sql);
        }

        @Nullable
        AddedConstraint read() {
            if (take("create")) {
                return take("unique") && take("index") ? index() : null;
            }
            if (!take("alter") || !take("table")) {
                return null;
            }
            skip("if", "exists", "only");
            String table = path();
            if (table == null) {
                return null;
            }
            if (take("add")) {
                return added(table);
            }
            return notNull(table);
        }

        private @Nullable AddedConstraint index() {
            skip("concurrently", "if", "not", "exists");
            String name = path();
            String table = take("on") ? path() : null;
            List<String> columns = names();
            // An index of some rows, or of expressions, says nothing of the columns alone.
            boolean plain = at == tokens.size() || tokens.get(at).is(";");
            return table == null || columns.isEmpty() || !plain ? null : unique(table, name, columns, false);
        }

        private @Nullable AddedConstraint added(String table) {
            String name = null;
            if (take("constraint")) {
                skip("if", "not", "exists");
                name = path();
            }
            if (take("unique")) {
                skip("key", "index");
                String key = at < tokens.size() && !tokens.get(at).is("(") ? path() : name;
                List<String> columns = names();
                return columns.isEmpty() ? null : unique(table, key, columns, false);
            }
            if (take("primary") && take("key")) {
                List<String> columns = names();
                return columns.isEmpty() ? null : unique(table, name, columns, true);
            }
            if (take("foreign") && take("key")) {
                return foreignKey(table, name);
            }
            return take("check") ? check(table, name) : null;
        }

        private static AddedConstraint unique(
                String table, @Nullable String name, List<String> columns, boolean primaryKey) {
            return new AddedConstraint(ErrorKind.UNIQUE, primaryKey, table, name, columns, null, List.of(), null);
        }

        private @Nullable AddedConstraint foreignKey(String table, @Nullable String name) {
            List<String> columns = names();
            String target = take("references") ? path() : null;
            return columns.isEmpty() || target == null
                    ? null
                    : new AddedConstraint(ErrorKind.FOREIGN_KEY, false, table, name, columns, target, names(), null);
        }

        private @Nullable AddedConstraint check(String table, @Nullable String name) {
            int open = at;
            int depth = 0;
            for (int end = open; end < tokens.size(); end++) {
                depth += tokens.get(end).is("(") ? 1 : tokens.get(end).is(")") ? -1 : 0;
                if (depth == 0) {
                    String condition = sql.substring(
                            tokens.get(open).end(), tokens.get(end).start());
                    return end == open
                            ? null
                            : new AddedConstraint(
                                    ErrorKind.CHECK, false, table, name, List.of(), null, List.of(), condition.strip());
                }
            }
            return null;
        }

        private @Nullable AddedConstraint notNull(String table) {
            boolean change = take("change");
            if (!change && !take("alter") && !take("modify")) {
                return null;
            }
            take("column");
            String column = path();
            int last = tokens.size() - (tokens.get(tokens.size() - 1).is(";") ? 2 : 1);
            boolean notNull = last > 1
                    && tokens.get(last).is("null")
                    && tokens.get(last - 1).is("not")
                    && !tokens.get(last - 2).is("drop");
            return column == null || !notNull
                    ? null
                    : new AddedConstraint(
                            ErrorKind.NOT_NULL, false, table, null, List.of(column), null, List.of(), null);
        }

        /** Names in parentheses; none if something else stands there. */
        private List<String> names() {
            List<String> names = new ArrayList<>();
            if (!take("(")) {
                return names;
            }
            do {
                String name = path();
                if (name == null) {
                    return List.of();
                }
                names.add(name);
            } while (take(","));
            return take(")") ? names : List.of();
        }

        /** A name, without the schema before it. */
        private @Nullable String path() {
            String name = null;
            do {
                SqlToken token = at < tokens.size() ? tokens.get(at++) : null;
                if (token == null || token.kind() != Kind.WORD && token.kind() != Kind.NAME) {
                    return null;
                }
                name = token.value();
            } while (take("."));
            return name;
        }

        private void skip(String... words) {
            for (String word : words) {
                take(word);
            }
        }

        private boolean take(String word) {
            boolean next = at < tokens.size() && tokens.get(at).is(word);
            at += next ? 1 : 0;
            return next;
        }
    }
}
