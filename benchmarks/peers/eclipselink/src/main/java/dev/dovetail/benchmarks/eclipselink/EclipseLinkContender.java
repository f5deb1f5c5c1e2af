package dev.dovetail.benchmarks.eclipselink;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Pools;
import dev.dovetail.benchmarks.data.Checksum;
import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewChild;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.config.QueryHints;

/** Woven at build time, batches of 500, the shared cache off, keys from sequences in blocks. */
final class EclipseLinkContender implements Contender {

    private final HikariDataSource pool;
    private final EntityManagerFactory managers;

    EclipseLinkContender(Place place) {
        pool = Pools.usual(place);
        managers = Persistence.createEntityManagerFactory(
                place.many() ? "many" : "benchmarks",
                Map.of(
                        PersistenceUnitProperties.NON_JTA_DATASOURCE, pool,
                        PersistenceUnitProperties.BATCH_WRITING, "JDBC",
                        PersistenceUnitProperties.BATCH_WRITING_SIZE, "500",
                        PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false",
                        PersistenceUnitProperties.WEAVING, "static",
                        PersistenceUnitProperties.PERSISTENCE_CONTEXT_FLUSH_MODE, "COMMIT",
                        PersistenceUnitProperties.LOGGING_LEVEL, "OFF"));
        managers.createEntityManager().close();
    }

    private void transaction(Consumer<EntityManager> work) {
        EntityManager manager = managers.createEntityManager();
        try {
            manager.getTransaction().begin();
            work.accept(manager);
            manager.getTransaction().commit();
        } finally {
            manager.close();
        }
    }

    private <T> T result(Function<EntityManager, T> work) {
        EntityManager manager = managers.createEntityManager();
        try {
            manager.getTransaction().begin();
            T result = work.apply(manager);
            manager.getTransaction().commit();
            return result;
        } finally {
            manager.close();
        }
    }

    @Override
    public void insertGraph(List<NewParent> graph) {
        transaction(manager -> {
            for (NewParent given : graph) {
                Parent parent = new Parent(given.name(), given.created());
                for (NewChild child : given.children()) {
                    parent.add(new Child(child.name(), child.quantity(), child.price(), child.active()));
                }
                manager.persist(parent);
            }
        });
    }

    @Override
    public void insertItems(List<NewItem> items) {
        transaction(manager -> {
            for (NewItem item : items) {
                manager.persist(new Item(
                        item.name(),
                        item.quantity(),
                        item.weight(),
                        item.price(),
                        item.active(),
                        item.created(),
                        item.note()));
            }
        });
    }

    @Override
    public void updateItems(long lastId) {
        transaction(manager -> {
            for (Item item : manager.createQuery("select i from Item i where i.id <= :last", Item.class)
                    .setParameter("last", lastId)
                    .getResultList()) {
                item.setQuantity(item.getQuantity() + 1);
            }
        });
    }

    @Override
    public List<?> items() {
        return result(manager ->
                manager.createQuery("select i from Item i", Item.class).getResultList());
    }

    @Override
    public List<?> itemsReadOnly() {
        return result(manager -> manager.createQuery("select i from Item i", Item.class)
                .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                .getResultList());
    }

    @Override
    public List<ItemRow> itemRows() {
        return result(manager -> manager.createQuery(
                        "select new dev.dovetail.benchmarks.data.ItemRow("
                                + "i.id, i.name, i.quantity, i.weight, i.price, i.active, i.created, i.note) from Item i",
                        ItemRow.class)
                .getResultList());
    }

    @Override
    public Object item(long id) {
        return result(manager -> manager.find(Item.class, id));
    }

    @Override
    public Object itemNamed(String name) {
        return result(manager -> manager.createQuery("select i from Item i where i.name = :name", Item.class)
                .setParameter("name", name)
                .getSingleResult());
    }

    @Override
    public List<?> parentsWithChildren() {
        return result(manager -> manager.createQuery(
                        "select distinct p from Parent p join fetch p.children order by p.id", Parent.class)
                .getResultList());
    }

    @Override
    public List<?> parentsThenChildren() {
        return result(manager -> {
            List<Parent> parents = manager.createQuery("select p from Parent p order by p.id", Parent.class)
                    .getResultList();
            for (Parent parent : parents) {
                parent.getChildren().size();
            }
            return parents;
        });
    }

    @Override
    public void deleteParent(long id) {
        transaction(manager -> manager.remove(manager.find(Parent.class, id)));
    }

    @Override
    public void deleteOwner(long id) {
        transaction(manager -> manager.remove(manager.find(Owner.class, id)));
    }

    @Override
    public Managed manage(long lastId) {
        EntityManager manager = managers.createEntityManager();
        manager.getTransaction().begin();
        List<Item> items = manager.createQuery("select i from Item i where i.id <= :last order by i.id", Item.class)
                .setParameter("last", lastId)
                .getResultList();
        return new Managed() {

            @Override
            public void flush() {
                manager.flush();
            }

            @Override
            public void change(int quantity) {
                items.get(0).setQuantity(quantity);
            }

            @Override
            public void close() {
                manager.getTransaction().commit();
                manager.close();
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
        managers.close();
        pool.close();
    }
}
