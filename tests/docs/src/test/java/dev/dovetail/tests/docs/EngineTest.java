package dev.dovetail.tests.docs;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.number;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.update;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.IsolationLevel;
import dev.dovetail.engine.BatchResult;
import dev.dovetail.engine.Connection;
import dev.dovetail.engine.Engine;
import dev.dovetail.engine.ExecutionOptions;
import dev.dovetail.engine.PoolSettings;
import dev.dovetail.engine.RetryPolicy;
import dev.dovetail.engine.RowsEvent;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import dev.dovetail.engine.TransactionOptions;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.TableSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The samples of guide/engine.md. */
class EngineTest extends SampleDatabase {

    private static final Table ITEM = Table.of(
            "item",
            column("id", INTEGER).primaryKey().generated(),
            column("name", VARCHAR(40)).notNull(),
            column("stock", INTEGER));
    private static final Column<Integer> ID = ITEM.column("id", Integer.class);
    private static final Column<String> NAME = ITEM.column("name", String.class);
    private static final Column<Integer> STOCK = ITEM.column("stock", Integer.class);

    @BeforeEach
    void createTable() {
        MetaData.of(ITEM).createAll(engine);
        engine.transaction(connection -> connection.execute(
                insertInto(ITEM).columns(NAME, STOCK).values("nail", 100).values("screw", 20)));
    }

    @Test
    void build() {
        // tag::build[]
        Engine shop = Engine.builder()
                .url("jdbc:sqlite::memory:")
                .pool(PoolSettings.usual()
                        .size(20)
                        .maxLifetime(Duration.ofMinutes(15))
                        .withPrePing())
                .execution(ExecutionOptions.options().timeout(Duration.ofSeconds(10)))
                .build();
        // end::build[]
        shop.close();
        // tag::properties[]
        Map<String, String> settings = Map.of(
                "shop.url", "jdbc:sqlite::memory:",
                "shop.pool-size", "20",
                "shop.statement-timeout", "10s");
        Engine same = Engine.builder().properties(settings, "shop.").build();
        // end::properties[]
        same.close();
    }

    @Test
    void results() {
        engine.transaction(connection -> {
            // tag::results[]
            TableSource items = table(ITEM);
            ColumnRef<String> name = items.col(NAME);
            ColumnRef<Integer> stock = items.col(STOCK);

            record Item(String name, int stock) {}
            var query = select(name, stock).from(items).orderBy(name);
            List<Item> all = connection.list(query, Item::new);

            Item nail = connection.read(query.where(name.eq("nail")), Item::new).one();
            Integer none = connection.first(select(stock).from(items).where(name.eq("saw")));
            boolean some = connection.exists(query.where(stock.gt(50)));
            // end::results[]
            assertThat(all).containsExactly(new Item("nail", 100), new Item("screw", 20));
            assertThat(nail.stock()).isEqualTo(100);
            assertThat(none).isNull();
            assertThat(some).isTrue();

            // tag::arguments[]
            var byName = select(stock).from(items).where(name.eq(parameter(0, VARCHAR(40))));
            int screws = connection.read(byName).arguments("screw").one();
            // end::arguments[]
            assertThat(screws).isEqualTo(20);
        });
    }

    @Test
    void streaming() {
        List<String> seen = new ArrayList<>();
        // tag::stream[]
        try (Connection connection = engine.connect()) {
            var names = select(table(ITEM).col(NAME)).from(table(ITEM));
            connection.read(names).fetchSize(1000).forEach(seen::add);
            try (Stream<String> stream = connection.read(names).fetchSize(1000).stream()) {
                seen.add(stream.findFirst().orElseThrow());
            }
        }
        // end::stream[]
        assertThat(seen).hasSize(3);
    }

    @Test
    void batches() {
        // tag::batch[]
        engine.transaction(connection -> {
            List<@Nullable Object[]> rows = List.of(new Object[] {"saw", 3}, new Object[] {"file", 7});
            BatchResult result = connection.insertReturningKeys(
                    insertInto(ITEM).set(NAME, parameter(0, VARCHAR(40))).set(STOCK, parameter(1, INTEGER)),
                    rows,
                    ID,
                    StatementOrigin.none());
            assertThat(result.keys()).containsExactly(3, 4);
        });
        // end::batch[]
    }

    @Test
    void transactions() {
        ColumnRef<Integer> stock = table(ITEM).col(STOCK);
        // tag::options[]
        TransactionOptions reading = TransactionOptions.options()
                .isolation(IsolationLevel.SERIALIZABLE)
                .asReadOnly()
                .timeout(Duration.ofSeconds(5));
        int stored = engine.transactionResult(
                reading,
                connection -> connection.list(select(stock).from(table(ITEM))).size());
        // end::options[]
        assertThat(stored).isEqualTo(2);
        // tag::retry[]
        engine.retrying(RetryPolicy.attempts(5))
                .transaction(connection ->
                        connection.execute(update(ITEM).set(STOCK, number(stock).minus(1))));
        // end::retry[]
    }

    @Test
    void listeners() {
        List<String> told = new ArrayList<>();
        // tag::listener[]
        engine.addListener(new StatementListener() {
            @Override
            public void onStatement(StatementEvent event) {
                told.add(event.sql() + " took " + event.duration());
            }

            @Override
            public void onRows(RowsEvent event) {
                told.add(event.rows() + " rows were read");
            }
        });
        // end::listener[]
        engine.transaction(connection -> assertThat(
                        connection.list(select(table(ITEM).col(ID)).from(table(ITEM))))
                .hasSize(2));
        assertThat(told).hasSize(2).last().isEqualTo("2 rows were read");
    }
}
