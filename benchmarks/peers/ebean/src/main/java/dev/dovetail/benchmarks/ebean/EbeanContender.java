package dev.dovetail.benchmarks.ebean;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Pools;
import dev.dovetail.benchmarks.data.Checksum;
import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewChild;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import io.ebean.Database;
import io.ebean.DatabaseFactory;
import io.ebean.Transaction;
import io.ebean.annotation.PersistBatch;
import io.ebean.config.DatabaseConfig;
import java.util.ArrayList;
import java.util.List;

/** Enhanced at build time, batches of 500, identity keys (its sequences draw keys one by one on PostgreSQL). */
final class EbeanContender implements Contender {

    private final HikariDataSource pool;
    private final Database database;

    EbeanContender(Place place) {
        pool = Pools.transactional(place);
        DatabaseConfig config = new DatabaseConfig();
        config.setName("benchmarks" + System.nanoTime());
        config.setRegister(false);
        config.setDefaultServer(false);
        config.setDataSource(pool);
        config.setDdlGenerate(false);
        config.setDdlRun(false);
        config.setPersistBatch(PersistBatch.ALL);
        config.setPersistBatchSize(500);
        config.addAll(List.of(Item.class, Parent.class, Child.class, Owner.class, Part.class));
        if (place.many()) {
            config.addAll(Things.CLASSES);
        }
        database = DatabaseFactory.create(config);
    }

    @Override
    public void insertGraph(List<NewParent> graph) {
        try (Transaction transaction = database.beginTransaction()) {
            List<Parent> parents = new ArrayList<>(graph.size());
            for (NewParent given : graph) {
                Parent parent = new Parent(given.name(), given.created());
                for (NewChild child : given.children()) {
                    parent.add(new Child(child.name(), child.quantity(), child.price(), child.active()));
                }
                parents.add(parent);
            }
            database.saveAll(parents);
            transaction.commit();
        }
    }

    @Override
    public void insertItems(List<NewItem> items) {
        try (Transaction transaction = database.beginTransaction()) {
            List<Item> rows = new ArrayList<>(items.size());
            for (NewItem item : items) {
                rows.add(new Item(
                        item.name(),
                        item.quantity(),
                        item.weight(),
                        item.price(),
                        item.active(),
                        item.created(),
                        item.note()));
            }
            database.insertAll(rows);
            transaction.commit();
        }
    }

    @Override
    public void updateItems(long lastId) {
        try (Transaction transaction = database.beginTransaction()) {
            List<Item> items =
                    database.find(Item.class).where().le("id", lastId).findList();
            for (Item item : items) {
                item.setQuantity(item.getQuantity() + 1);
            }
            database.updateAll(items);
            transaction.commit();
        }
    }

    @Override
    public List<?> items() {
        return database.find(Item.class).findList();
    }

    @Override
    public List<?> itemsReadOnly() {
        return database.find(Item.class).setUnmodifiable(true).findList();
    }

    @Override
    public List<ItemRow> itemRows() {
        return database.findDto(
                        ItemRow.class, "select id, name, quantity, weight, price, active, created, note from item")
                .findList();
    }

    @Override
    public Object item(long id) {
        return database.find(Item.class, id);
    }

    @Override
    public Object itemNamed(String name) {
        return database.find(Item.class).where().eq("name", name).findOne();
    }

    @Override
    public List<?> parentsWithChildren() {
        return database.find(Parent.class).fetch("children").orderBy("id").findList();
    }

    @Override
    public List<?> parentsThenChildren() {
        try (Transaction transaction = database.beginTransaction()) {
            List<Parent> parents = database.find(Parent.class).orderBy("id").findList();
            for (Parent parent : parents) {
                parent.getChildren().size();
            }
            transaction.commit();
            return parents;
        }
    }

    @Override
    public void deleteParent(long id) {
        try (Transaction transaction = database.beginTransaction()) {
            database.delete(database.find(Parent.class, id));
            transaction.commit();
        }
    }

    @Override
    public void deleteOwner(long id) {
        try (Transaction transaction = database.beginTransaction()) {
            database.delete(database.find(Owner.class, id));
            transaction.commit();
        }
    }

    @Override
    public Managed manage(long lastId) {
        List<Item> items =
                database.find(Item.class).where().le("id", lastId).orderBy("id").findList();
        return new Managed() {

            @Override
            public void flush() {
                database.saveAll(items);
            }

            @Override
            public void change(int quantity) {
                items.get(0).setQuantity(quantity);
            }

            @Override
            public void close() {
                // saveAll has committed
            }
        };
    }

    @Override
    public long checksumOfItem(Object loaded) {
        Item item = (Item) loaded;
        return Checksum.item(
                item.getId(),
                item.getName(),
                item.getQuantity(),
                item.getWeight(),
                item.getPrice(),
                item.isActive(),
                item.getCreated(),
                item.getNote());
    }

    @Override
    public long checksumOfParent(Object loaded) {
        Parent parent = (Parent) loaded;
        long sum = Checksum.parent(parent.getName(), parent.getCreated());
        for (Child child : parent.getChildren()) {
            sum += Checksum.child(
                    parent.getName(), child.getName(), child.getQuantity(), child.getPrice(), child.isActive());
        }
        return sum;
    }

    @Override
    public void close() {
        database.shutdown(false, false);
        pool.close();
    }
}
