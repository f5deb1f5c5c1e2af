package dev.dovetail.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.orm.check.CheckReport;
import dev.dovetail.orm.check.Problem;
import org.junit.jupiter.api.Test;

/** The samples of guide/checking.md. */
class CheckingTest extends SampleDatabase {

    @Test
    void allAtOnce() {
        // tag::check-all[]
        try (Session session = sessions.open()) {
            session.add(new User("ada@example.org"));
            session.commit();
            User nameless = new User(null);
            User second = new User("ada@example.org");
            Child lost = new Child("C1");
            lost.parentId = 99;
            session.add(nameless);
            session.add(second);
            session.add(lost);

            CheckReport report = session.check();

            assertThat(report.toString()).isEqualTo("""
                    [DVT-23-NOT-NULL] users.email must not be null
                    [DVT-23-UNIQUE] users.email = 'ada@example.org': already taken by users 1
                    [DVT-23-FK-PARENT] child.parent_id = 99: no parent has id = 99
                    """);
            Problem problem = report.of(lost).get(0);
            assertThat(problem.attributes()).containsExactly("parentId"); // what a form would mark
            assertThat(problem.code()).isEqualTo("DVT-23-FK-PARENT"); // the error that a flush would end in
            assertThat(report.unchecked()).isEmpty();
        }
        // end::check-all[]
    }
}
