package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.docs.Staff_Employee_.EMPLOYEE;
import static dev.dovetail.tests.docs.Staff_Engineer_.ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.engine.Engine;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.tests.docs.Staff.Employee;
import dev.dovetail.tests.docs.Staff.Engineer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of guide/inheritance.md. */
class InheritanceTest {

    @Test
    void queries() {
        try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
            SessionFactory sessions = SessionFactory.of(engine, Employee.class, Engineer.class);
            sessions.metadata().createAll(engine);
            sessions.transaction(session -> {
                Engineer ada = new Engineer();
                ada.name = "Ada";
                ada.language = "Java";
                session.add(ada);
                session.add(new Employee());
            });
            try (Session session = sessions.open()) {
                // tag::inheritance-queries[]
                List<Employee> all = session.list(select(EMPLOYEE)); // each of its own class
                List<Engineer> engineers = session.list(select(ENGINEER).where(ENGINEER.name.eq("Ada")));
                List<Employee> some = session.list(
                        select(EMPLOYEE).where(EMPLOYEE.treat(ENGINEER).language.eq("Java")));
                // end::inheritance-queries[]
                assertThat(all).hasSize(2);
                assertThat(engineers).hasSize(1);
                assertThat(some).containsExactly(engineers.get(0));
            }
        }
    }
}
