package dev.dovetail.tests.docs;

import dev.dovetail.orm.mapping.DiscriminatorValue;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Inheritance;
import dev.dovetail.orm.mapping.InheritanceStrategy;
import org.jspecify.annotations.Nullable;

/** The hierarchy of guide/inheritance.md. */
final class Staff {

    private Staff() {}

    // tag::inheritance-classes[]
    @Entity(table = "employee")
    @Inheritance(strategy = InheritanceStrategy.JOINED, discriminator = "type")
    @DiscriminatorValue("employee")
    static class Employee {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;
    }

    @Entity(table = "engineer")
    @DiscriminatorValue("engineer")
    static class Engineer extends Employee {
        @Nullable
        String language;
    }
    // end::inheritance-classes[]
}
