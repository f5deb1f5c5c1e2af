package dev.dovetail.benchmarks.dovetail;

import static dev.dovetail.benchmarks.dovetail.Child_.CHILD;
import static dev.dovetail.benchmarks.dovetail.Item_.ITEM;
import static dev.dovetail.orm.query.Queries.select;

import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Workload;
import dev.dovetail.benchmarks.data.NewChild;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import dev.dovetail.benchmarks.data.Rows;
import dev.dovetail.engine.Engine;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A session with entities in it, to be weighed; and a stream, which keeps none. */
public final class Loaded implements AutoCloseable {

    private final Engine engine;
    private final SessionFactory sessions;
    private final Session session;

    /** Opens a session without entities. */
    public Loaded(Place place) {
        engine = Engine.create(place.url());
        sessions = SessionFactory.of(engine);
        session = sessions.open();
    }

    /** The session. */
    public Object session() {
        return session;
    }

    /** Loads items, which have no holders, or children, which have one; managed, and so kept by the session. */
    public List<?> manage(boolean holders) {
        return holders ? session.list(select(CHILD)) : session.list(select(ITEM));
    }

    /** The same entities as a program would make them with {@code new}: what they need by themselves. */
    public static List<?> madeByHand(boolean holders) {
        List<Object> made = new ArrayList<>();
        if (holders) {
            long id = 0;
            for (NewParent parent : Rows.parents(Workload.READ_PARENTS, Workload.CHILDREN)) {
                for (NewChild row : parent.children()) {
                    Child child = new Child(row.name(), row.quantity(), row.price(), row.active());
                    child.id = ++id + 1000;
                    child.parentId = id + 1000; // an object of its own, as a driver's
                    made.add(child);
                }
            }
            return made;
        }
        for (NewItem row : Rows.items(Workload.CLEAN)) {
            Item item = new Item(
                    row.name(), row.quantity(), row.weight(), row.price(), row.active(), row.created(), row.note());
            item.id = made.size() + 1000L;
            made.add(item);
        }
        return made;
    }

    /** The same entities, kept by nobody. */
    public List<?> readOnly(boolean holders) {
        return holders
                ? session.list(select(CHILD).readOnly())
                : session.list(select(ITEM).readOnly());
    }

    /** Reads all items one by one and gives their checksum. */
    public long stream() {
        try (Stream<Item> items = session.stream(select(ITEM))) {
            return items.mapToLong(Items::checksum).sum();
        }
    }

    @Override
    public void close() {
        session.close();
        engine.close();
    }
}
