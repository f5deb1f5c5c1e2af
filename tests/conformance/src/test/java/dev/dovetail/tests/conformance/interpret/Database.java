package dev.dovetail.tests.conformance.interpret;

import dev.dovetail.tests.conformance.corpus.FixtureRow;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Schema.Column;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Another client of the database, on JDBC alone: it lays out fixtures, meddles, and reads what has been committed. */
final class Database implements AutoCloseable {

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    private final Connection connection;
    private final boolean sqlite;

    Database(String url) {
        sqlite = url.startsWith("jdbc:sqlite:");
        try {
            connection = DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (sqlite) {
            run("PRAGMA foreign_keys = ON");
        }
    }

    /** Takes all rows away; generated keys begin at 1 again. */
    void empty(Schema schema) {
        if (sqlite) {
            run("PRAGMA foreign_keys = OFF");
            schema.tables().forEach(table -> run("DELETE FROM " + table.name()));
            run("PRAGMA foreign_keys = ON");
        } else {
            run("TRUNCATE "
                    + String.join(
                            ", ", schema.tables().stream().map(Table::name).toList()) + " RESTART IDENTITY");
        }
    }

    /** Puts rows in; generated keys go on behind them. */
    void insert(Schema schema, List<FixtureRow> rows) {
        for (FixtureRow row : rows) {
            List<String> columns = List.copyOf(row.values().keySet());
            List<String> parameters =
                    columns.stream().map(column -> ":" + column).toList();
            execute(
                    "INSERT INTO " + row.table() + " (" + String.join(", ", columns) + ") VALUES ("
                            + String.join(", ", parameters) + ")",
                    row.values());
        }
        if (!sqlite) {
            schema.tables().forEach(this::continueKeys);
        }
    }

    private void continueKeys(Table table) {
        table.columns().stream()
                .filter(Column::autoincrement)
                .forEach(column -> run("SELECT setval(pg_get_serial_sequence('" + table.name() + "', '" + column.name()
                        + "'), greatest(max(" + column.name() + "), 1), max(" + column.name() + ") IS NOT NULL) FROM "
                        + table.name()));
    }

    /** Runs a statement and commits it; {@return how many rows it wrote} */
    long execute(String sql, Map<String, @Nullable Object> parameters) {
        List<@Nullable Object> values = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(sql);
        String text = matcher.replaceAll(found -> {
            values.add(parameters.get(found.group(1)));
            return "?";
        });
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** {@return the rows of each table, sorted by their values, null first} */
    Map<String, List<List<@Nullable Object>>> tables(Schema schema) {
        Map<String, List<List<@Nullable Object>>> tables = new LinkedHashMap<>();
        schema.tables().forEach(table -> tables.put(table.name(), rows(table)));
        return tables;
    }

    private List<List<@Nullable Object>> rows(Table table) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        String query = "SELECT " + String.join(", ", table.columnNames()) + " FROM " + table.name();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 0; i < table.columns().size(); i++) {
                    row.add(value(result, i + 1, table.columns().get(i)));
                }
                rows.add(Collections.unmodifiableList(row));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
        rows.sort(Database::compare);
        return rows;
    }

    private static @Nullable Object value(ResultSet row, int position, Column column) throws SQLException {
        Object value = column.type().equals("boolean") ? row.getBoolean(position) : row.getObject(position);
        return row.wasNull() ? null : Values.toJson(value);
    }

    private static int compare(List<@Nullable Object> left, List<@Nullable Object> right) {
        for (int i = 0; i < left.size(); i++) {
            int compared = Comparator.nullsFirst(Database::compareValues).compare(left.get(i), right.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    @SuppressWarnings("unchecked") // the values of one column
    private static int compareValues(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
