package dev.dovetail.tests.orm.inheritance;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** A joined hierarchy: a table for each class; relationships of the base, and between two subclasses. */
final class Staff {

    private Staff() {}

    @Entity(table = "staff_company")
    static class Company {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "company",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                orderBy = "id")
        final Many<Employee> employees = new Many<>(this);

        Company() {}

        Company(String name) {
            this.name = name;
        }
    }

    @Entity(table = "staff_employee")
    @Inheritance(strategy = InheritanceStrategy.JOINED)
    @DiscriminatorValue("employee")
    static class Employee {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Nullable
        String type;

        @ForeignKey(references = Company.class)
        @Nullable
        Integer companyId;

        @Relationship(backPopulates = "employees")
        final One<Company> company = new One<>(this);
    }

    @Entity(table = "staff_manager")
    @DiscriminatorValue("manager")
    static class Manager extends Employee {
        @Nullable
        Integer level;

        @Relationship(backPopulates = "manager", foreignKey = "managerId", orderBy = "id")
        final Many<Engineer> reports = new Many<>(this);

        Manager() {}

        Manager(String name, int level) {
            this.name = name;
            this.level = level;
        }
    }

    @Entity(table = "staff_engineer")
    @DiscriminatorValue("engineer")
    @BaseKey(columns = "employee_id", onDelete = dev.dovetail.schema.ReferentialAction.CASCADE)
    static class Engineer extends Employee {
        @Nullable
        String lang;

        @ForeignKey(references = Manager.class)
        @Nullable
        Integer managerId;

        @Relationship(backPopulates = "reports", foreignKey = "managerId")
        final One<Manager> manager = new One<>(this);

        Engineer() {}

        Engineer(String name, String lang) {
            this.name = name;
            this.lang = lang;
        }
    }

    /** A third level, without a table of its own. */
    @Entity
    @Inheritance(strategy = InheritanceStrategy.SINGLE_TABLE)
    @DiscriminatorValue("lead")
    static class Lead extends Engineer {
        @Nullable
        String team;

        Lead() {}

        Lead(String name, String lang, String team) {
            super(name, lang);
            this.team = team;
        }
    }
}
