package dev.dovetail.benchmarks.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Pools;
import dev.dovetail.benchmarks.Times;
import dev.dovetail.benchmarks.data.ChildBean;
import dev.dovetail.benchmarks.data.ItemBean;
import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import dev.dovetail.benchmarks.data.ParentBean;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Row mappers by hand, as the manual advises for speed; positional parameters; prepared batches of 500. */
final class JdbiContender implements Contender {

    private static final int BATCH = 500;
    private static final String ITEM = "SELECT id, name, quantity, weight, price, active, created, note FROM item";

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean sqlite;
    private final RowMapper<ItemBean> items;
    private final RowMapper<ItemRow> itemRows;
    private final RowMapper<ParentBean> parents;
    private final RowMapper<ChildBean> children = (rows, context) -> {
        ChildBean child = new ChildBean();
        child.setId(rows.getLong(1));
        child.setParentId(rows.getLong(2));
        child.setName(rows.getString(3));
        child.setQuantity(rows.getInt(4));
        child.setPrice(rows.getBigDecimal(5));
        child.setActive(rows.getBoolean(6));
        return child;
    };

    JdbiContender(Place place) {
        pool = Pools.usual(
                place); // Jdbi takes a connection without auto-commit for one in a transaction of somebody else's
        jdbi = Jdbi.create(pool);
        sqlite = place.isSqlite();
        Times times = Times.of(place);
        items = (rows, context) -> {
            ItemBean item = new ItemBean();
            item.setId(rows.getLong(1));
            item.setName(rows.getString(2));
            item.setQuantity(rows.getInt(3));
            item.setWeight(rows.getLong(4));
            item.setPrice(rows.getDouble(5));
            item.setActive(rows.getBoolean(6));
            item.setCreated(times.get(rows, 7));
            item.setNote(rows.getString(8));
            return item;
        };
        itemRows = (rows, context) -> new ItemRow(
                rows.getLong(1),
                rows.getString(2),
                rows.getInt(3),
                rows.getLong(4),
                rows.getDouble(5),
                rows.getBoolean(6),
                times.get(rows, 7),
                rows.getString(8));
        parents = (rows, context) -> {
            ParentBean parent = new ParentBean();
            parent.setId(rows.getLong(1));
            parent.setName(rows.getString(2));
            parent.setCreated(times.get(rows, 3));
            return parent;
        };
    }

    private Object time(LocalDateTime time) {
        return sqlite ? DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(time) : time;
    }

    @Override
    public void insertGraph(List<NewParent> graph) {
        List<ParentBean> given = ParentBean.of(graph);
        jdbi.useTransaction(handle -> {
            PreparedBatch insert = handle.prepareBatch("INSERT INTO parent (name, created) VALUES (?, ?)");
            for (ParentBean parent : given) {
                insert.bind(0, parent.getName()).bind(1, parent.getCreated()).add();
            }
            Iterator<Long> keys =
                    insert.executePreparedBatch("id").mapTo(Long.class).iterator();
            given.forEach(parent -> parent.setId(keys.next()));

            List<ChildBean> waiting = new ArrayList<>(BATCH);
            PreparedBatch batch = childBatch(handle);
            for (ParentBean parent : given) {
                for (ChildBean child : parent.getChildren()) {
                    child.setParentId(parent.getId());
                    batch.bind(0, child.getParentId())
                            .bind(1, child.getName())
                            .bind(2, child.getQuantity())
                            .bind(3, child.getPrice())
                            .bind(4, child.isActive())
                            .add();
                    waiting.add(child);
                    if (waiting.size() == BATCH) {
                        send(batch, waiting);
                    }
                }
            }
            send(batch, waiting);
        });
    }

    private static PreparedBatch childBatch(Handle handle) {
        return handle.prepareBatch(
                "INSERT INTO child (parent_id, name, quantity, price, active) VALUES (?, ?, ?, ?, ?)");
    }

    private static void send(PreparedBatch batch, List<ChildBean> waiting) {
        if (!waiting.isEmpty()) {
            Iterator<Long> keys =
                    batch.executePreparedBatch("id").mapTo(Long.class).iterator();
            waiting.forEach(child -> child.setId(keys.next()));
            waiting.clear();
        }
    }

