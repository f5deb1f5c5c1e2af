package dev.dovetail.tests.orm.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.DovetailException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.check.CheckReport;
import dev.dovetail.tests.orm.check.Fair.Badge;
import dev.dovetail.tests.orm.check.Fair.Hall;
import dev.dovetail.tests.orm.check.Fair.Stand;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** A flush fails exactly when the check has found something, whatever was done to the session's objects. */
class CheckProperties {

    private static TestDatabase database;

    @BeforeContainer
    static void open() {
        database = TestDatabase.of(Hall.class, Stand.class, Badge.class, Fair.Guide.class);
    }

    @AfterContainer
    static void close() {
        database.close();
    }

    @Property(tries = 150)
    void theCheckAndTheFlushAgree(@ForAll long seed) {
        Random random = new Random(seed);
        try (Session session = database.open()) {
            List<Hall> halls = new ArrayList<>();
            List<Stand> stands = new ArrayList<>();
            List<Badge> badges = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Hall hall = new Hall("h" + i);
                halls.add(hall);
                for (int j = 0; j < 2; j++) {
                    Stand stand = new Stand(j);
                    hall.stands.add(stand);
                    stands.add(stand);
                }
                session.add(hall);
            }
            session.flush();
            for (int i = 0; i < 2; i++) {
                Badge badge = new Badge("b" + i, any(random, stands).id);
                badges.add(badge);
                session.add(badge);
            }
            session.flush();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                change(session, random, halls, stands, badges);
            }

            CheckReport report = session.check();

            DovetailException failure = flush(session);
            if (report.unchecked().isEmpty()) {
                assertThat(report.ok()).as("%s%n%s", report, failure).isEqualTo(failure == null);
            } else if (!report.ok()) {
                assertThat(failure).as(report.toString()).isNotNull();
            }
            if (failure != null && report.problems().size() == 1) {
                assertThat(kind(failure.code()))
                        .isEqualTo(kind(report.problems().get(0).code()));
            }
            session.rollback();
        }
    }

    /** A row that refers to one that goes is found from either end, as the flush orders them. */
    private static String kind(String code) {
        return code.startsWith("DVT-23-FK") ? "DVT-23-FK" : code;
    }

    private static void change(
            Session session, Random random, List<Hall> halls, List<Stand> stands, List<Badge> badges) {
        switch (random.nextInt(9)) {
            case 0 -> {
                Hall hall = new Hall(random.nextInt(8) == 0 ? null : "h" + random.nextInt(7));
                halls.add(hall);
                session.add(hall);
            }
            case 1 -> {
                Stand stand = new Stand(random.nextInt(4));
                stand.width = random.nextInt(23) - 1;
                stand.price = random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(30));
                any(random, halls).stands.add(stand);
                stands.add(stand);
            }
            case 2 -> {
                Stand stand = new Stand(random.nextInt(4));
                Integer hall = any(random, halls).id;
                stand.hallId = hall == null || random.nextInt(4) == 0 ? Integer.valueOf(-1) : hall;
                stands.add(stand);
                session.add(stand);
            }
            case 3 -> any(random, halls).name = "h" + random.nextInt(5);
            case 4 -> {
                Stand stand = any(random, stands);
                stand.number = random.nextInt(4);
                stand.width = random.nextInt(23) - 1;
            }
            case 5 -> delete(session, any(random, stands));
            case 6 -> delete(session, any(random, badges));
            case 7 -> {
                Badge badge = new Badge("b" + random.nextInt(4), any(random, stands).id);
                badges.add(badge);
                session.add(badge);
            }
            default -> delete(session, any(random, halls));
        }
    }

    private static void delete(Session session, Object entity) {
        if (session.persistent().contains(entity)) {
            session.delete(entity);
        } else if (session.contains(entity)) {
            session.expunge(entity);
        }
    }

    private static <T> T any(Random random, List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    private static @Nullable DovetailException flush(Session session) {
        try {
            session.flush();
            return null;
        } catch (DovetailException e) {
            return e;
        }
    }
}
