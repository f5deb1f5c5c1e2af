package dev.dovetail.integrity;

import dev.dovetail.UsageException;
import dev.dovetail.internal.SqlToken;
import dev.dovetail.internal.SqlToken.Kind;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Insert;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Update;
import dev.dovetail.sql.Value;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads hand-written SQL that writes one table in a plain way, so that its errors can be explained like those of a
 * statement that was put together: INSERT … VALUES, UPDATE … SET and DELETE, with constants and parameters as values, and
 * conditions of the form {@code column = value AND column IN (…)}. What is written otherwise is not understood, and stays as it is.
 */
final class RawReading {

    /** Stands for what the database computes; it is never sent. */
    private static final String COMPUTED = "computed";

    private static final Set<String> NOT_PLAIN = Set.of("#", "$", "\\", "@");

    private final RawStatement raw;
    private final List<SqlToken> tokens;
    private int at;

    private RawReading(RawStatement raw) {
        this.raw = raw;
        this.tokens = SqlToken.of(raw.text());
    }

    /** The statement, with a table that the function knows by its name; null if it is not understood. */
    static @Nullable Statement of(RawStatement raw, Function<String, @Nullable Table> tables) {
        try {
            return new RawReading(raw).statement(tables);
        } catch (UsageException | IllegalArgumentException e) {
            // A column that the table does not have, for one.
            return null;
        }
    }

    private @Nullable Statement statement(Function<String, @Nullable Table> tables) {
        if (tokens.isEmpty() || tokens.stream().anyMatch(RawReading::isNotPlain)) {
            return null;
        }
        boolean insert = take("insert");
        boolean update = !insert && take("update");
        if (!insert && !update && !take("delete")) {
            return null;
        }
        if (take("or")) {
            at++;
        }
        if (!update && !take(insert ? "into" : "from")) {
            return null;
        }
        String name = name();
        if (name != null && take(".")) {
            name = name();
        }
        Table table = name == null ? null : tables.apply(name);
        if (table == null) {
            return null;
        }
        if (insert) {
            return insert(table);
        }
        return update ? update(table) : delete(table);
    }

    // Strings with escapes, comments and quotes of one database only.
    private static boolean isNotPlain(SqlToken token) {
        return switch (token.kind()) {
            case STRING -> token.text().contains("\\");
            case WORD -> token.text().contains("$");
            default -> NOT_PLAIN.contains(token.text());
        };
    }

    private @Nullable Insert insert(Table table) {
        List<Column<?>> columns = new ArrayList<>(table.columns());
        if (take("(")) {
            columns.clear();
            do {
                columns.add(column(table));
            } while (take(","));
            if (!take(")")) {
                return null;
            }
        }
        if (!take("values")) {
            return null;
        }
        Insert insert = Sql.insertInto(table).columns(columns.toArray(Column<?>[]::new));
        do {
            if (!take("(")) {
                return null;
            }
            List<Operand<?>> row = new ArrayList<>();
            do {
                row.add(cell(columns.get(Math.min(row.size(), columns.size() - 1)), ",", ")"));
            } while (take(","));
            if (!take(")") || row.size() > columns.size()) {
                return null;
            }
            while (row.size() < columns.size()) {
                // Without a list of columns there may be fewer values; what those are filled with is not said.
                row.add(computed());
            }
            insert = insert.values(row.toArray());
        } while (take(","));
        return insert;
    }

    private @Nullable Statement update(Table table) {
        if (!take("set")) {
            return null;
        }
        Update update = Sql.update(table);
        do {
            Column<?> column = column(table);
            if (!take("=")) {
                return null;
            }
            update = set(update, column, cell(column, ",", "where", "from", "returning", "order", "limit", ";"));
        } while (take(","));
        List<Condition> where = where(table);
        return where == null ? null : update.where(where.toArray(Condition[]::new));
    }

    @SuppressWarnings("unchecked") // the statement is never sent, only its values are looked at
    private static <T> Update set(Update update, Column<T> column, Operand<?> value) {
        return update.set(column, (Operand<T>) value);
    }

    private @Nullable Statement delete(Table table) {
        List<Condition> where = where(table);
        return where == null ? null : Sql.deleteFrom(table).where(where.toArray(Condition[]::new));
    }

