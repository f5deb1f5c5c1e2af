package dev.dovetail.benchmarks.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Pools;
import dev.dovetail.benchmarks.Times;
import dev.dovetail.benchmarks.data.Checksum;
import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewChild;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * JDBC by hand, the same text on all databases: prepared statements, batches of 500, auto-commit off, keys by
 * getGeneratedKeys, typed getters by index; row by row as a unit of work would send it.
 */
final class JdbcContender implements Contender {

    private static final int BATCH = 500;

    /** Of the join of W6, as in the measurements that the targets were made from; W4 has none. */
    private static final int JOIN_FETCH_SIZE = 1000;

    private static final String ITEM_COLUMNS = "id, name, quantity, weight, price, active, created, note";

    private final HikariDataSource pool;
    private final Times times;
    private final boolean batchesGiveKeys;

    JdbcContender(Place place) {
        pool = Pools.transactional(place);
        times = Times.of(place);
        // SQLite's driver knows the last key of a batch only.
        batchesGiveKeys = !place.isSqlite();
    }

    @Override
    public void insertGraph(List<NewParent> graph) {
        List<JdbcParent> parents = new ArrayList<>(graph.size());
        for (NewParent given : graph) {
            JdbcParent parent = new JdbcParent();
            parent.name = given.name();
            parent.created = given.created();
            for (NewChild row : given.children()) {
                JdbcChild child = new JdbcChild();
                child.name = row.name();
                child.quantity = row.quantity();
                child.price = row.price();
                child.active = row.active();
                parent.children.add(child);
            }
            parents.add(parent);
        }
        transaction(connection -> {
            try (PreparedStatement insert = insert(connection, "INSERT INTO parent (name, created) VALUES (?, ?)")) {
                KeyedBatch<JdbcParent> batch =
                        new KeyedBatch<>(insert, batchesGiveKeys, BATCH, (parent, key) -> parent.id = key);
                for (JdbcParent parent : parents) {
                    insert.setString(1, parent.name);
                    times.set(insert, 2, parent.created);
                    batch.add(parent);
                }
                batch.send();
            }
            try (PreparedStatement insert = insert(
                    connection,
                    "INSERT INTO child (parent_id, name, quantity, price, active) VALUES (?, ?, ?, ?, ?)")) {
                KeyedBatch<JdbcChild> batch =
                        new KeyedBatch<>(insert, batchesGiveKeys, BATCH, (child, key) -> child.id = key);
                for (JdbcParent parent : parents) {
                    for (JdbcChild child : parent.children) {
                        child.parentId = parent.id;
                        insert.setLong(1, child.parentId);
                        insert.setString(2, child.name);
                        insert.setInt(3, child.quantity);
                        insert.setBigDecimal(4, child.price);
                        insert.setBoolean(5, child.active);
                        batch.add(child);
                    }
                }
                batch.send();
            }
            return parents;
        });
    }

    private PreparedStatement insert(Connection connection, String sql) throws SQLException {
        return batchesGiveKeys
                ? connection.prepareStatement(sql, new String[] {"id"})
                : connection.prepareStatement(sql + " RETURNING id");
    }

