package dev.dovetail.tests.orm.loading;

import static dev.dovetail.orm.query.Projections.nested;
import static dev.dovetail.orm.query.Projections.project;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.loading.Campus_Room_.ROOM;
import static dev.dovetail.tests.orm.loading.Campus_Wing_.WING;
import static dev.dovetail.tests.orm.loading.Zoo_Animal_.ANIMAL;
import static dev.dovetail.tests.orm.loading.Zoo_Cage_.CAGE;
import static dev.dovetail.tests.orm.loading.Zoo_Keeper_.KEEPER;
import static dev.dovetail.tests.orm.loading.Zoo_Toy_.TOY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Graphs read into records: one statement for each level, only the columns that are asked for, no objects. */
class ProjectionsTest {

    record ToyView(Integer id, String name) {}

    record AnimalView(String name, List<ToyView> toys) {}

    record CageView(String name, @Nullable String keeper, List<AnimalView> animals) {}

    record WingView(String building, Integer number, List<Integer> rooms) {}

    private final TestDatabase database = Zoo.database();
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void aGraphNeedsOneStatementForEachLevel() {
        List<CageView> views = session.list(select(CAGE)
                .where(CAGE.id.le(2))
                .orderBy(CAGE.name.desc())
                .into(project(
                        CAGE.name,
                        nested(CAGE.keeper, project(KEEPER.name, name -> name)),
                        nested(
                                CAGE.animals,
                                project(
                                        ANIMAL.name,
                                        nested(ANIMAL.toys, project(TOY.id, TOY.name, ToyView::new)),
                                        AnimalView::new)),
                        CageView::new)));
        assertThat(views)
                .containsExactly(
                        new CageView(
                                "south",
                                "Kim",
                                List.of(new AnimalView(
                                        "cat", List.of(new ToyView(1, "ball"), new ToyView(2, "wool"))))),
                        new CageView(
                                "north",
                                "Kim",
                                List.of(new AnimalView("bee", List.of()), new AnimalView("ant", List.of()))));
        assertThat(database.statements().reads())
                .containsExactly(
                        "SELECT zoo_cage.name, zoo_cage.keeper_id, zoo_cage.id FROM zoo_cage WHERE zoo_cage.id <= ?"
                                + " ORDER BY zoo_cage.name DESC [2]",
                        "SELECT zoo_keeper.name, zoo_keeper.id FROM zoo_keeper WHERE zoo_keeper.id = ?"
                                + " ORDER BY zoo_keeper.id [1]",
                        "SELECT zoo_animal.name, zoo_animal.id, zoo_animal.cage_id FROM zoo_animal"
                                + " WHERE zoo_animal.cage_id IN (?, ?) ORDER BY zoo_animal.name DESC [2, 1]",
                        "SELECT zoo_toy.id, zoo_toy.name, zoo_toy.animal_id FROM zoo_toy"
                                + " WHERE zoo_toy.animal_id IN (?, ?, ?, ?) ORDER BY zoo_toy.id [3, 2, 1, 1]");
        assertThat(session.persistent()).isEmpty();
    }

    @Test
    void aMissingReferenceIsNull() {
        List<CageView> views = session.list(select(CAGE)
                .where(CAGE.name.eq("west"))
                .into(project(
                        CAGE.name,
                        nested(CAGE.keeper, project(KEEPER.name, name -> name)),
                        nested(CAGE.animals, project(ANIMAL.name, name -> new AnimalView(name, List.of()))),
                        CageView::new)));
        assertThat(views).containsExactly(new CageView("west", null, List.of()));
    }

    @Test
    void aLimitAndUnflushedChangesCount() {
        Zoo.Cage first = session.first(select(CAGE).orderBy(CAGE.id));
        assertThat(first).isNotNull();
        first.name = "arctic";
        List<String> names =
                session.list(select(CAGE).orderBy(CAGE.id).limit(2).into(project(CAGE.name, name -> name)));
        assertThat(names).containsExactly("arctic", "south");
    }

    @Test
    void keysOfSeveralColumns() {
        try (TestDatabase campus = Campus.database();
                Session own = campus.open()) {
            List<WingView> views = own.list(select(WING)
                    .orderBy(WING.building, WING.number)
                    .into(project(
                            WING.building,
                            WING.number,
                            nested(WING.rooms, project(ROOM.id, id -> id)),
                            WingView::new)));
            assertThat(views)
                    .containsExactly(
                            new WingView("A", 1, List.of(1, 2)),
                            new WingView("A", 2, List.of()),
                            new WingView("B", 1, List.of(3)));
            assertThat(campus.statements().sent()).isEqualTo(2);
        }
    }
}
