package dev.dovetail.tests.conformance.interpret;

import dev.dovetail.engine.Engine;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Another client of the database: it lays out fixtures, meddles, and reads what has been committed. */
final class Database implements AutoCloseable {

    private final Connection connection;
    private final Engine engine;
    private final boolean sqlite;

    Database(String url) {
        engine = Engine.builder().url(url).poolSize(1).build();
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
        rows.forEach(this::insert);
        if (!sqlite) {
            schema.tables().forEach(this::continueKeys);
        }
    }

    private void insert(FixtureRow row) {
        List<@Nullable Object> values = new ArrayList<>(row.values().values());
        String parameters = String.join(", ", Collections.nCopies(values.size(), "?"));
        String sql = "INSERT INTO " + row.table() + " ("
                + String.join(", ", row.values().keySet()) + ") VALUES (" + parameters + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
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
        RawStatement statement = Sql.sql(sql);
        for (var parameter : parameters.entrySet()) {
            statement = statement.bind(parameter.getKey(), Objects.requireNonNull(parameter.getValue()));
        }
        RawStatement bound = statement;
        return engine.<Integer, RuntimeException>transactionResult(open -> open.execute(bound));
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
        engine.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
