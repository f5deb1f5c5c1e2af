package dev.dovetail.tests.orm.loading;

import static dev.dovetail.orm.query.Queries.joinedLoad;
import static dev.dovetail.orm.query.Queries.lazyLoad;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.loading.Zoo_Animal_.ANIMAL;
import static dev.dovetail.tests.orm.loading.Zoo_Cage_.CAGE;
import static dev.dovetail.tests.orm.loading.Zoo_Keeper_.KEEPER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.orm.attribute.RelationshipAttribute;
import dev.dovetail.orm.query.EntitySelect;
import dev.dovetail.orm.query.RelationshipLoad;
import dev.dovetail.tests.orm.loading.Zoo.Keeper;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the strategies, the same objects are reached; and siblings never cost more statements than one by one. */
class LoadingProperties {

    private enum Way {
        LAZY,
        JOINED,
        SELECT_IN;

        <E, T> RelationshipLoad<E, T> of(RelationshipAttribute<E, T, ?> relationship) {
            return switch (this) {
                case LAZY -> lazyLoad(relationship);
                case JOINED -> joinedLoad(relationship);
                case SELECT_IN -> selectInLoad(relationship);
            };
        }
    }

    @Property(tries = 40)
    void everyStrategyGivesTheSameGraph(
            @ForAll Way cages,
            @ForAll Way animals,
            @ForAll Way toys,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int limit,
            @ForAll @IntRange(min = 1, max = 3) int siblings) {
        try (TestDatabase database = random(seed)) {
            EntitySelect<Keeper> query =
                    select(KEEPER).orderBy(KEEPER.name, KEEPER.id).limit(limit);
            List<String> expected = graph(database, query, 1);
            int oneByOne = database.statements().sent();
            List<String> together = graph(database, query, siblings);
            assertThat(together).isEqualTo(expected);
            assertThat(database.statements().sent()).isLessThanOrEqualTo(oneByOne);
            assertThat(graph(
                            database,
                            query.options(cages.of(KEEPER.cages)
                                    .then(animals.of(CAGE.animals).then(toys.of(ANIMAL.toys)))),
                            siblings))
                    .isEqualTo(expected);
            assertThat(database.statements().sent()).isLessThanOrEqualTo(oneByOne);
        }
    }

    private static TestDatabase random(long seed) {
        Random random = new Random(seed);
        TestDatabase database = TestDatabase.of(Zoo.ENTITIES);
        List<String> rows = new ArrayList<>();
        for (int id = 1; id <= 4; id++) {
            rows.add("INSERT INTO zoo_keeper (id, name) VALUES (" + id + ", 'k" + random.nextInt(3) + "')");
        }
        fill(rows, random, "zoo_cage", "keeper_id", 4, 6);
        fill(rows, random, "zoo_animal", "cage_id", 6, 9);
        fill(rows, random, "zoo_toy", "animal_id", 9, 9);
        database.sql(rows.toArray(String[]::new));
        return database;
    }

    /** Names differ: an order by equal ones is no order. */
    private static void fill(List<String> rows, Random random, String table, String key, int parents, int count) {
        for (int id = 1; id <= count; id++) {
            int parent = random.nextInt(parents + 1);
            rows.add("INSERT INTO " + table + " (id, name, " + key + ") VALUES (" + id + ", 'n" + random.nextInt(100)
                    + "." + id + "', " + (parent == 0 ? "NULL" : String.valueOf(parent)) + ")");
        }
    }

    private static List<String> graph(TestDatabase database, EntitySelect<Keeper> query, int siblings) {
        database.statements().clear();
        List<String> lines = new ArrayList<>();
        try (Session session = database.sessions()
                .with(SessionOptions.DEFAULT.withSiblingsLoadedTogether(siblings))
                .open()) {
            for (Keeper keeper : session.list(query)) {
                lines.add("keeper " + keeper.id);
                keeper.cages.forEach(cage -> {
                    lines.add(" cage " + cage.id);
                    assertThat(cage.keeper.get()).isSameAs(keeper);
                    cage.animals.forEach(animal -> {
                        lines.add("  animal " + animal.id);
                        animal.toys.forEach(toy -> lines.add("   toy " + toy.id));
                    });
                });
            }
        }
        return lines;
    }
}
