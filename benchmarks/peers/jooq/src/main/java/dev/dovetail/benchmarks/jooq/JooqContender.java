package dev.dovetail.benchmarks.jooq;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Pools;
import dev.dovetail.benchmarks.data.Checksum;
import dev.dovetail.benchmarks.data.ChildBean;
import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import dev.dovetail.benchmarks.data.ParentBean;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStep5;
import org.jooq.Record;
import org.jooq.Record8;
import org.jooq.SQLDialect;
import org.jooq.SelectWhereStep;
import org.jooq.Table;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** One statement with many bind values for batches, as the manual advises; several rows in one INSERT for their keys. */
final class JooqContender implements Contender {

    private static final int BATCH = 500;

    private static final Table<Record> ITEM = table(name("item"));
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    private static final Field<Integer> QUANTITY = field(name("quantity"), SQLDataType.INTEGER);
    private static final Field<Long> WEIGHT = field(name("weight"), SQLDataType.BIGINT);
    private static final Field<Double> ITEM_PRICE = field(name("price"), SQLDataType.DOUBLE);
    private static final Field<Boolean> ACTIVE = field(name("active"), SQLDataType.BOOLEAN);
    private static final Field<LocalDateTime> CREATED = field(name("created"), SQLDataType.LOCALDATETIME);
    private static final Field<String> NOTE = field(name("note"), SQLDataType.VARCHAR);
    private static final Table<Record> PARENT = table(name("parent"));
    private static final Table<Record> OWNER = table(name("owner"));
    private static final Table<Record> CHILD = table(name("child"));
    private static final Field<Long> PARENT_ID = field(name("parent_id"), SQLDataType.BIGINT);
    private static final Field<BigDecimal> PRICE = field(name("price"), SQLDataType.NUMERIC(10, 2));

    private final HikariDataSource pool;
    private final DSLContext context;

    JooqContender(Place place) {
        pool = Pools.transactional(place);
        SQLDialect dialect = switch (place.database()) {
            case "h2" -> SQLDialect.H2;
            case "sqlite" -> SQLDialect.SQLITE;
            default -> SQLDialect.POSTGRES;
        };
        context = DSL.using(
                pool,
                dialect,
                new Settings()
                        .withRenderQuotedNames(RenderQuotedNames.NEVER)
                        .withRenderNameCase(RenderNameCase.AS_IS)
                        .withExecuteLogging(false));
    }

    @Override
    public void insertGraph(List<NewParent> graph) {
        List<ParentBean> parents = ParentBean.of(graph);
        context.transaction(configuration -> {
            DSLContext in = configuration.dsl();
            var insert = in.insertInto(PARENT, NAME, CREATED);
            for (ParentBean parent : parents) {
                insert = insert.values(parent.getName(), parent.getCreated());
            }
            List<Long> keys = insert.returningResult(ID).fetch(ID);
            List<ChildBean> waiting = new ArrayList<>(BATCH);
            for (int i = 0; i < parents.size(); i++) {
                ParentBean parent = parents.get(i);
                parent.setId(keys.get(i));
                for (ChildBean child : parent.getChildren()) {
                    child.setParentId(parent.getId());
                    waiting.add(child);
                    if (waiting.size() == BATCH) {
                        send(in, waiting);
                    }
                }
            }
            send(in, waiting);
        });
    }

    private static void send(DSLContext in, List<ChildBean> children) {
        if (children.isEmpty()) {
            return;
        }
        InsertValuesStep5<Record, Long, String, Integer, BigDecimal, Boolean> insert =
                in.insertInto(CHILD, PARENT_ID, NAME, QUANTITY, PRICE, ACTIVE);
        for (ChildBean child : children) {
            insert = insert.values(
                    child.getParentId(), child.getName(), child.getQuantity(), child.getPrice(), child.isActive());
        }
        List<Long> keys = insert.returningResult(ID).fetch(ID);
        for (int i = 0; i < keys.size(); i++) {
            children.get(i).setId(keys.get(i));
        }
        children.clear();
    }

    @Override
    public void insertItems(List<NewItem> items) {
        context.transaction(configuration -> {
            DSLContext in = configuration.dsl();
            for (int from = 0; from < items.size(); from += BATCH) {
                BatchBindStep batch =
                        in.batch(in.insertInto(ITEM, NAME, QUANTITY, WEIGHT, ITEM_PRICE, ACTIVE, CREATED, NOTE)
                                .values((String) null, null, null, null, null, null, null));
                for (NewItem item : items.subList(from, Math.min(items.size(), from + BATCH))) {
                    batch.bind(
                            item.name(),
                            item.quantity(),
                            item.weight(),
                            item.price(),
                            item.active(),
                            item.created(),
                            item.note());
                }
                batch.execute();
            }
        });
    }

