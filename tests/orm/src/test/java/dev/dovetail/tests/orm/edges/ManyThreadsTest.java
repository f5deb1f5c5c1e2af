package dev.dovetail.tests.orm.edges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.query.Queries;
import dev.dovetail.tests.orm.edges.Edges.Owner;
import dev.dovetail.tests.orm.edges.Edges.Part;
import dev.dovetail.tests.orm.edges.Edges.Thing;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One engine and one session factory serve many threads, each with sessions of its own. */
class ManyThreadsTest {

    private static final int THREADS = 6;
    private static final int ROUNDS = 25;

    @Test
    void eachThreadsWorkIsDoneOnce() throws Exception {
        try (TestDatabase database = TestDatabase.shared(Owner.class, Thing.class, Part.class)) {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> results = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String name = "thread " + thread;
                results.add(threads.submit(() -> {
                    start.await();
                    return work(database.sessions(), name);
                }));
            }
            start.countDown();
            for (Future<Integer> result : results) {
                assertThat(result.get()).isEqualTo(ROUNDS);
            }
            threads.shutdown();

            int rows = THREADS * ROUNDS;
            assertThat(database.rows("SELECT count(*), count(DISTINCT id) FROM edge_owner"))
                    .containsExactly(rows + "|" + rows);
            assertThat(database.rows("SELECT count(*) FROM edge_thing t JOIN edge_owner o ON t.owner_id = o.id"))
                    .containsExactly(String.valueOf(2 * rows));
            assertThat(database.engine().statistics().cachedStatements())
                    .as("statements are compiled for their shape, not for each thread")
                    .isLessThan(20);
        }
    }

    private static int work(SessionFactory sessions, String name) {
        for (int round = 0; round < ROUNDS; round++) {
            sessions.transaction(session -> {
                Owner owner = new Owner();
                owner.name = name;
                owner.things.addAll(List.of(new Thing(), new Thing()));
                session.add(owner);
            });
        }
        try (Session session = sessions.open()) {
            List<Owner> owners =
                    session.list(Queries.select(Edges_Owner_.OWNER).where(Edges_Owner_.OWNER.name.eq(name)));
            assertThat(owners).allSatisfy(owner -> assertThat(owner.things).hasSize(2));
            return owners.size();
        }
    }
}