    /** The conditions, if all of them are understood; null otherwise. */
    private @Nullable List<Condition> where(Table table) {
        List<Condition> conditions = new ArrayList<>();
        if (take("where")) {
            TableSource source = Sql.table(table);
            do {
                Column<?> column = column(table);
                List<Operand<?>> values = List.of();
                if (take("=")) {
                    values = List.of(cell(column, "and", "returning", ";"));
                } else if (take("in") && take("(")) {
                    values = list(column);
                }
                List<Condition> any = new ArrayList<>();
                for (Operand<?> value : values) {
                    if (!(value.expression() instanceof Value<?> given) || given.value() == null) {
                        return null;
                    }
                    any.addAll(Lookups.equal(source, List.of(column), List.of(given.value())));
                }
                if (any.isEmpty()) {
                    return null;
                }
                conditions.add(any.size() == 1 ? any.get(0) : Sql.condition(Sql.or(any.toArray(Condition[]::new))));
            } while (take("and"));
        }
        return at == tokens.size()
                        || tokens.get(at).is("returning")
                        || tokens.get(at).is(";")
                ? conditions
                : null;
    }

    /** What is in the brackets of IN; empty if they are not understood. */
    private List<Operand<?>> list(Column<?> column) {
        List<Operand<?>> values = new ArrayList<>();
        do {
            boolean named = at + 1 < tokens.size() && tokens.get(at).is(":");
            RawStatement.Binding several =
                    named ? raw.bindings().get(tokens.get(at + 1).text()) : null;
            Operand<?> value = cell(column, ",", ")");
            values.addAll(several == null ? List.of(value) : several.values());
        } while (take(","));
        return take(")") ? values : List.of();
    }

    /** A value up to one of some signs; what is more than a constant or a parameter is computed. */
    private Operand<?> cell(Column<?> column, String... ends) {
        List<SqlToken> cell = new ArrayList<>();
        int depth = 0;
        while (at < tokens.size()) {
            SqlToken token = tokens.get(at);
            if (depth == 0 && Stream.of(ends).anyMatch(token::is)) {
                break;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            cell.add(token);
            at++;
        }
        if (cell.size() == 1 && cell.get(0).is("null")) {
            return Sql.value(null, column.type());
        }
        if (cell.size() == 2 && cell.get(0).is(":")) {
            return parameter(cell.get(1).text());
        }
        boolean negative = cell.size() == 2 && cell.get(0).is("-");
        SqlToken last = cell.isEmpty() ? null : cell.get(cell.size() - 1);
        if (last == null || cell.size() > 1 && !negative || negative && last.kind() != Kind.NUMBER) {
            return computed();
        }
        return switch (last.kind()) {
            case STRING, NUMBER -> constant(column, (negative ? "-" : "") + last.value(), last.kind());
            default -> computed();
        };
    }

    private Operand<?> constant(Column<?> column, String text, Kind kind) {
        boolean untyped = column.type().equals(Types.TEXT);
        Class<?> type =
                untyped && kind == Kind.NUMBER ? Long.class : column.type().javaClass();
        Object value = PrintedValues.read(text, type);
        if (value != null) {
            return Sql.value(value);
        }
        // A text where something else belongs; a number that is too great.
        Object given = kind == Kind.STRING ? text : PrintedValues.read(text, BigDecimal.class);
        return given == null ? computed() : Sql.value(given);
    }

    private Operand<?> parameter(String name) {
        RawStatement.Binding binding = raw.bindings().get(name);
        Expression<?> given = binding == null || binding.values().size() != 1
                ? null
                : binding.values().get(0);
        return given instanceof Value<?> value ? value : computed();
    }

    private static Operand<?> computed() {
        return Sql.sql(COMPUTED, Types.TEXT);
    }

    private Column<?> column(Table table) {
        String name = name();
        // With a table before it, or none.
        if (name != null && take(".")) {
            name = name();
        }
        String known = name;
        return table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(known))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column"));
    }

    private @Nullable String name() {
        SqlToken token = at < tokens.size() ? tokens.get(at++) : null;
        return token == null || token.kind() != Kind.WORD && token.kind() != Kind.NAME ? null : token.value();
    }

    private boolean take(String word) {
        boolean next = at < tokens.size() && tokens.get(at).is(word);
        at += next ? 1 : 0;
        return next;
    }
}
