package dev.dovetail.tests.orm.relationships;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.selectInLoad;
import static dev.dovetail.tests.orm.relationships.KeysOfAllKinds_Region_.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.relationships.KeysOfAllKinds.Account;
import dev.dovetail.tests.orm.relationships.KeysOfAllKinds.Course;
import dev.dovetail.tests.orm.relationships.KeysOfAllKinds.Enrolment;
import dev.dovetail.tests.orm.relationships.KeysOfAllKinds.Project;
import dev.dovetail.tests.orm.relationships.KeysOfAllKinds.Region;
import dev.dovetail.tests.orm.relationships.KeysOfAllKinds.Student;
import dev.dovetail.tests.orm.relationships.KeysOfAllKinds.Task;
import dev.dovetail.tests.orm.relationships.KeysOfAllKinds.Town;
import dev.dovetail.tests.orm.relationships.KeysOfAllKinds.Transfer;
import dev.dovetail.tests.orm.relationships.KeysOfAllKinds.Worker;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Association objects, several keys to one class, keys of several columns, keys that share a column, unique targets. */
class KeysOfAllKindsTest {

    @Test
    void anAssociationObjectTakesItsKeyFromBothSides() {
        try (TestDatabase database = TestDatabase.of(Student.class, Course.class, Enrolment.class);
                Session session = database.open()) {
            Student student = new Student();
            Course course = new Course();
            session.addAll(List.of(student, course));
            Enrolment enrolment = new Enrolment(student, course, 2);
            session.commit();
            assertThat(database.rows("SELECT student_id, course_id, mark FROM enrolment"))
                    .containsExactly();
            session.add(enrolment);
            session.commit();
            assertThat(database.rows("SELECT student_id, course_id, mark FROM enrolment"))
                    .containsExactly("1|1|2");
            assertThat(session.get(Enrolment.class, 1, 1)).isSameAs(enrolment);
            assertThat(student.courses).containsExactly(course);

            student.enrolments.clear();
            session.commit();
            assertThat(database.rows("SELECT count(*) FROM enrolment")).containsExactly("0");
        }
    }

    @Test
    void deletingEitherSideDeletesTheAssociation() {
        try (TestDatabase database = TestDatabase.of(Student.class, Course.class, Enrolment.class);
                Session session = database.open()) {
            Student student = new Student();
            Course course = new Course();
            session.addAll(List.of(student, course, new Enrolment(student, course, 2)));
            session.commit();
            session.delete(course);
            session.commit();
            assertThat(database.rows("SELECT count(*) FROM enrolment")).containsExactly("0");
            assertThat(database.rows("SELECT count(*) FROM student")).containsExactly("1");
        }
    }

    @Test
    void eachOfSeveralKeysHasItsRelationship() {
        try (TestDatabase database = TestDatabase.of(Account.class, Transfer.class);
                Session session = database.open()) {
            Account a = new Account();
            Account b = new Account();
            Transfer transfer = new Transfer();
            a.outgoing.add(transfer);
            transfer.to.set(b);
            assertThat(b.incoming).containsExactly(transfer);
            session.addAll(List.of(a, b));
            session.commit();
            assertThat(database.rows("SELECT from_id, to_id FROM transfer")).containsExactly("1|2");
            transfer.to.set(a);
            session.commit();
            assertThat(database.rows("SELECT from_id, to_id FROM transfer")).containsExactly("1|1");
            assertThat(a.incoming).containsExactly(transfer);
            assertThat(b.incoming).isEmpty();
        }
    }

    @Test
    void keysThatShareAColumnAreWrittenSideBySide() {
        try (TestDatabase database = TestDatabase.of(Worker.class, Project.class, Task.class);
                Session session = database.open()) {
            Worker worker = new Worker("north", 7);
            Project project = new Project("north", 3);
            Task task = new Task();
            worker.tasks.add(task);
            task.project.set(project);
            session.addAll(List.of(worker, project));
            session.commit();
            assertThat(database.rows("SELECT tenant, worker_number, project_number FROM task"))
                    .containsExactly("north|7|3");
        }
    }

    @Test
    void takingOneOfTwoKeysAwayLeavesTheSharedColumn() {
        try (TestDatabase database = TestDatabase.of(Worker.class, Project.class, Task.class);
                Session session = database.open()) {
            Worker worker = new Worker("north", 7);
            Project project = new Project("north", 3);
            Task task = new Task();
            task.worker.set(worker);
            task.project.set(project);
            session.addAll(List.of(worker, project, task));
            session.commit();
            task.worker.set(null);
            assertThat(task.tenant).isEqualTo("north");
            database.statements().clear();
            session.commit();
            assertThat(database.statements().writes())
                    .containsExactly("UPDATE task SET worker_number=? WHERE task.id = ? [null, 1]");
            assertThat(task.worker.get()).isNull();
            assertThat(task.project.get()).isSameAs(project);
            assertThat(worker.tasks).isEmpty();
            project.tasks.remove(task);
            session.commit();
            assertThat(database.rows("SELECT tenant, worker_number, project_number FROM task"))
                    .containsExactly("north|null|null");
        }
    }

    @Test
    void aKeyMayReferToAUniqueColumn() {
        try (TestDatabase database = TestDatabase.of(Region.class, Town.class);
                Session session = database.open()) {
            Region region = new Region("BW", "Baden");
            Town town = new Town();
            region.towns.add(town);
            town.formerRegion.set(region);
            assertThat(town.regionCode).isEqualTo("BW");
            session.add(region);
            session.commit();
            assertThat(database.rows("SELECT region_code, old_name, old_year FROM town"))
                    .containsExactly("BW|Baden|1900");
        }
    }

    @Test
    void aKeyToAUniqueColumnIsLoadedFromBothSides() {
        try (TestDatabase database = TestDatabase.of(Region.class, Town.class);
                Session session = database.open()) {
            session.addAll(List.of(new Region("BW", "Baden"), new Region("BY", "Bayern")));
            session.flush();
            Town first = new Town();
            first.regionCode = "BW";
            first.oldName = "Bayern";
            first.oldYear = 1900;
            Town second = new Town();
            second.regionCode = "BW";
            second.oldYear = 1900;
            session.addAll(List.of(first, second));
            session.commit();
            session.expungeAll();
            Town town = session.get(Town.class, 1);
            Region region = town.region.get();
            assertThat(region.code).isEqualTo("BW");
            assertThat(town.formerRegion.get().code).isEqualTo("BY");
            assertThat(session.get(Town.class, 2).formerRegion.get()).isNull();
            assertThat(region.towns).hasSize(2);
            List<Region> all = session.list(select(REGION).orderBy(REGION.id).options(selectInLoad(REGION.towns)));
            assertThat(all.get(1).towns).isEmpty();
            town.region.set(all.get(1));
            session.commit();
            assertThat(region.towns).hasSize(1);
            assertThat(database.rows(session.connection(), "SELECT region_code FROM town ORDER BY id"))
                    .containsExactly("BY", "BW");
        }
    }
}
