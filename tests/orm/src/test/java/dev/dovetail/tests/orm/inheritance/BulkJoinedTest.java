package dev.dovetail.tests.orm.inheritance;

import static dev.dovetail.orm.query.Queries.deleteFrom;
import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.update;
import static dev.dovetail.tests.orm.inheritance.Fleet_Boat_.BOAT;
import static dev.dovetail.tests.orm.inheritance.Fleet_Car_.CAR;
import static dev.dovetail.tests.orm.inheritance.Fleet_Taxi_.TAXI;
import static dev.dovetail.tests.orm.inheritance.Fleet_Vehicle_.VEHICLE;
import static dev.dovetail.tests.orm.inheritance.Staff_Employee_.EMPLOYEE;
import static dev.dovetail.tests.orm.inheritance.Staff_Engineer_.ENGINEER;
import static dev.dovetail.tests.orm.inheritance.Staff_Lead_.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.query.Synchronization;
import dev.dovetail.tests.orm.inheritance.Fleet.Boat;
import dev.dovetail.tests.orm.inheritance.Fleet.Car;
import dev.dovetail.tests.orm.inheritance.Fleet.Depot;
import dev.dovetail.tests.orm.inheritance.Fleet.Taxi;
import dev.dovetail.tests.orm.inheritance.Fleet.Vehicle;
import dev.dovetail.tests.orm.inheritance.Staff.Company;
import dev.dovetail.tests.orm.inheritance.Staff.Employee;
import dev.dovetail.tests.orm.inheritance.Staff.Engineer;
import dev.dovetail.tests.orm.inheritance.Staff.Lead;
import dev.dovetail.tests.orm.inheritance.Staff.Manager;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many rows of joined classes at once, past the unit of work. */
class BulkJoinedTest {

