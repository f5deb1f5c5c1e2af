package dev.dovetail.benchmarks.mybatis;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Pools;
import dev.dovetail.benchmarks.data.ChildBean;
import dev.dovetail.benchmarks.data.ItemBean;
import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import dev.dovetail.benchmarks.data.ParentBean;
import java.util.List;
import java.util.function.Function;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** Writes by the batch executor, flushed every 500 rows; reads by the executor that keeps statements. */
final class MyBatisContender implements Contender {

    private static final int BATCH = 500;

    private final HikariDataSource pool;
    private final SqlSessionFactory sessions;
    private final boolean sqlite;

    MyBatisContender(Place place) {
        pool = Pools.transactional(place);
        sqlite = place.isSqlite();
        Configuration configuration =
                new Configuration(new Environment("benchmarks", new JdbcTransactionFactory(), pool));
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setDefaultExecutorType(ExecutorType.REUSE);
        if (sqlite) {
            configuration.getTypeHandlerRegistry().register(SqliteTimes.class);
        }
        configuration.addMapper(Mapper.class);
        sessions = new SqlSessionFactoryBuilder().build(configuration);
    }

    private <T> T reading(Function<Mapper, T> work) {
        try (SqlSession session = sessions.openSession(false)) {
            T result = work.apply(session.getMapper(Mapper.class));
            session.commit(true); // otherwise only after writes
            return result;
        }
    }

    @Override
    public void insertGraph(List<NewParent> graph) {
        try (SqlSession session = sessions.openSession(ExecutorType.BATCH, false)) {
            Mapper mapper = session.getMapper(Mapper.class);
            List<ParentBean> parents = ParentBean.of(graph);
            parents.forEach(mapper::insertParent);
            session.flushStatements();
            int waiting = 0;
            for (ParentBean parent : parents) {
                for (ChildBean child : parent.getChildren()) {
                    child.setParentId(parent.getId());
                    mapper.insertChild(child);
                    if (++waiting % BATCH == 0) {
                        session.flushStatements();
                    }
                }
            }
            session.commit();
        }
    }

    @Override
    public void insertItems(List<NewItem> items) {
        try (SqlSession session = sessions.openSession(ExecutorType.BATCH, false)) {
            Mapper mapper = session.getMapper(Mapper.class);
            int waiting = 0;
            for (NewItem item : items) {
                mapper.insertItem(item);
                if (++waiting % BATCH == 0) {
                    session.flushStatements();
                }
            }
            session.commit();
        }
    }

    @Override
    public void updateItems(long lastId) {
        try (SqlSession session = sessions.openSession(ExecutorType.BATCH, false)) {
            Mapper mapper = session.getMapper(Mapper.class);
            int waiting = 0;
            for (ItemBean item : mapper.itemsTo(lastId)) {
                item.setQuantity(item.getQuantity() + 1);
                mapper.updateItem(item);
                if (++waiting % BATCH == 0) {
                    session.flushStatements();
                }
            }
            session.commit();
        }
    }

    @Override
    public List<?> items() {
        return reading(Mapper::items);
    }

    @Override
    public List<?> itemsReadOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ItemRow> itemRows() {
        return reading(Mapper::itemRows);
    }

    @Override
    public Object item(long id) {
        return reading(mapper -> mapper.item(id));
    }

    @Override
    public Object itemNamed(String name) {
        return reading(mapper -> mapper.itemNamed(name));
    }

    @Override
    public List<?> parentsWithChildren() {
        return reading(Mapper::parentsWithChildren);
    }

    @Override
    public List<?> parentsThenChildren() {
        return reading(mapper -> {
            List<ParentBean> parents = mapper.parents();
            parents.forEach(parent -> parent.getChildren().size());
            return parents;
        });
    }

    @Override
    public void deleteParent(long id) {
        try (SqlSession session = sessions.openSession(ExecutorType.BATCH, false)) {
            Mapper mapper = session.getMapper(Mapper.class);
            ParentBean parent = mapper.parent(id);
            int waiting = 0;
            for (long child : mapper.childIds(parent.getId())) {
                mapper.deleteChild(child);
                if (++waiting % BATCH == 0) {
                    session.flushStatements();
                }
            }
            mapper.deleteParent(parent.getId());
            session.commit();
        }
    }

    @Override
    public void deleteOwner(long id) {
        try (SqlSession session = sessions.openSession(false)) {
            Mapper mapper = session.getMapper(Mapper.class);
            mapper.deleteOwner(mapper.owner(id).getId());
            session.commit();
        }
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
        ParentBean parent = (ParentBean) loaded;
        parent.getChildren(); // a proxy's own fields are filled by its methods
        return parent.checksum();
    }

    @Override
    public void close() {
        pool.close();
    }
}