    @Override
    public void updateItems(long lastId) {
        context.transaction(configuration -> {
            DSLContext in = configuration.dsl();
            var items = select(in).where(ID.le(lastId)).fetch();
            for (int from = 0; from < items.size(); from += BATCH) {
                BatchBindStep batch =
                        in.batch(in.update(ITEM).set(QUANTITY, (Integer) null).where(ID.eq((Long) null)));
                for (var item : items.subList(from, Math.min(items.size(), from + BATCH))) {
                    item.set(QUANTITY, item.get(QUANTITY) + 1);
                    batch.bind(item.get(QUANTITY), item.get(ID));
                }
                batch.execute();
            }
        });
    }

    @Override
    public List<?> items() {
        return context.transactionResult(
                configuration -> select(configuration.dsl()).fetch());
    }

    @Override
    public List<?> itemsReadOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ItemRow> itemRows() {
        return context.transactionResult(
                configuration -> select(configuration.dsl()).fetch(mapping(ItemRow::new)));
    }

    @Override
    public Object item(long id) {
        return context.transactionResult(
                configuration -> select(configuration.dsl()).where(ID.eq(id)).fetchSingle());
    }

    @Override
    public Object itemNamed(String name) {
        return context.transactionResult(configuration ->
                select(configuration.dsl()).where(NAME.eq(name)).fetchSingle());
    }

    @Override
    public List<?> parentsWithChildren() {
        return context.transactionResult(configuration -> {
            DSLContext in = configuration.dsl();
            Map<Long, ParentBean> byId = new HashMap<>();
            List<ParentBean> parents = in.select(ID, NAME, CREATED)
                    .from(PARENT)
                    .orderBy(ID)
                    .fetch(mapping((id, name, created) -> {
                        ParentBean parent = new ParentBean();
                        parent.setId(id);
                        parent.setName(name);
                        parent.setCreated(created);
                        byId.put(id, parent);
                        return parent;
                    }));
            in.select(ID, PARENT_ID, NAME, QUANTITY, PRICE, ACTIVE)
                    .from(CHILD)
                    .where(PARENT_ID.in(byId.keySet()))
                    .orderBy(ID)
                    .fetch(mapping((id, parent, name, quantity, price, active) -> {
                        ChildBean child = new ChildBean();
                        child.setId(id);
                        child.setParentId(parent);
                        child.setName(name);
                        child.setQuantity(quantity);
                        child.setPrice(price);
                        child.setActive(active);
                        byId.get(parent).getChildren().add(child);
                        return child;
                    }));
            return parents;
        });
    }

    @Override
    public List<?> parentsThenChildren() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteParent(long id) {
        context.transaction(configuration -> {
            DSLContext in = configuration.dsl();
            long parent = in.select(ID, NAME, CREATED)
                    .from(PARENT)
                    .where(ID.eq(id))
                    .fetchSingle()
                    .value1();
            List<Long> children =
                    in.select(ID).from(CHILD).where(PARENT_ID.eq(parent)).fetch(ID);
            for (int from = 0; from < children.size(); from += BATCH) {
                BatchBindStep batch = in.batch(in.deleteFrom(CHILD).where(ID.eq((Long) null)));
                children.subList(from, Math.min(children.size(), from + BATCH)).forEach(batch::bind);
                batch.execute();
            }
            in.deleteFrom(PARENT).where(ID.eq(parent)).execute();
        });
    }

    @Override
    public void deleteOwner(long id) {
        context.transaction(configuration -> {
            DSLContext in = configuration.dsl();
            long owner = in.select(ID, NAME, CREATED)
                    .from(OWNER)
                    .where(ID.eq(id))
                    .fetchSingle()
                    .value1();
            in.deleteFrom(OWNER).where(ID.eq(owner)).execute();
        });
    }

    /** A record knows which of its fields were changed. */
    @Override
    public Managed manage(long lastId) {
        var items = select(context).where(ID.le(lastId)).orderBy(ID).fetch();
        return new Managed() {

            @Override
            public void flush() {
                for (var item : items) {
                    if (item.changed()) {
                        context.transaction(configuration -> configuration
                                .dsl()
                                .update(ITEM)
                                .set(QUANTITY, item.get(QUANTITY))
                                .where(ID.eq(item.get(ID)))
                                .execute());
                        item.changed(false);
                    }
                }
            }

            @Override
            public void change(int quantity) {
                items.get(0).set(QUANTITY, quantity);
            }

            @Override
            public void close() {
                // each flush has committed
            }
        };
    }

    private static SelectWhereStep<Record8<Long, String, Integer, Long, Double, Boolean, LocalDateTime, String>> select(
            DSLContext in) {
        return in.select(ID, NAME, QUANTITY, WEIGHT, ITEM_PRICE, ACTIVE, CREATED, NOTE)
                .from(ITEM);
    }

    @Override
    public long checksumOfItem(Object loaded) {
        Record item = (Record) loaded;
        return Checksum.item(
                item.get(ID),
                item.get(NAME),
                item.get(QUANTITY),
                item.get(WEIGHT),
                item.get(ITEM_PRICE),
                item.get(ACTIVE),
                item.get(CREATED),
                item.get(NOTE));
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