    private final TestDatabase database = TestDatabase.of(
            Company.class,
            Employee.class,
            Manager.class,
            Engineer.class,
            Lead.class,
            Depot.class,
            Vehicle.class,
            Car.class,
            Taxi.class,
            Boat.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private <E> List<E> stored(List<E> entities) {
        session.addAll(entities);
        session.flush();
        database.statements().clear();
        return entities;
    }

    /** What was sent but for a lock, which not every database has. */
    private List<String> sent() {
        return database.statements().all().stream()
                .map(line -> line.replaceAll(" FOR UPDATE( OF \\w+(, \\w+)*)?", ""))
                .toList();
    }

    private List<String> rows(String query) {
        return database.rows(session.connection(), query);
    }

    // inserts

    @Test
    void eachTableTakesOneBatch() {
        Taxi taxi = new Taxi("t", 4, "L1");
        session.bulkInsert(List.of(taxi, new Taxi("u", 5, "L2"), new Boat("b", "jib")));
        assertThat(database.statements().writes())
                .containsExactly(
                        "INSERT INTO fleet_vehicle (name, version, depot_id, type) VALUES (?, ?, ?, ?) [t, 1, null, taxi]",
                        "INSERT INTO fleet_vehicle (name, version, depot_id, type) VALUES (?, ?, ?, ?) [u, 1, null, taxi]",
                        "INSERT INTO fleet_car (id, doors) VALUES (?, ?) [1, 4]",
                        "INSERT INTO fleet_car (id, doors) VALUES (?, ?) [2, 5]",
                        "INSERT INTO fleet_taxi (id, licence) VALUES (?, ?) [1, L1]",
                        "INSERT INTO fleet_taxi (id, licence) VALUES (?, ?) [2, L2]",
                        "INSERT INTO fleet_vehicle (name, version, depot_id, type) VALUES (?, ?, ?, ?) [b, 1, null, boat]",
                        "INSERT INTO fleet_boat (id, sail) VALUES (?, ?) [3, jib]");
        assertThat(taxi.id).isNull();
        assertThat(session.inspect(taxi).lifeCycle()).isEqualTo(LifeCycle.TRANSIENT);
        assertThat(session.list(select(VEHICLE).orderBy(VEHICLE.id)))
                .extracting(Object::getClass)
                .containsExactly(Taxi.class, Taxi.class, Boat.class);
    }

    @Test
    void aGivenKeyGoesIntoAllTables() {
        Boat boat = new Boat("b", "jib");
        boat.id = 70;
        session.bulkInsert(List.of(boat));
        assertThat(session.getOne(Boat.class, 70).sail).isEqualTo("jib");
    }

    // updates

    @Test
    void anUpdateWritesTheTablesThatHaveTheColumns() {
        List<Employee> all =
                stored(List.of(new Engineer("e", "java"), new Lead("l", "go", "core"), new Manager("m", 1)));
        int rows = session.execute(update(ENGINEER)
                .set(ENGINEER.lang, "rust")
                .set(ENGINEER.name, "x")
                .where(ENGINEER.lang.eq("java").or(ENGINEER.name.eq("m"))));
        assertThat(rows).isEqualTo(1);
        assertThat(sent())
                .containsExactly(
                        "SELECT staff_employee.id FROM staff_employee"
                                + " JOIN staff_engineer ON staff_engineer.employee_id = staff_employee.id"
                                + " WHERE staff_engineer.lang = ? OR staff_employee.name = ? [java, m]",
                        "UPDATE staff_employee SET name=? WHERE staff_employee.id = ? [x, 1]",
                        "UPDATE staff_engineer SET lang=? WHERE staff_engineer.employee_id = ? [rust, 1]");
        assertThat(((Engineer) all.get(0)).lang).isEqualTo("rust");
        assertThat(all).extracting(employee -> employee.name).containsExactly("x", "l", "m");
        assertThat(session.changed()).isEmpty();
        session.rollback();
        assertThat(rows("SELECT * FROM staff_employee")).isEmpty();
    }

    @Test
    void theRowsAreLockedWhereTheDatabaseCan() {
        stored(List.of(new Engineer("e", "java")));
        session.execute(update(ENGINEER).set(ENGINEER.lang, "go"));
        String read = database.statements().all().get(0);
        assertThat(read.contains("FOR UPDATE")).isEqualTo(TestDatabase.dialect().has(Capability.FOR_UPDATE));
    }

    @Test
    void aRollbackTakesTheValuesBack() {
        Engineer engineer = new Engineer("e", "java");
        session.add(engineer);
        session.commit();
        session.execute(update(ENGINEER).set(ENGINEER.lang, "go").set(ENGINEER.name, "f"));
        assertThat(engineer.lang).isEqualTo("go");
        session.rollback();
        assertThat(engineer.lang).isEqualTo("java");
        assertThat(engineer.name).isEqualTo("e");
    }

    @Test
    void whatASubclassInTheSameTablesHas() {
        List<Engineer> all = stored(List.of(new Engineer("e", "java"), new Lead("l", "java", "core")));
        assertThat(session.execute(update(LEAD).set(LEAD.lang, "go"))).isEqualTo(1);
        assertThat(all).extracting(engineer -> engineer.lang).containsExactly("java", "go");
        assertThat(rows("SELECT lang FROM staff_engineer ORDER BY employee_id")).containsExactly("java", "go");
    }

    @Test
    void theVersionInTheFirstTableIsCountedOn() {
        Car car = new Car("c", 3);
        Taxi taxi = new Taxi("t", 4, "L");
        stored(List.of(car, taxi));
        session.execute(update(CAR).set(CAR.doors, 5).where(CAR.doors.ge(4)));
        assertThat(sent())
                .containsExactly(
                        "SELECT fleet_vehicle.id FROM fleet_vehicle JOIN fleet_car ON fleet_car.id = fleet_vehicle.id"
                                + " LEFT JOIN fleet_taxi ON fleet_taxi.id = fleet_vehicle.id"
                                + " WHERE fleet_car.doors >= ? [4]",
                        "UPDATE fleet_vehicle SET version=fleet_vehicle.version + ? WHERE fleet_vehicle.id = ? [1, 2]",
                        "UPDATE fleet_car SET doors=? WHERE fleet_car.id = ? [5, 2]");
        assertThat(taxi.doors).isEqualTo(5);
        assertThat(car.doors).isEqualTo(3);
        taxi.licence = "M";
        taxi.name = "u";
        session.commit();
        assertThat(rows("SELECT id, version FROM fleet_vehicle ORDER BY id")).containsExactly("1|1", "2|3");
    }

    @Test
    void conditionsMayNameASubclass() {
        stored(List.of(new Car("c", 4), new Taxi("t", 4, "L"), new Taxi("u", 4, "M")));
        session.execute(
                update(CAR).set(CAR.doors, 2).where(CAR.treat(TAXI).licence.eq("M")));
        assertThat(rows("SELECT doors FROM fleet_car ORDER BY id")).containsExactly("4", "4", "2");
    }

    @Test
    void theBaseIsUpdatedInOneStatement() {
        List<Employee> all = stored(List.of(new Engineer("e", "java"), new Manager("m", 1)));
        session.execute(update(EMPLOYEE).set(EMPLOYEE.name, "x").where(EMPLOYEE.name.eq("m")));
        assertThat(sent()).containsExactly("UPDATE staff_employee SET name=? WHERE staff_employee.name = ? [x, m]");
        assertThat(all).extracting(employee -> employee.name).containsExactly("e", "x");
    }

    @Test
    void changedKeysAreFollowed() {
        Manager old = new Manager("old", 1);
        Manager next = new Manager("next", 1);
        Engineer engineer = new Engineer("e", "java");
        old.reports.add(engineer);
        stored(List.of(old, next));
        session.execute(update(ENGINEER).set(ENGINEER.managerId, next.id).where(ENGINEER.lang.eq("java")));
        assertThat(old.reports).isEmpty();
        assertThat(next.reports).containsExactly(engineer);
        assertThat(engineer.manager.get()).isSameAs(next);
    }

    @Test
    void synchronizationIsChosen() {
        Engineer engineer = new Engineer("e", "java");
        stored(List.of(engineer));
        session.execute(update(ENGINEER).set(ENGINEER.lang, "go").synchronize(Synchronization.NONE));
        assertThat(engineer.lang).isEqualTo("java");
        assertThat(rows("SELECT lang FROM staff_engineer")).containsExactly("go");
    }

    @Test
    void anExpressionOfTheSameTableIsReadLater() {
        Engineer engineer = new Engineer("e", "java");
        stored(List.of(engineer));
        session.execute(update(ENGINEER).set(ENGINEER.lang, ENGINEER.lang.concat("!")));
        session.refresh(engineer);
        assertThat(engineer.lang).isEqualTo("java!");
    }

    @Test
    void anExpressionOfAnotherTableIsRefused() {
        stored(List.of(new Engineer("e", "java")));
        assertThatThrownBy(() -> session.execute(update(ENGINEER).set(ENGINEER.lang, ENGINEER.name)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Engineer.lang")
                .hasMessageContaining("staff_employee");
        assertThat(database.statements().all()).isEmpty();
    }

    @Test
    void manyRowsGoInParts() {
        List<Boat> boats =
                IntStream.range(0, 1201).mapToObj(i -> new Boat("b" + i, "jib")).toList();
        session.bulkInsert(boats);
        database.statements().clear();
        assertThat(session.execute(update(BOAT).set(BOAT.sail, "spinnaker"))).isEqualTo(1201);
        assertThat(database.statements().sent()).isEqualTo(1 + 3 * 2);
        assertThat(rows("SELECT DISTINCT sail FROM fleet_boat")).containsExactly("spinnaker");
        assertThat(session.execute(deleteFrom(VEHICLE))).isEqualTo(1201);
        assertThat(rows("SELECT count(*) FROM fleet_vehicle")).containsExactly("0");
    }

    // deletes

    @Test
    void allTablesLoseTheirRows() {
        List<Vehicle> all =
                stored(List.of(new Car("c", 4), new Taxi("t", 4, "L"), new Taxi("u", 5, "M"), new Boat("b", "jib")));
        assertThat(session.execute(deleteFrom(TAXI).where(TAXI.name.eq("t")))).isEqualTo(1);
        assertThat(sent())
                .containsExactly(
                        "SELECT fleet_vehicle.id FROM fleet_vehicle JOIN fleet_car ON fleet_car.id = fleet_vehicle.id"
                                + " JOIN fleet_taxi ON fleet_taxi.id = fleet_vehicle.id WHERE fleet_vehicle.name = ? [t]",
                        "DELETE FROM fleet_taxi WHERE fleet_taxi.id = ? [2]",
                        "DELETE FROM fleet_car WHERE fleet_car.id = ? [2]",
                        "DELETE FROM fleet_vehicle WHERE fleet_vehicle.id = ? [2]");
        assertThat(session.inspect(all.get(1)).lifeCycle()).isEqualTo(LifeCycle.DELETED);
        assertThat(session.execute(deleteFrom(CAR).where(CAR.doors.ge(4)))).isEqualTo(2);
        assertThat(session.persistent()).isEqualTo(List.of(all.get(3)));
        assertThat(rows("SELECT id FROM fleet_car")).isEmpty();
        assertThat(rows("SELECT id FROM fleet_vehicle")).containsExactly("4");
    }

    @Test
    void theRowsOfSubclassesGoWithThoseOfTheBase() {
        Manager manager = new Manager("m", 1);
        manager.reports.add(new Engineer("e", "java"));
        stored(List.of(manager, new Lead("l", "go", "core")));
        List<Employee> all = new ArrayList<>(session.list(select(EMPLOYEE)));
        database.statements().clear();
        assertThat(session.execute(deleteFrom(EMPLOYEE))).isEqualTo(3);
        assertThat(database.statements().writes())
                .extracting(line -> line.replaceAll(" WHERE .*", ""))
                .containsExactly(
                        "DELETE FROM staff_engineer", "DELETE FROM staff_manager", "DELETE FROM staff_employee");
        assertThat(all)
                .extracting(employee -> session.inspect(employee).lifeCycle())
                .containsOnly(LifeCycle.DELETED);
        session.rollback();
        assertThat(rows("SELECT count(*) FROM staff_employee")).containsExactly("0");
    }

    @Test
    void aDeleteIsTakenBack() {
        Taxi taxi = new Taxi("t", 4, "L");
        session.add(taxi);
        session.commit();
        session.execute(deleteFrom(CAR));
        assertThat(session.contains(taxi)).isFalse();
        session.rollback();
        assertThat(session.getOne(Vehicle.class, 1)).isSameAs(taxi);
        assertThat(taxi.licence).isEqualTo("L");
    }

    @Test
    void criteriaHold() {
        database.sessions().criteria().add(VEHICLE, (it, vehicle) -> vehicle.name.ne("hidden"));
        stored(List.of(new Taxi("t", 4, "L"), new Taxi("hidden", 4, "M")));
        assertThat(session.execute(update(TAXI).set(TAXI.licence, "N"))).isEqualTo(1);
        assertThat(rows("SELECT licence FROM fleet_taxi ORDER BY id")).containsExactly("N", "M");
        assertThat(session.execute(deleteFrom(VEHICLE))).isEqualTo(1);
        assertThat(rows("SELECT name FROM fleet_vehicle")).containsExactly("hidden");
    }

    // upserts

    @Test
    void anUpsertIsRefused() {
        Taxi taxi = new Taxi("t", 4, "L");
        taxi.id = 1;
        assertThatThrownBy(() -> session.upsert(taxi))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Taxi are in 3 tables");
    }
}
