package dev.dovetail.engine;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Renderer;
import dev.dovetail.dialect.sqlite.SqliteDialect;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StatementCacheTest {

    private static final int THREADS = 8;
    private static final int STRUCTURES = 40;
    private static final int CALLS = 5_000;

    private static Select<Integer> query(int structure, int value) {
        ColumnRef<Integer> n =
                table(Table.of("t" + structure, column("n", INTEGER))).col("n", Integer.class);
        return select(n).from(n.source()).where(n.eq(value));
    }

    @Test
    void manyThreadsGetEachStatementsOwnTextAndValues() throws Exception {
        StatementCache cache = new StatementCache(new Renderer(new SqliteDialect()), STRUCTURES / 2);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                done.add(threads.submit(() -> {
                    for (int i = 0; i < CALLS; i++) {
                        int structure = (first + i * i) % STRUCTURES;
                        ReadyStatement ready = cache.ready(query(structure, i));
                        String name = "t" + structure;
                        assertThat(ready.sql())
                                .isEqualTo("SELECT " + name + ".n FROM " + name + " WHERE " + name + ".n = ?");
                        assertThat(ready.constants()).containsExactly(i);
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(cache.statistics(0).cacheHits() + cache.statistics(0).cacheMisses())
                .isEqualTo((long) THREADS * CALLS);
        assertThat(cache.statistics(0).cachedStatements()).isEqualTo(STRUCTURES / 2);
    }
}
