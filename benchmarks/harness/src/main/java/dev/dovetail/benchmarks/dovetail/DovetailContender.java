package dev.dovetail.benchmarks.dovetail;

import static dev.dovetail.benchmarks.dovetail.Item_.ITEM;
import static dev.dovetail.benchmarks.dovetail.Parent_.PARENT;
import static dev.dovetail.orm.query.Projections.project;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.data.Checksum;
import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewChild;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import dev.dovetail.engine.Engine;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import java.util.ArrayList;
import java.util.List;

/** Dovetail with its defaults. */
final class DovetailContender implements Contender {

    private final Engine engine;
    private final SessionFactory sessions;

    DovetailContender(Place place) {
        engine = Engine.create(place.url());
        sessions = SessionFactory.of(engine);
    }

    @Override
    public void insertGraph(List<NewParent> graph) {
        sessions.transaction(session -> {
            for (NewParent given : graph) {
                Parent parent = new Parent(given.name(), given.created());
                for (NewChild child : given.children()) {
                    parent.children.add(new Child(child.name(), child.quantity(), child.price(), child.active()));
                }
                session.add(parent);
            }
        });
    }

    @Override
    public void insertItems(List<NewItem> items) {
        sessions.transaction(session -> {
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
            session.bulkInsert(rows);
        });
    }

    @Override
    public void updateItems(long lastId) {
        sessions.transaction(session -> {
            for (Item item : session.list(select(ITEM).where(ITEM.id.le(lastId)))) {
                item.quantity++;
            }
        });
    }

    @Override
    public List<?> items() {
        return sessions.transactionResult(session -> session.list(select(ITEM)));
    }

    @Override
    public List<?> itemsReadOnly() {
        return sessions.transactionResult(session -> session.list(select(ITEM).readOnly()));
    }

    @Override
    public List<ItemRow> itemRows() {
        return sessions.transactionResult(session -> session.list(select(ITEM)
                .into(project(
                        ITEM.id,
                        ITEM.name,
                        ITEM.quantity,
                        ITEM.weight,
                        ITEM.price,
                        ITEM.active,
                        ITEM.created,
                        ITEM.note,
                        ItemRow::new))));
    }

    @Override
    public Object item(long id) {
        try (Session session = sessions.reading()) {
            return session.getOne(Item.class, id);
        }
    }

    @Override
    public Object itemNamed(String name) {
        try (Session session = sessions.reading()) {
            return session.one(select(ITEM).where(ITEM.name.eq(name)));
        }
    }

    @Override
    public List<?> parentsWithChildren() {
        return sessions.transactionResult(
                session -> session.list(select(PARENT).orderBy(PARENT.id).options(selectInLoad(PARENT.children))));
    }

    @Override
    public List<?> parentsThenChildren() {
        return sessions.transactionResult(session -> {
            List<Parent> parents = session.list(select(PARENT).orderBy(PARENT.id));
            int found = 0;
            for (Parent parent : parents) {
                found += parent.children.size();
            }
            return found == 0 ? List.of() : parents;
        });
    }

    @Override
    public void deleteParent(long id) {
        sessions.transaction(session -> session.delete(session.getOne(Parent.class, id)));
    }

    @Override
    public void deleteOwner(long id) {
        sessions.transaction(session -> session.delete(session.getOne(Owner.class, id)));
    }

    @Override
    public Managed manage(long lastId) {
        Session session = sessions.open();
        List<Item> items = session.list(select(ITEM).where(ITEM.id.le(lastId)).orderBy(ITEM.id));
        return new Managed() {

            @Override
            public void flush() {
                session.flush();
            }

            @Override
            public void change(int quantity) {
                items.get(0).quantity = quantity;
            }

            @Override
            public void close() {
                session.commit();
                session.close();
            }
        };
    }

    @Override
    public long checksumOfItem(Object loaded) {
        return Items.checksum((Item) loaded);
    }

    @Override
    public long checksumOfParent(Object loaded) {
        Parent parent = (Parent) loaded;
        long sum = Checksum.parent(parent.name, parent.created);
        for (Child child : parent.children) {
            sum += Checksum.child(parent.name, child.name, child.quantity, child.price, child.active);
        }
        return sum;
    }

    @Override
    public void close() {
        engine.close();
    }
}
