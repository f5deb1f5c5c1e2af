package dev.dovetail.benchmarks.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Pools;
import dev.dovetail.benchmarks.data.Checksum;
import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewChild;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Batches of 500, ordered; keys from sequences in blocks; W2 by a stateless session. */
final class HibernateContender implements Contender {

    private final HikariDataSource pool;
    private final SessionFactory sessions;

    HibernateContender(Place place) {
        pool = Pools.transactional(place);
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Item.class)
                .addAnnotatedClass(Parent.class)
                .addAnnotatedClass(Child.class)
                .addAnnotatedClass(Owner.class)
                .addAnnotatedClass(Part.class)
                .setProperty("hibernate.connection.provider_disables_autocommit", "true")
                .setProperty("hibernate.jdbc.batch_size", "500")
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.order_updates", "true");
        if (place.many()) {
            Things.CLASSES.forEach(configuration::addAnnotatedClass);
        }
        if (place.isSqlite()) {
            configuration.setProperty("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect");
        }
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        sessions = configuration.buildSessionFactory();
    }

    @Override
    public void insertGraph(List<NewParent> graph) {
        sessions.inTransaction(session -> {
            for (NewParent given : graph) {
                Parent parent = new Parent(given.name(), given.created());
                for (NewChild child : given.children()) {
                    parent.add(new Child(child.name(), child.quantity(), child.price(), child.active()));
                }
                session.persist(parent);
            }
        });
    }

    @Override
    public void insertItems(List<NewItem> items) {
        sessions.inStatelessTransaction(session -> {
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
            session.setJdbcBatchSize(500);
            session.insertMultiple(rows);
        });
    }

    @Override
    public void updateItems(long lastId) {
        sessions.inTransaction(session -> {
            for (Item item : session.createSelectionQuery("from Item where id <= :last", Item.class)
                    .setParameter("last", lastId)
                    .getResultList()) {
                item.setQuantity(item.getQuantity() + 1);
            }
        });
    }

    @Override
    public List<?> items() {
        return sessions.fromTransaction(
                session -> session.createSelectionQuery("from Item", Item.class).getResultList());
    }

    @Override
    public List<?> itemsReadOnly() {
        return sessions.fromStatelessTransaction(
                session -> session.createSelectionQuery("from Item", Item.class).getResultList());
    }

    @Override
    public List<ItemRow> itemRows() {
        return sessions.fromTransaction(session -> session.createSelectionQuery(
                        "select new dev.dovetail.benchmarks.data.ItemRow("
                                + "i.id, i.name, i.quantity, i.weight, i.price, i.active, i.created, i.note) from Item i",
                        ItemRow.class)
                .getResultList());
    }

    @Override
    public Object item(long id) {
        return sessions.fromTransaction(session -> session.find(Item.class, id));
    }

    @Override
    public Object itemNamed(String name) {
        return sessions.fromTransaction(
                session -> session.createSelectionQuery("from Item where name = :name", Item.class)
                        .setParameter("name", name)
                        .getSingleResult());
    }

    @Override
    public List<?> parentsWithChildren() {
        return sessions.fromTransaction(session -> session.createSelectionQuery(
                        "from Parent p join fetch p.children order by p.id", Parent.class)
                .getResultList());
    }

    @Override
    public List<?> parentsThenChildren() {
        return sessions.fromTransaction(session -> {
            List<Parent> parents = session.createSelectionQuery("from Parent p order by p.id", Parent.class)
                    .getResultList();
            for (Parent parent : parents) {
                parent.getChildren().size();
            }
            return parents;
        });
    }

    @Override
    public void deleteParent(long id) {
        sessions.inTransaction(session -> session.remove(session.find(Parent.class, id)));
    }

    @Override
    public void deleteOwner(long id) {
        sessions.inTransaction(session -> session.remove(session.find(Owner.class, id)));
    }

    @Override
    public Managed manage(long lastId) {
        Session session = sessions.openSession();
        session.beginTransaction();
        List<Item> items = session.createSelectionQuery("from Item where id <= :last order by id", Item.class)
                .setParameter("last", lastId)
                .getResultList();
        return new Managed() {

            @Override
            public void flush() {
                session.flush();
            }

            @Override
            public void change(int quantity) {
                items.get(0).setQuantity(quantity);
            }

            @Override
            public void close() {
                session.getTransaction().commit();
                session.close();
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
        sessions.close();
        pool.close();
    }
}
