package dev.dovetail.tests.conformance.replay;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the writing statements of SQLAlchemy, of Dovetail and of the scenarios themselves. Values are put in at once; a
 * subquery is answered from the tables as they are.
 */
final class SqlReader {

    /** What a subquery reads. */
    interface Rows {
        List<Map<String, @Nullable Object>> of(String table);
    }

    private final String sql;
    private final List<SqlToken> tokens;
    private final Iterator<@Nullable Object> values;
    private final Rows rows;
    private int position;

    private SqlReader(String sql, List<@Nullable Object> values, Rows rows) {
        this.sql = sql;
        this.tokens = SqlToken.of(sql);
        this.values = values.iterator();
        this.rows = rows;
    }

    static WriteStatement read(String sql, List<@Nullable Object> values, Rows rows) {
        return new SqlReader(sql, values, rows).statement();
    }

    /** The tables that a SELECT names after FROM and JOIN, the main one first. */
    static List<String> tablesOf(String select) {
        List<SqlToken> tokens = SqlToken.of(select);
        List<String> tables = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("FROM") || tokens.get(i).is("JOIN")) {
                tables.add(tokens.get(i + 1).name());
            }
        }
        return tables;
    }

    private WriteStatement statement() {
        if (accept("INSERT")) {
            expect("INTO");
            return insert(name());
        }
        if (accept("UPDATE")) {
            String table = name();
            expect("SET");
            Map<String, Expression> set = new LinkedHashMap<>();
            do {
                String column = columnName();
                expect("=");
                set.put(column, sum());
            } while (accept(","));
            return new WriteStatement(Verb.UPDATE, table, List.of(set), where());
        }
        expect("DELETE");
        expect("FROM");
        return new WriteStatement(Verb.DELETE, name(), List.of(), where());
    }

    private WriteStatement insert(String table) {
        List<Map<String, Expression>> set = new ArrayList<>();
        if (accept("DEFAULT")) {
            expect("VALUES");
            set.add(Map.of());
        } else {
            expect("(");
            List<String> columns = new ArrayList<>();
            while (!accept(")")) {
                columns.add(name());
                accept(",");
            }
            expect("VALUES");
            do {
                expect("(");
                Map<String, Expression> row = new LinkedHashMap<>();
                for (String column : columns) {
                    if (!accept("DEFAULT")) {
                        row.put(column, sum());
                    }
                    accept(",");
                }
                expect(")");
                set.add(row);
            } while (accept(","));
        }
        if (accept("RETURNING")) {
            position = tokens.size();
        }
        end();
        return new WriteStatement(Verb.INSERT, table, set, null);
    }

    private @Nullable Expression where() {
        Expression condition = accept("WHERE") ? or() : null;
        end();
        return condition;
    }

    private Expression or() {
        Expression left = and();
        while (accept("OR")) {
            Expression first = left;
            Expression second = and();
            left = row -> first.holds(row) || second.holds(row);
        }
        return left;
    }

    private Expression and() {
        Expression left = comparison();
        while (accept("AND")) {
            left = new Expression.And(left, comparison());
        }
        return left;
    }

    private Expression comparison() {
        if (accept("NOT")) {
            Expression negated = comparison();
            return row -> !negated.holds(row);
        }
        if (at("(") && !rowOfColumns()) {
            expect("(");
            Expression inner = or();
            expect(")");
            return inner;
        }
        List<Expression> left = tuple();
        if (accept("IS")) {
            boolean not = accept("NOT");
            expect("NULL");
            Expression operand = left.get(0);
            if (!not && operand instanceof Expression.Column column) {
                return new Expression.Match(column.name(), null);
            }
            return row -> (operand.over(row) == null) != not;
        }
        if (accept("IN")) {
            return in(left);
        }
        expect("=");
        return equal(left, tuple());
    }

    /** Whether a parenthesis opens a list of values, not a condition. */
    private boolean rowOfColumns() {
        int depth = 0;
        for (int i = position; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 1 && (token.is("=") || token.is("IS") || token.is("IN") || token.is("NOT"))) {
                return false;
            }
            if (depth == 0) {
                return true;
            }
        }
        return true;
    }

    private List<Expression> tuple() {
        if (!accept("(")) {
            return List.of(sum());
        }
        List<Expression> parts = new ArrayList<>();
        do {
            parts.add(sum());
        } while (accept(","));
        expect(")");
        return parts;
    }

    private static Expression equal(List<Expression> left, List<Expression> right) {
        Expression all = null;
        for (int i = 0; i < left.size(); i++) {
            Expression next = equal(left.get(i), right.get(i));
            all = all == null ? next : new Expression.And(all, next);
        }
        return Objects.requireNonNull(all, "an empty comparison");
    }

    private static Expression equal(Expression left, Expression right) {
        if (left instanceof Expression.Column column
                && right instanceof Expression.Value value
                && value.value() != null) {
            return new Expression.Match(column.name(), value.value());
        }
        if (right instanceof Expression.Column column
                && left instanceof Expression.Value value
                && value.value() != null) {
            return new Expression.Match(column.name(), value.value());
        }
        return row -> left.over(row) != null && Objects.equals(left.over(row), right.over(row));
    }

    private Expression in(List<Expression> left) {
        expect("(");
        if (at("SELECT")) {
            Expression found = subquery(left);
            expect(")");
            return found;
        }
        List<Expression> choices = new ArrayList<>();
        do {
            choices.add(equal(left, tuple()));
        } while (accept(","));
        expect(")");
        return choices.size() == 1 ? choices.get(0) : row -> choices.stream().anyMatch(choice -> choice.holds(row));
    }

    private Expression subquery(List<Expression> left) {
        expect("SELECT");
        List<Expression> selected = new ArrayList<>();
        do {
            selected.add(sum());
        } while (accept(","));
        expect("FROM");
        List<Map<String, @Nullable Object>> table = rows.of(name());
        Expression condition = accept("WHERE") ? or() : row -> true;
        List<List<@Nullable Object>> found = table.stream()
                .filter(condition::holds)
                .map(row -> all(selected, row))
                .toList();
        return row -> {
            List<@Nullable Object> wanted = all(left, row);
            return !wanted.contains(null) && found.contains(wanted);
        };
    }

    private static List<@Nullable Object> all(List<Expression> parts, Map<String, @Nullable Object> row) {
        List<@Nullable Object> found = new ArrayList<>();
        parts.forEach(part -> found.add(part.over(row)));
        return found;
    }

    private Expression sum() {
        Expression left = term();
        while (at("+") || at("-")) {
            int sign = accept("+") ? 1 : -1;
            position += sign == 1 ? 0 : 1;
            Expression first = left;
            Expression second = term();
            left = row -> {
                Long a = (Long) first.over(row);
                Long b = (Long) second.over(row);
                return a == null || b == null ? null : a + sign * b;
            };
        }
        return left;
    }

    private Expression term() {
        SqlToken token = next();
        if (token.is("?")) {
            return new Expression.Value(values.next());
        }
        if (token.is("CAST")) {
            expect("(");
            Expression cast = sum();
            expect("AS");
            while (!accept(")")) {
                next();
            }
            return cast;
        }
        if (token.is("NULL")) {
            return new Expression.Value(null);
        }
        if (token.is("-")) {
            return new Expression.Value(-Long.parseLong(next().text()));
        }
        if (token.number()) {
            return new Expression.Value(
                    token.text().contains(".") ? (Object) Double.valueOf(token.text()) : Long.valueOf(token.text()));
        }
        if (token.quotedText()) {
            return new Expression.Value(
                    token.text().substring(1, token.text().length() - 1).replace("''", "'"));
        }
        position--;
        return new Expression.Column(columnName());
    }

    private String columnName() {
        String name = name();
        return accept(".") ? name() : name;
    }

    private String name() {
        SqlToken token = next();
        String name = token.name();
        if (!Character.isLetter(name.charAt(0)) && name.charAt(0) != '_') {
            throw unreadable("a name");
        }
        return name;
    }

    private boolean at(String word) {
        return position < tokens.size() && tokens.get(position).is(word);
    }

    private boolean accept(String word) {
        if (at(word)) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw unreadable(word);
        }
    }

    private void end() {
        if (position < tokens.size() || values.hasNext()) {
            throw unreadable("its end");
        }
    }

    private SqlToken next() {
        if (position == tokens.size()) {
            throw unreadable("more");
        }
        return tokens.get(position++);
    }

    private IllegalArgumentException unreadable(String wanted) {
        return new IllegalArgumentException("at token " + position + ", " + wanted + " was to be expected: " + sql);
    }
}
