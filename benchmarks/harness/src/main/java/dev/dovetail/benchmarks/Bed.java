package dev.dovetail.benchmarks;

import dev.dovetail.benchmarks.data.Checksum;
import dev.dovetail.benchmarks.data.NewChild;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import dev.dovetail.benchmarks.data.Rows;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;

/** A database of one's own for one contender: its tables, the rows in them, and what is in them afterwards. */
final class Bed implements AutoCloseable {

    private final FreshDatabase fresh;
    private final Place place;
    private final Connection connection;
    private final Times times;

    /**
     * Makes the tables.
     *
     * @param database {@code h2}, {@code sqlite} or {@code postgresql}
     */
    Bed(String database) throws SQLException {
        fresh = Servers.named(database).fresh();
        String url = fresh.url();
        if (database.equals("h2")) {
            // Otherwise H2 gives the result that it had for the same query before.
            url += ";OPTIMIZE_REUSE_RESULTS=0";
        } else if (database.equals("sqlite")) {
            url += "?foreign_keys=true&journal_mode=WAL&synchronous=OFF";
        }
        place = new Place(database, url);
        times = Times.of(place);
        connection = DriverManager.getConnection(url);
        for (String sql : Schema.statements(database)) {
            execute(sql);
        }
    }

    Place place() {
        return place;
    }

    /** Fills {@code item} with rows 1 to {@code count}. */
    void storeItems(int count) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO item (name, quantity, weight, price, active, created, note) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 1; i <= count; i++) {
                NewItem item = Rows.item(i);
                insert.setString(1, item.name());
                insert.setInt(2, item.quantity());
                insert.setLong(3, item.weight());
                insert.setDouble(4, item.price());
                insert.setBoolean(5, item.active());
                times.set(insert, 6, item.created());
                insert.setString(7, item.note());
                insert.addBatch();
                if (i % 1000 == 0 || i == count) {
                    insert.executeBatch();
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        tidy();
    }

    /** Fills {@code parent} and {@code child}. */
    void storeGraph(List<NewParent> graph) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement parents =
                        connection.prepareStatement("INSERT INTO parent (id, name, created) VALUES (?, ?, ?)");
                PreparedStatement children = connection.prepareStatement(
                        "INSERT INTO child (parent_id, name, quantity, price, active) VALUES (?, ?, ?, ?, ?)")) {
            long id = 0;
            for (NewParent parent : graph) {
                parents.setLong(1, ++id);
                parents.setString(2, parent.name());
                times.set(parents, 3, parent.created());
                parents.addBatch();
                for (NewChild child : parent.children()) {
                    children.setLong(1, id);
                    children.setString(2, child.name());
                    children.setInt(3, child.quantity());
                    children.setBigDecimal(4, child.price());
                    children.setBoolean(5, child.active());
                    children.addBatch();
                }
            }
            parents.executeBatch();
            children.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        tidy();
    }

    /** Keeps the children that {@link #storeParent} copies. */
    void keepChildren(int count) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO kept VALUES (?, ?, ?, ?, ?)")) {
            int id = 0;
            for (NewChild child : Rows.parents(1, count).get(0).children()) {
                insert.setInt(1, id++);
                insert.setString(2, child.name());
                insert.setInt(3, child.quantity());
                insert.setBigDecimal(4, child.price());
                insert.setBoolean(5, child.active());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        tidy();
    }

    /** Stores a parent of the children kept, in {@code parent} and {@code child} or {@code owner} and {@code part}. */
    void storeParent(String parent, String child, long id) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + parent + " (id, name, created) VALUES (?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, "to be deleted");
            times.set(insert, 3, Rows.item(1).created());
            insert.executeUpdate();
        }
        execute("INSERT INTO " + child + " (id, " + parent + "_id, name, quantity, price, active) SELECT " + id
                + " * 100000 + id, " + id + ", name, quantity, price, active FROM kept");
    }

    /** Takes all rows out of tables; first those that refer to others. */
    void empty(String... tables) throws SQLException {
        if (place.database().equals("postgresql")) {
            execute("TRUNCATE " + String.join(", ", tables));
        } else {
            for (String table : tables) {
                execute("DELETE FROM " + table);
            }
        }
    }

    /** Takes away what earlier runs have left behind, and lets the database count its rows. */
    void tidy() throws SQLException {
        if (place.database().equals("postgresql")) {
            execute("VACUUM ANALYZE item, parent, child, owner, part, kept");
        } else {
            execute("ANALYZE");
        }
    }

    /** The checksum of all rows of {@code item}, with their keys or with 0 in their place. */
    long checksumOfItems(boolean keys) throws SQLException {
        long sum = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id, name, quantity, weight, price, active, created, note FROM item")) {
            while (rows.next()) {
                sum += Checksum.item(
                        keys ? rows.getLong(1) : 0,
                        rows.getString(2),
                        rows.getInt(3),
                        rows.getLong(4),
                        rows.getDouble(5),
                        rows.getBoolean(6),
                        time(rows, 7),
                        rows.getString(8));
            }
        }
        return sum;
    }

    /** The checksum of all rows of {@code parent} and {@code child}, by names; their keys only have to fit. */
    long checksumOfGraph() throws SQLException {
        long sum = 0;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT name, created FROM parent")) {
                while (rows.next()) {
                    sum += Checksum.parent(rows.getString(1), time(rows, 2));
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT p.name, c.name, c.quantity, c.price, c.active"
                    + " FROM parent p JOIN child c ON c.parent_id = p.id")) {
                while (rows.next()) {
                    sum += Checksum.child(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getInt(3),
                            rows.getBigDecimal(4),
                            rows.getBoolean(5));
                }
            }
        }
        return sum;
    }

    /** Writes a quantity over another one. */
    void restoreQuantity(int found, int quantity) throws SQLException {
        execute("UPDATE item SET quantity = " + quantity + " WHERE quantity = " + found);
    }

    /** Some write a fraction of the second on SQLite, which is no other time. */
    private LocalDateTime time(ResultSet rows, int index) throws SQLException {
        return place.isSqlite()
                ? LocalDateTime.parse(rows.getString(index).substring(0, 19).replace(' ', 'T'))
                : times.get(rows, index);
    }

    /** The answer of a query that has one number. */
    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        fresh.close();
    }
}
