package dev.dovetail.benchmarks.jimmer;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Pools;
import dev.dovetail.benchmarks.Workload;
import dev.dovetail.benchmarks.data.Checksum;
import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewChild;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.babyfish.jimmer.sql.JSqlClient;
import org.babyfish.jimmer.sql.ast.mutation.AssociatedSaveMode;
import org.babyfish.jimmer.sql.ast.mutation.SaveMode;
import org.babyfish.jimmer.sql.dialect.Dialect;
import org.babyfish.jimmer.sql.dialect.H2Dialect;
import org.babyfish.jimmer.sql.dialect.PostgresDialect;
import org.babyfish.jimmer.sql.dialect.SQLiteDialect;

/** Save commands that are told to insert or to update, 500 objects each; fetchers; immutable objects. */
final class JimmerContender implements Contender {

    private static final int BATCH = 500;

    private static final ItemTable ITEM = ItemTable.$;
    private static final ParentTable PARENT = ParentTable.$;

    private final HikariDataSource pool;
    private final JSqlClient client;

    JimmerContender(Place place) {
        pool = Pools.transactional(place);
        Dialect dialect = switch (place.database()) {
            case "h2" -> new H2Dialect();
            case "sqlite" -> new SQLiteDialect();
            default -> new PostgresDialect();
        };
        client = JSqlClient.newBuilder()
                .setDialect(dialect)
                .setDefaultListBatchSize(Workload.READ_PARENTS)
                .build();
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
    public void insertGraph(List<NewParent> graph) {
        List<Parent> parents = new ArrayList<>(graph.size());
        for (NewParent given : graph) {
            parents.add(ParentDraft.$.produce(parent -> {
                parent.setName(given.name());
                parent.setCreated(given.created());
                for (NewChild row : given.children()) {
                    parent.addIntoChildren(child -> {
                        child.setName(row.name());
                        child.setQuantity(row.quantity());
                        child.setPrice(row.price());
                        child.setActive(row.active());
                    });
                }
            }));
        }
        transaction(connection -> client.getEntities()
                .saveEntitiesCommand(parents)
                .setMode(SaveMode.INSERT_ONLY)
                .setAssociatedModeAll(AssociatedSaveMode.APPEND)
                .execute(connection));
    }

    @Override
    public void insertItems(List<NewItem> items) {
        transaction(connection -> {
            List<Item> rows = new ArrayList<>(BATCH);
            for (NewItem given : items) {
                rows.add(ItemDraft.$.produce(item -> {
                    item.setName(given.name());
                    item.setQuantity(given.quantity());
                    item.setWeight(given.weight());
                    item.setPrice(given.price());
                    item.setActive(given.active());
                    item.setCreated(given.created());
                    item.setNote(given.note());
                }));
                if (rows.size() == BATCH) {
                    save(connection, rows, SaveMode.INSERT_ONLY);
                }
            }
            save(connection, rows, SaveMode.INSERT_ONLY);
            return null;
        });
    }

    private void save(Connection connection, List<Item> rows, SaveMode mode) {
        if (!rows.isEmpty()) {
            client.getEntities().saveEntitiesCommand(rows).setMode(mode).execute(connection);
            rows.clear();
        }
    }

    @Override
    public void updateItems(long lastId) {
        transaction(connection -> {
            List<Item> found = client.createQuery(ITEM)
                    .where(ITEM.id().le(lastId))
                    .select(ITEM)
                    .execute(connection);
            List<Item> rows = new ArrayList<>(BATCH);
            for (Item item : found) {
                rows.add(ItemDraft.$.produce(changed -> {
                    changed.setId(item.id());
                    changed.setQuantity(item.quantity() + 1);
                }));
                if (rows.size() == BATCH) {
                    save(connection, rows, SaveMode.UPDATE_ONLY);
                }
            }
            save(connection, rows, SaveMode.UPDATE_ONLY);
            return null;
        });
    }

    @Override
    public List<?> items() {
        return transaction(connection -> client.createQuery(ITEM).select(ITEM).execute(connection));
    }

    @Override
    public List<?> itemsReadOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ItemRow> itemRows() {
        return transaction(connection -> {
            List<ItemRow> rows = new ArrayList<>();
            for (var row : client.createQuery(ITEM)
                    .select(
                            ITEM.id(),
                            ITEM.name(),
                            ITEM.quantity(),
                            ITEM.weight(),
                            ITEM.price(),
                            ITEM.active(),
                            ITEM.created(),
                            ITEM.note())
                    .execute(connection)) {
                rows.add(new ItemRow(
                        row.get_1(),
                        row.get_2(),
                        row.get_3(),
                        row.get_4(),
                        row.get_5(),
                        row.get_6(),
                        row.get_7(),
                        row.get_8()));
            }
            return rows;
        });
    }

    @Override
    public Object item(long id) {
        return transaction(
                connection -> client.getEntities().forConnection(connection).findById(Item.class, id));
    }

    @Override
    public Object itemNamed(String name) {
        return transaction(connection -> client.createQuery(ITEM)
                .where(ITEM.name().eq(name))
                .select(ITEM)
                .fetchOne(connection));
    }

    @Override
    public List<?> parentsWithChildren() {
        return transaction(connection -> client.createQuery(PARENT)
                .orderBy(PARENT.id().asc())
                .select(PARENT.fetch(ParentFetcher.$.allScalarFields().children(ChildFetcher.$.allScalarFields())))
                .execute(connection));
    }

    @Override
    public List<?> parentsThenChildren() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteParent(long id) {
        transaction(connection -> {
            Parent parent = client.getEntities().forConnection(connection).findById(Parent.class, id);
            return client.getEntities().deleteCommand(Parent.class, parent.id()).execute(connection);
        });
    }

    @Override
    public void deleteOwner(long id) {
        transaction(connection -> {
            Owner owner = client.getEntities().forConnection(connection).findById(Owner.class, id);
            return client.getEntities().deleteCommand(Owner.class, owner.id()).execute(connection);
        });
    }

    @Override
    public Managed manage(long lastId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long checksumOfItem(Object loaded) {
        Item item = (Item) loaded;
        return Checksum.item(
                item.id(),
                item.name(),
                item.quantity(),
                item.weight(),
                item.price(),
                item.active(),
                item.created(),
                item.note());
    }

    @Override
    public long checksumOfParent(Object loaded) {
        Parent parent = (Parent) loaded;
        long sum = Checksum.parent(parent.name(), parent.created());
        for (Child child : parent.children()) {
            sum += Checksum.child(parent.name(), child.name(), child.quantity(), child.price(), child.active());
        }
        return sum;
    }

    @Override
    public void close() {
        pool.close();
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
