package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** single-table inheritance; relationship on the base and a self-reference through a subclass; written by {@code EntityFilesTest}. */
public final class InhSingle {
    private InhSingle() {}

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
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Employee> employees = new Many<>(this);
    }

    /** A row of {@code employee}. */
    @Entity(table = "employee")
    @Inheritance(strategy = InheritanceStrategy.SINGLE_TABLE, discriminator = "type")
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

        @Nullable
        Integer level;

        @ForeignKey(references = Company.class)
        @Nullable
        Integer companyId;

        @ForeignKey(references = Employee.class)
        @Nullable
        Integer bossId;

        @Relationship(
                backPopulates = "employees",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Company> company = new One<>(this);

        @Relationship(
                backPopulates = "reports",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                foreignKey = "boss_id")
        final One<Manager> boss = new One<>(this);

        Employee() {
            type = "employee";
        }
    }

    /** A row of {@code employee}. */
    @Entity
    @DiscriminatorValue("manager")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Manager extends Employee {

        @Relationship(
                backPopulates = "boss",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                foreignKey = "boss_id",
                orderBy = "id")
        final Many<Employee> reports = new Many<>(this);

        Manager() {
            type = "manager";
        }
    }
}
