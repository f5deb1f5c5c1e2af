package dev.dovetail.tests.orm.violations;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Tables with a constraint of each kind. */
final class Staff {

    private Staff() {}

    @Entity(table = "crew")
    static final class Team {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @Nullable
        @Column(length = 20)
        String name;

        @Relationship(backPopulates = "team")
        final Many<Person> members = new Many<>(this);

        Team() {}

        Team(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Entity(table = "person")
    @Check(sql = "age >= 0", name = "ck_person_age")
    static final class Person {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @Nullable
        @Column(nullable = false, unique = true, length = 40)
        String email;

        @Nullable
        Integer age;

        @Nullable
        @Column(precision = 5, scale = 2)
        BigDecimal share;

        @Nullable
        @ForeignKey(references = Team.class)
        Integer teamId;

        @Relationship(backPopulates = "members")
        final One<Team> team = new One<>(this);

        Person() {}

        Person(int id, @Nullable String email) {
            this.id = id;
            this.email = email;
        }

        @Nullable
        Object[] values() {
            return new Object[] {id, email, age, share, teamId};
        }
    }
}