    @Override
    public void insertItems(List<NewItem> items) {
        transaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO item (name, quantity, weight, price, active, created, note)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                int waiting = 0;
                for (NewItem item : items) {
                    insert.setString(1, item.name());
                    insert.setInt(2, item.quantity());
                    insert.setLong(3, item.weight());
                    insert.setDouble(4, item.price());
                    insert.setBoolean(5, item.active());
                    times.set(insert, 6, item.created());
                    insert.setString(7, item.note());
                    insert.addBatch();
                    if (++waiting == BATCH) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
                if (waiting > 0) {
                    insert.executeBatch();
                }
            }
            return items;
        });
    }

    @Override
    public void updateItems(long lastId) {
        transaction(connection -> {
            List<JdbcItem> items = itemsTo(connection, lastId);
            try (PreparedStatement update = connection.prepareStatement("UPDATE item SET quantity = ? WHERE id = ?")) {
                int waiting = 0;
                for (JdbcItem item : items) {
                    item.quantity++;
                    update.setInt(1, item.quantity);
                    update.setLong(2, item.id);
                    update.addBatch();
                    if (++waiting == BATCH) {
                        update.executeBatch();
                        waiting = 0;
                    }
                }
                if (waiting > 0) {
                    update.executeBatch();
                }
            }
            return items;
        });
    }

    private List<JdbcItem> itemsTo(Connection connection, long lastId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + ITEM_COLUMNS + " FROM item WHERE id <= ?")) {
            select.setLong(1, lastId);
            try (ResultSet rows = select.executeQuery()) {
                List<JdbcItem> items = new ArrayList<>();
                while (rows.next()) {
                    items.add(item(rows));
                }
                return items;
            }
        }
    }

    private JdbcItem item(ResultSet rows) throws SQLException {
        JdbcItem item = new JdbcItem();
        item.id = rows.getLong(1);
        item.name = rows.getString(2);
        item.quantity = rows.getInt(3);
        item.weight = rows.getLong(4);
        item.price = rows.getDouble(5);
        item.active = rows.getBoolean(6);
        item.created = times.get(rows, 7);
        item.note = rows.getString(8);
        return item;
    }

    @Override
    public List<?> items() {
        return transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT " + ITEM_COLUMNS + " FROM item");
                    ResultSet rows = select.executeQuery()) {
                List<JdbcItem> items = new ArrayList<>();
                while (rows.next()) {
                    items.add(item(rows));
                }
                return items;
            }
        });
    }

    @Override
    public List<?> itemsReadOnly() {
        return items();
    }

    @Override
    public List<ItemRow> itemRows() {
        return transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT " + ITEM_COLUMNS + " FROM item");
                    ResultSet rows = select.executeQuery()) {
                List<ItemRow> items = new ArrayList<>();
                while (rows.next()) {
                    items.add(new ItemRow(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getInt(3),
                            rows.getLong(4),
                            rows.getDouble(5),
                            rows.getBoolean(6),
                            times.get(rows, 7),
                            rows.getString(8)));
                }
                return items;
            }
        });
    }

    @Override
    public Object item(long id) {
        return transaction(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT " + ITEM_COLUMNS + " FROM item WHERE id = ?")) {
                select.setLong(1, id);
                return one(select);
            }
        });
    }

    @Override
    public Object itemNamed(String name) {
        return transaction(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT " + ITEM_COLUMNS + " FROM item WHERE name = ?")) {
                select.setString(1, name);
                return one(select);
            }
        });
    }

    private JdbcItem one(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("no row");
            }
            return item(rows);
        }
    }

    @Override
    public List<?> parentsWithChildren() {
        return transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT p.id, p.name, p.created, c.id, c.parent_id, c.name, c.quantity, c.price, c.active"
                            + " FROM parent p JOIN child c ON c.parent_id = p.id ORDER BY p.id, c.id")) {
                select.setFetchSize(JOIN_FETCH_SIZE);
                try (ResultSet rows = select.executeQuery()) {
                    List<JdbcParent> parents = new ArrayList<>();
                    JdbcParent parent = new JdbcParent();
                    while (rows.next()) {
                        long id = rows.getLong(1);
                        if (id != parent.id) {
                            parent = parent(rows);
                            parents.add(parent);
                        }
                        parent.children.add(child(rows, 4));
                    }
                    return parents;
                }
            }
        });
    }

    @Override
    public List<?> parentsThenChildren() {
        return transaction(connection -> {
            List<JdbcParent> parents = new ArrayList<>();
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT id, name, created FROM parent ORDER BY id");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    parents.add(parent(rows));
                }
            }
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, parent_id, name, quantity, price, active FROM child WHERE parent_id = ?"
                            + " ORDER BY id")) {
                for (JdbcParent parent : parents) {
                    select.setLong(1, parent.id);
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            parent.children.add(child(rows, 1));
                        }
                    }
                }
            }
            return parents;
        });
    }

    private JdbcParent parent(ResultSet rows) throws SQLException {
        JdbcParent parent = new JdbcParent();
        parent.id = rows.getLong(1);
        parent.name = rows.getString(2);
        parent.created = times.get(rows, 3);
        return parent;
    }

    private static JdbcChild child(ResultSet rows, int first) throws SQLException {
        JdbcChild child = new JdbcChild();
        child.id = rows.getLong(first);
        child.parentId = rows.getLong(first + 1);
        child.name = rows.getString(first + 2);
        child.quantity = rows.getInt(first + 3);
        child.price = rows.getBigDecimal(first + 4);
        child.active = rows.getBoolean(first + 5);
        return child;
    }

    @Override
    public void deleteParent(long id) {
        transaction(connection -> {
            JdbcParent parent = parent(connection, "SELECT id, name, created FROM parent WHERE id = ?", id);
            List<Long> children = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM child WHERE parent_id = ?")) {
                select.setLong(1, parent.id);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        children.add(rows.getLong(1));
                    }
                }
            }
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM child WHERE id = ?")) {
                int waiting = 0;
                for (long child : children) {
                    delete.setLong(1, child);
                    delete.addBatch();
                    if (++waiting == BATCH) {
                        delete.executeBatch();
                        waiting = 0;
                    }
                }
                if (waiting > 0) {
                    delete.executeBatch();
                }
            }
            delete(connection, "DELETE FROM parent WHERE id = ?", parent.id);
            return parent;
        });
    }

    @Override
    public void deleteOwner(long id) {
        transaction(connection -> {
            JdbcParent owner = parent(connection, "SELECT id, name, created FROM owner WHERE id = ?", id);
            delete(connection, "DELETE FROM owner WHERE id = ?", owner.id);
            return owner;
        });
    }

    private JdbcParent parent(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, id);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("no row");
                }
                return parent(rows);
            }
        }
    }

    private static void delete(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, id);
            if (delete.executeUpdate() != 1) {
                throw new SQLException("no row was deleted");
            }
        }
    }

    /** The base of W8: a comparison with snapshots, field by field. */
    @Override
    public Managed manage(long lastId) {
        List<JdbcItem> loaded = transaction(connection -> itemsTo(connection, lastId));
        JdbcItem[] items = loaded.toArray(new JdbcItem[0]);
        JdbcItem[] snapshots = loaded.stream().map(JdbcItem::new).toArray(JdbcItem[]::new);
        return new Managed() {

            @Override
            public void flush() {
                for (int i = 0; i < items.length; i++) {
                    JdbcItem item = items[i];
                    if (differs(item, snapshots[i])) {
                        write(item);
                        snapshots[i] = new JdbcItem(item);
                    }
                }
            }

            @Override
            public void change(int quantity) {
                for (JdbcItem item : items) {
                    if (item.id == 1) {
                        item.quantity = quantity;
                    }
                }
            }

            @Override
            public void close() {
                // write has committed
            }
        };
    }

    private static boolean differs(JdbcItem item, JdbcItem snapshot) {
        return item.id != snapshot.id
                || item.quantity != snapshot.quantity
                || item.weight != snapshot.weight
                || Double.compare(item.price, snapshot.price) != 0
                || item.active != snapshot.active
                || !Objects.equals(item.name, snapshot.name)
                || !Objects.equals(item.created, snapshot.created)
                || !Objects.equals(item.note, snapshot.note);
    }

    private void write(JdbcItem item) {
        transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE item SET name = ?, quantity = ?, weight = ?, price = ?, active = ?, created = ?, note = ?"
                            + " WHERE id = ?")) {
                update.setString(1, item.name);
                update.setInt(2, item.quantity);
                update.setLong(3, item.weight);
                update.setDouble(4, item.price);
                update.setBoolean(5, item.active);
                times.set(update, 6, item.created);
                update.setString(7, item.note);
                update.setLong(8, item.id);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public long checksumOfItem(Object loaded) {
        JdbcItem item = (JdbcItem) loaded;
        return Checksum.item(
                item.id, item.name, item.quantity, item.weight, item.price, item.active, item.created, item.note);
    }

    @Override
    public long checksumOfParent(Object loaded) {
        JdbcParent parent = (JdbcParent) loaded;
        long sum = Checksum.parent(parent.name, parent.created);
        for (JdbcChild child : parent.children) {
            sum += Checksum.child(parent.name, child.name, child.quantity, child.price, child.active);
        }
        return sum;
    }

    private <T> T transaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
