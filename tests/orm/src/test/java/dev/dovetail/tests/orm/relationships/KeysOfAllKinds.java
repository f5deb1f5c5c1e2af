package dev.dovetail.tests.orm.relationships;

import static dev.dovetail.orm.mapping.Cascade.ALL;
import static dev.dovetail.orm.mapping.Cascade.DELETE_ORPHAN;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.orm.mapping.Secondary;
import dev.dovetail.orm.mapping.Unique;
import org.jspecify.annotations.Nullable;

/** An association object, and foreign keys of all kinds. */
final class KeysOfAllKinds {

    private KeysOfAllKinds() {}

    // an association object: the row between two others has a column of its own

    @Entity
    static class Student {
        @Id
        @Nullable
        Integer id;

        @Relationship(
                backPopulates = "student",
                cascade = {ALL, DELETE_ORPHAN})
        final Many<Enrolment> enrolments = new Many<>(this);

        @Secondary(table = "enrolment")
        @Relationship(viewOnly = true)
        final Many<Course> courses = new Many<>(this);
    }

    @Entity
    static class Course {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "course", cascade = ALL)
        final Many<Enrolment> enrolments = new Many<>(this);
    }

    @Entity
    static class Enrolment {
        @Id
        @ForeignKey(references = Student.class)
        @Nullable
        Integer studentId;

        @Id
        @ForeignKey(references = Course.class)
        @Nullable
        Integer courseId;

        @Nullable
        Integer mark;

        @Relationship(backPopulates = "enrolments")
        final One<Student> student = new One<>(this);

        @Relationship(backPopulates = "enrolments")
        final One<Course> course = new One<>(this);

        Enrolment() {}

        Enrolment(Student student, Course course, Integer mark) {
            this.student.set(student);
            this.course.set(course);
            this.mark = mark;
        }
    }

    // several keys to one class

    @Entity
    static class Account {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "from", foreignKey = "from_id")
        final Many<Transfer> outgoing = new Many<>(this);

        @Relationship(backPopulates = "to", foreignKey = "to_id")
        final Many<Transfer> incoming = new Many<>(this);
    }

    @Entity
    static class Transfer {
        @Id
        @Nullable
        Integer id;

        @ForeignKey
        @Relationship(backPopulates = "outgoing")
        final One<Account> from = new One<>(this);

        @ForeignKey
        @Relationship(backPopulates = "incoming")
        final One<Account> to = new One<>(this);
    }

    // keys of two columns that share one

    @Entity
    static class Worker {
        @Id
        String tenant = "";

        @Id
        int number;

        @Relationship(backPopulates = "worker")
        final Many<Task> tasks = new Many<>(this);

        Worker() {}

        Worker(String tenant, int number) {
            this.tenant = tenant;
            this.number = number;
        }
    }

    @Entity
    static class Project {
        @Id
        String tenant = "";

        @Id
        int number;

        @Relationship(backPopulates = "project")
        final Many<Task> tasks = new Many<>(this);

        Project() {}

        Project(String tenant, int number) {
            this.tenant = tenant;
            this.number = number;
        }
    }

    @Entity
    @ForeignKey(
            references = Worker.class,
            columns = {"tenant", "workerNumber"})
    @ForeignKey(
            references = Project.class,
            columns = {"tenant", "projectNumber"})
    static class Task {
        @Id
        @Nullable
        Integer id;

        @Column(nullable = false)
        @Nullable
        String tenant;

        @Nullable
        Integer workerNumber;

        @Nullable
        Integer projectNumber;

        @Relationship(backPopulates = "tasks")
        final One<Worker> worker = new One<>(this);

        @Relationship(backPopulates = "tasks")
        final One<Project> project = new One<>(this);
    }

    // a key to a unique column, and one to a unique key of two

    @Entity
    @Unique(columns = {"name", "founded"})
    static class Region {
        @Id
        @Nullable
        Integer id;

        @Column(unique = true)
        @Nullable
        String code;

        @Nullable
        String name;

        int founded = 1900;

        @Relationship(backPopulates = "region")
        final Many<Town> towns = new Many<>(this);

        Region() {}

        Region(String code, String name) {
            this.code = code;
            this.name = name;
        }
    }

    @Entity
    @ForeignKey(
            references = Region.class,
            columns = {"oldName", "oldYear"},
            referencedColumns = {"name", "founded"})
    static class Town {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Region.class, referencedColumns = "code")
        @Nullable
        String regionCode;

        @Nullable
        String oldName;

        @Nullable
        Integer oldYear;

        @Relationship(backPopulates = "towns", foreignKey = "regionCode")
        final One<Region> region = new One<>(this);

        @Relationship(foreignKey = {"oldName", "oldYear"})
        final One<Region> formerRegion = new One<>(this);
    }
}
