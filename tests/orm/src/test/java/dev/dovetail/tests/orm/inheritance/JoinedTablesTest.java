package dev.dovetail.tests.orm.inheritance;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.inheritance.Staff_Employee_.EMPLOYEE;
import static dev.dovetail.tests.orm.inheritance.Staff_Engineer_.ENGINEER;
import static dev.dovetail.tests.orm.inheritance.Staff_Manager_.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.sql.RowLock;
import dev.dovetail.tests.orm.inheritance.Staff.Company;
import dev.dovetail.tests.orm.inheritance.Staff.Employee;
import dev.dovetail.tests.orm.inheritance.Staff.Engineer;
import dev.dovetail.tests.orm.inheritance.Staff.Lead;
import dev.dovetail.tests.orm.inheritance.Staff.Manager;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hierarchy with a table for each class. */
class JoinedTablesTest {

    private final TestDatabase database =
            TestDatabase.of(Company.class, Employee.class, Manager.class, Engineer.class, Lead.class);
    private Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private void reopen() {
        session.commit();
        session.close();
        session = database.open();
        database.statements().clear();
    }

    @Test
    void aRowIsInsertedIntoTheBaseTableFirst() {
        Company company = new Company("c");
        Manager manager = new Manager("m", 1);
        Engineer engineer = new Engineer("e", "java");
        manager.reports.add(engineer);
        company.employees.add(manager);
        company.employees.add(engineer);
        session.add(company);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "INSERT INTO staff_company (name) VALUES (?) [c]",
                        "INSERT INTO staff_employee (name, type, company_id) VALUES (?, ?, ?) [m, manager, 1]",
                        "INSERT INTO staff_manager (id, level) VALUES (?, ?) [1, 1]",
                        "INSERT INTO staff_employee (name, type, company_id) VALUES (?, ?, ?) [e, engineer, 1]",
                        "INSERT INTO staff_engineer (employee_id, lang, manager_id) VALUES (?, ?, ?) [2, java, 1]");
        assertThat(engineer.type).isEqualTo("engineer");
    }

    @Test
    void aQueryForTheBaseGivesObjectsOfTheirClassesWithAllColumns() {
        session.addAll(List.of(new Manager("m", 1), new Engineer("e", "java"), new Lead("l", "go", "core")));
        reopen();
        List<Employee> all = session.list(select(EMPLOYEE).orderBy(EMPLOYEE.id));
        assertThat(all).extracting(Object::getClass).containsExactly(Manager.class, Engineer.class, Lead.class);
        assertThat(((Manager) all.get(0)).level).isEqualTo(1);
        assertThat(((Engineer) all.get(1)).lang).isEqualTo("java");
        assertThat(((Lead) all.get(2)).team).isEqualTo("core");
        assertThat(database.statements().reads())
                .containsExactly("SELECT staff_employee.id, staff_employee.name, staff_employee.type,"
                        + " staff_employee.company_id, staff_manager.level, staff_engineer.lang,"
                        + " staff_engineer.manager_id, staff_engineer.team FROM staff_employee"
                        + " LEFT JOIN staff_manager ON staff_manager.id = staff_employee.id"
                        + " LEFT JOIN staff_engineer ON staff_engineer.employee_id = staff_employee.id"
                        + " ORDER BY staff_employee.id");
    }

    @Test
    void aQueryForASubclass() {
        session.addAll(List.of(new Manager("m", 1), new Engineer("e", "java"), new Lead("l", "go", "core")));
        reopen();
        assertThat(session.list(select(ENGINEER).where(ENGINEER.name.eq("l"))))
                .hasSize(1)
                .first()
                .isInstanceOf(Lead.class);
        assertThat(session.list(
                        select(EMPLOYEE).where(EMPLOYEE.treat(ENGINEER).lang.eq("java"))))
                .extracting(employee -> employee.name)
                .containsExactly("e");
        assertThat(session.list(select(Staff_Lead_.LEAD)))
                .extracting(lead -> lead.team)
                .containsExactly("core");
        assertThat(session.list(select(MANAGER.as("m")))).hasSize(1);
    }

    @Test
    void onlyTablesWhoseColumnsChangedAreUpdated() {
        Engineer engineer = new Engineer("e", "java");
        session.add(engineer);
        session.flush();
        database.statements().clear();
        engineer.lang = "go";
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE staff_engineer SET lang=? WHERE staff_engineer.employee_id = ? [go, 1]");
        engineer.name = "f";
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly("UPDATE staff_employee SET name=? WHERE staff_employee.id = ? [f, 1]");
        engineer.name = "g";
        engineer.lang = "c";
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE staff_employee SET name=? WHERE staff_employee.id = ? [g, 1]",
                        "UPDATE staff_engineer SET lang=? WHERE staff_engineer.employee_id = ? [c, 1]");
    }

    @Test
    void aRowIsDeletedFromTheBaseTableLast() {
        session.add(new Manager("m", 1));
        reopen();
        session.delete(session.get(Employee.class, 1));
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "DELETE FROM staff_manager WHERE staff_manager.id = ? [1]",
                        "DELETE FROM staff_employee WHERE staff_employee.id = ? [1]");
    }

    @Test
    void anotherClassIsNotFoundWithoutSqlWhereTheSessionKnowsTheRow() {
        session.addAll(List.of(new Manager("m", 1), new Engineer("e", "java")));
        reopen();
        Manager manager = session.get(Manager.class, 1);
        assertThat(database.statements().reads()).hasSize(1);
        assertThat(session.get(Engineer.class, 1)).isNull();
        assertThat(session.get(Employee.class, 1)).isSameAs(manager);
        assertThat(database.statements().reads()).isEmpty();
        assertThat(session.get(Manager.class, 2)).isNull();
    }

    @Test
    void aRollbackTakesTheRowsOfAllTablesBack() {
        Engineer engineer = new Engineer("e", "java");
        session.add(engineer);
        session.commit();
        engineer.name = "f";
        engineer.lang = "go";
        session.flush();
        Manager manager = new Manager("m", 1);
        manager.reports.add(engineer);
        session.add(manager);
        session.flush();
        session.rollback();
        assertThat(manager.id).isNull();
        assertThat(engineer.name).isEqualTo("e");
        assertThat(engineer.lang).isEqualTo("java");
        assertThat(engineer.managerId).isNull();
        assertThat(database.rows(session.connection(), "SELECT id, name, type FROM staff_employee"))
                .containsExactly("1|e|engineer");
        assertThat(database.rows(session.connection(), "SELECT count(*) FROM staff_manager"))
                .containsExactly("0");
        session.delete(engineer);
        session.flush();
        session.rollback();
        assertThat(session.get(Employee.class, 1)).isSameAs(engineer);
        assertThat(database.rows(session.connection(), "SELECT employee_id, lang FROM staff_engineer"))
                .containsExactly("1|java");
    }

    @Test
    void relationshipsLeadToObjectsOfTheirClasses() {
        Company company = new Company("c");
        Manager manager = new Manager("m", 1);
        Engineer engineer = new Engineer("e", "java");
        company.employees.add(manager);
        company.employees.add(engineer);
        manager.reports.add(engineer);
        session.add(company);
        reopen();
        Company read = session.get(Company.class, 1);
        assertThat(read.employees).extracting(Object::getClass).containsExactly(Manager.class, Engineer.class);
        Manager first = (Manager) read.employees.get(0);
        assertThat(first.reports).containsExactly((Engineer) read.employees.get(1));
        assertThat(first.reports.get(0).manager.get()).isSameAs(first);
        database.statements().clear();
        session.delete(read);
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "DELETE FROM staff_engineer WHERE staff_engineer.employee_id = ? [2]",
                        "DELETE FROM staff_employee WHERE staff_employee.id = ? [2]",
                        "DELETE FROM staff_manager WHERE staff_manager.id = ? [1]",
                        "DELETE FROM staff_employee WHERE staff_employee.id = ? [1]",
                        "DELETE FROM staff_company WHERE staff_company.id = ? [1]");
    }

    @Test
    void aLockReachesTheTablesOfTheClassThatIsAskedFor() {
        Manager manager = new Manager("m", 1);
        Engineer engineer = new Engineer("e", "java");
        session.addAll(List.of(manager, engineer));
        reopen();
        if (!TestDatabase.dialect().has(Capability.FOR_UPDATE)) {
            assertThatThrownBy(() -> session.list(select(EMPLOYEE).lock(RowLock.forUpdate())))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("FOR UPDATE");
            return;
        }
        if (TestDatabase.dialect().has(Capability.LOCK_OF_OUTER_JOINS)) {
            assertThat(session.list(select(EMPLOYEE).lock(RowLock.forUpdate()))).hasSize(2);
            assertThat(database.statements().reads()).singleElement().asString().endsWith(" FOR UPDATE");
        } else {
            assertThat(session.list(select(EMPLOYEE).lock(RowLock.forUpdate()))).hasSize(2);
            assertThat(database.statements().reads())
                    .singleElement()
                    .asString()
                    .endsWith(" FOR UPDATE OF staff_employee");
        }
        assertThat(session.get(select(ENGINEER).lock(RowLock.forUpdate()), engineer.id))
                .isInstanceOf(Engineer.class);
        assertThat(session.get(select(MANAGER).lock(RowLock.forUpdate()), engineer.id))
                .isNull();
        try (Session other = database.open()) {
            assertThat(other.list(select(EMPLOYEE).lock(RowLock.forUpdate().skipLocked())))
                    .isEmpty();
            assertThat(other.list(select(EMPLOYEE))).hasSize(2);
        }
    }

    @Test
    void aLockBringsAnObjectOfASubclassUpToDate() {
        TestDatabase.require(Capability.FOR_UPDATE);
        Engineer engineer = new Engineer("e", "java");
        session.add(engineer);
        session.commit();
        assertThat(session.getOne(Engineer.class, engineer.id)).isSameAs(engineer);
        database.sql("UPDATE staff_engineer SET lang = 'sql'", "UPDATE staff_employee SET name = 'x'");
        assertThat(session.get(select(EMPLOYEE).lock(RowLock.forUpdate()), engineer.id))
                .isSameAs(engineer);
        assertThat(engineer.lang).isEqualTo("sql");
        assertThat(engineer.name).isEqualTo("x");
    }

    @Test
    void anObjectDoesNotChangeItsClass() {
        Engineer engineer = new Engineer("e", "java");
        session.add(engineer);
        session.commit();
        session.refresh(engineer);
        engineer.type = "manager";
        database.statements().clear();
        assertThatThrownBy(session::flush)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("was changed to manager, but it says of which class the object is");
        assertThat(database.statements().all()).isEmpty();
        engineer.type = "engineer";
        engineer.name = "f";
        session.commit();
        assertThat(database.rows("SELECT name, type FROM staff_employee")).containsExactly("f|engineer");
    }
}