    @Override
    public void insertItems(List<NewItem> rows) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("INSERT INTO item (name, quantity, weight, price, active, created, note)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)");
            for (NewItem item : rows) {
                batch.bind(0, item.name())
                        .bind(1, item.quantity())
                        .bind(2, item.weight())
                        .bind(3, item.price())
                        .bind(4, item.active())
                        .bind(5, time(item.created()))
                        .bind(6, item.note())
                        .add();
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    @Override
    public void updateItems(long lastId) {
        jdbi.useTransaction(handle -> {
            List<ItemBean> found = handle.createQuery(ITEM + " WHERE id <= ?")
                    .bind(0, lastId)
                    .map(items)
                    .list();
            PreparedBatch batch = handle.prepareBatch("UPDATE item SET quantity = ? WHERE id = ?");
            for (ItemBean item : found) {
                item.setQuantity(item.getQuantity() + 1);
                batch.bind(0, item.getQuantity()).bind(1, item.getId()).add();
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    @Override
    public List<?> items() {
        return jdbi.inTransaction(handle -> handle.createQuery(ITEM).map(items).list());
    }

    @Override
    public List<?> itemsReadOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ItemRow> itemRows() {
        return jdbi.inTransaction(
                handle -> handle.createQuery(ITEM).map(itemRows).list());
    }

    @Override
    public Object item(long id) {
        return jdbi.inTransaction(handle -> handle.createQuery(ITEM + " WHERE id = ?")
                .bind(0, id)
                .map(items)
                .one());
    }

    @Override
    public Object itemNamed(String name) {
        return jdbi.inTransaction(handle -> handle.createQuery(ITEM + " WHERE name = ?")
                .bind(0, name)
                .map(items)
                .one());
    }

    @Override
    public List<?> parentsWithChildren() {
        return jdbi.inTransaction(handle -> {
            List<ParentBean> found = handle.createQuery("SELECT id, name, created FROM parent ORDER BY id")
                    .map(parents)
                    .list();
            Map<Long, ParentBean> byId = new HashMap<>();
            found.forEach(parent -> byId.put(parent.getId(), parent));
            handle.createQuery("SELECT id, parent_id, name, quantity, price, active FROM child"
                            + " WHERE parent_id IN (<ids>) ORDER BY id")
                    .bindList("ids", List.copyOf(byId.keySet()))
                    .map(children)
                    .forEach(
                            child -> byId.get(child.getParentId()).getChildren().add(child));
            return found;
        });
    }

    @Override
    public List<?> parentsThenChildren() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteParent(long id) {
        jdbi.useTransaction(handle -> {
            ParentBean parent = handle.createQuery("SELECT id, name, created FROM parent WHERE id = ?")
                    .bind(0, id)
                    .map(parents)
                    .one();
            List<Long> ids = handle.createQuery("SELECT id FROM child WHERE parent_id = ?")
                    .bind(0, parent.getId())
                    .map((rows, context) -> rows.getLong(1))
                    .list();
            PreparedBatch batch = handle.prepareBatch("DELETE FROM child WHERE id = ?");
            for (long child : ids) {
                batch.bind(0, child).add();
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
            handle.createUpdate("DELETE FROM parent WHERE id = ?")
                    .bind(0, parent.getId())
                    .execute();
        });
    }

    @Override
    public void deleteOwner(long id) {
        jdbi.useTransaction(handle -> {
            ParentBean owner = handle.createQuery("SELECT id, name, created FROM owner WHERE id = ?")
                    .bind(0, id)
                    .map(parents)
                    .one();
            handle.createUpdate("DELETE FROM owner WHERE id = ?")
                    .bind(0, owner.getId())
                    .execute();
        });
    }

    @Override
    public Managed manage(long lastId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long checksumOfItem(Object loaded) {
        return ((ItemBean) loaded).checksum();
    }

    @Override
    public long checksumOfParent(Object loaded) {
        return ((ParentBean) loaded).checksum();
    }

    @Override
    public void close() {
        pool.close();
    }
}
