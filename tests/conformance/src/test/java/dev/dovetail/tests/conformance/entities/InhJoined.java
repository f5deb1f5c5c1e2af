package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** joined-table inheritance; relationship on the base (delete-orphan) and between two subclasses; written by {@code EntityFilesTest}. */
public final class InhJoined {
    private InhJoined() {}

    /** A row of {@code company}. */
    @Entity(table = "company")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Company {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "company",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Employee> employees = new Many<>(this);
    }

    /** A row of {@code employee}. */
    @Entity(table = "employee")
    @Inheritance(strategy = InheritanceStrategy.JOINED, discriminator = "type")
    @DiscriminatorValue("employee")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static class Employee {

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

        @Relationship(
                backPopulates = "employees",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Company> company = new One<>(this);

        Employee() {
            type = "employee";
        }
    }

    /** A row of {@code manager}. */
    @Entity(table = "manager")
    @DiscriminatorValue("manager")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Manager extends Employee {

        @Nullable
        Integer level;

        @Relationship(
                backPopulates = "manager",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                foreignKey = "manager_id",
                orderBy = "id")
        final Many<Engineer> reports = new Many<>(this);

        Manager() {
            type = "manager";
        }
    }

    /** A row of {@code engineer}. */
    @Entity(table = "engineer")
    @DiscriminatorValue("engineer")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Engineer extends Employee {

        @Nullable
        String lang;

        @ForeignKey(references = Manager.class)
        @Nullable
        Integer managerId;

        @Relationship(
                backPopulates = "reports",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                foreignKey = "manager_id")
        final One<Manager> manager = new One<>(this);

        Engineer() {
            type = "engineer";
        }
    }
}
