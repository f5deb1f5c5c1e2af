package dev.dovetail.tests.orm.previews;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** Entities whose relationships have each of the ways to treat what a deleted object leaves behind. */
@SuppressWarnings("unused")
final class Firm {

    private Firm() {}

    @Entity(table = "firm_company")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static class Company {
        @Id
        @Nullable
        Integer id;

        /** Found and deleted by the session. */
        @Relationship(backPopulates = "company", cascade = Cascade.ALL)
        final Many<Office> offices = new Many<>(this);

        /** Left to the database, which refuses. */
        @Relationship(backPopulates = "company")
        final Many<Client> clients = new Many<>(this);

        /** The key is set to NULL by the session. */
        @Relationship(backPopulates = "company", passiveDeletes = PassiveDeletes.NEVER)
        final Many<Contract> contracts = new Many<>(this);

        /** The same for those in the loaded holder. */
        @Relationship(backPopulates = "company", passiveDeletes = PassiveDeletes.UNLOADED)
        final Many<Car> cars = new Many<>(this);

        /** Deleted by the database, those in memory by the session. */
        @Relationship(backPopulates = "company", cascade = Cascade.ALL)
        final Many<Note> notes = new Many<>(this);

        @Secondary
        @Relationship(backPopulates = "companies")
        final Many<Tag> tags = new Many<>(this);

        /** Those in the loaded holder are deleted, the others refuse. */
        @Relationship(backPopulates = "company", cascade = Cascade.ALL, passiveDeletes = PassiveDeletes.UNLOADED)
        final Many<Gadget> gadgets = new Many<>(this);

        /** Rows of the secondary table are deleted for what the loaded holder has. */
        @Secondary
        @Relationship(backPopulates = "companies", passiveDeletes = PassiveDeletes.UNLOADED)
        final Many<Label> labels = new Many<>(this);

        /** Goes with its company, although the company refers to it. */
        @ForeignKey(references = Charter.class)
        @Nullable
        Integer charterId;

        @Relationship(cascade = Cascade.ALL, singleParent = true)
        final One<Charter> charter = new One<>(this);

        @Relationship(backPopulates = "company", cascade = Cascade.ALL)
        final Many<Worker> workers = new Many<>(this);
    }

    @Entity(table = "firm_charter")
    static class Charter {
        @Id
        @Nullable
        Integer id;
    }

    @Entity(table = "firm_office")
    @SuppressWarnings({"FK01", "FK04"})
    static class Office {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Company.class)
        @Nullable
        Integer companyId;

        @Relationship(backPopulates = "offices")
        final One<Company> company = new One<>(this);

        /** Only the database knows what becomes of them. */
        @Relationship(backPopulates = "office")
        final Many<Room> rooms = new Many<>(this);

        @Relationship(backPopulates = "office", cascade = Cascade.ALL)
        final Many<Desk> desks = new Many<>(this);
    }

    @Entity(table = "firm_room")
    @SuppressWarnings({"FK01", "FK04"})
    static class Room {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Office.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer officeId;

        @Relationship(backPopulates = "rooms")
        final One<Office> office = new One<>(this);
    }

    @Entity(table = "firm_desk")
    @SuppressWarnings({"FK01", "FK04"})
    static class Desk {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Office.class)
        @Nullable
        Integer officeId;

        @Relationship(backPopulates = "desks")
        final One<Office> office = new One<>(this);

        @ForeignKey(references = Room.class, onDelete = ReferentialAction.SET_NULL)
        @Nullable
        Integer roomId;
    }

    @Entity(table = "firm_client")
    @SuppressWarnings({"FK01", "FK04"})
    static class Client {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Company.class)
        @Nullable
        Integer companyId;

        @Relationship(backPopulates = "clients")
        final One<Company> company = new One<>(this);
    }

    @Entity(table = "firm_contract")
    @SuppressWarnings({"FK01", "FK04"})
    static class Contract {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Company.class)
        @Nullable
        Integer companyId;

        @Relationship(backPopulates = "contracts")
        final One<Company> company = new One<>(this);
    }

    @Entity(table = "firm_car")
    @SuppressWarnings({"FK01", "FK04"})
    static class Car {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Company.class)
        @Nullable
        Integer companyId;

        @Relationship(backPopulates = "cars")
        final One<Company> company = new One<>(this);
    }

    @Entity(table = "firm_note")
    @SuppressWarnings({"FK01", "FK04"})
    static class Note {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Company.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer companyId;

        @Relationship(backPopulates = "notes")
        final One<Company> company = new One<>(this);

        @ForeignKey(references = Note.class)
        @Nullable
        Integer answerTo;

        @Relationship(cascade = Cascade.ALL, backPopulates = "question")
        final Many<Note> answers = new Many<>(this);

        @Relationship(backPopulates = "answers")
        final One<Note> question = new One<>(this);
    }

    @Entity(table = "firm_gadget")
    @SuppressWarnings({"FK01", "FK04"})
    static class Gadget {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Company.class)
        @Nullable
        Integer companyId;

        @Relationship(backPopulates = "gadgets")
        final One<Company> company = new One<>(this);
    }

    @Entity(table = "firm_label")
    static class Label {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "labels", passiveDeletes = PassiveDeletes.NEVER)
        final Many<Company> companies = new Many<>(this);
    }

    @Entity(table = "firm_tag")
    static class Tag {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "tags", cascade = Cascade.ALL)
        final Many<Company> companies = new Many<>(this);
    }

    @Entity(table = "firm_worker")
    @Inheritance(strategy = InheritanceStrategy.JOINED)
    @DiscriminatorValue("worker")
    @SuppressWarnings({"FK01", "FK04"})
    static class Worker {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String type;

        @ForeignKey(references = Company.class)
        @Nullable
        Integer companyId;

        @Relationship(backPopulates = "workers")
        final One<Company> company = new One<>(this);
    }

    @Entity(table = "firm_manager")
    @DiscriminatorValue("manager")
    @SuppressWarnings({"FK01", "FK04"})
    static class Manager extends Worker {
        @Relationship(backPopulates = "manager", cascade = Cascade.ALL)
        final Many<Report> reports = new Many<>(this);
    }

    @Entity(table = "firm_report")
    @Inheritance
    @DiscriminatorValue("report")
    @SuppressWarnings({"FK01", "FK04"})
    static class Report {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String type;

        @ForeignKey(references = Manager.class)
        @Nullable
        Integer managerId;

        @Relationship(backPopulates = "reports")
        final One<Manager> manager = new One<>(this);
    }

    @Entity
    @DiscriminatorValue("secret")
    @SuppressWarnings({"FK01", "FK04"})
    static class SecretReport extends Report {
        @Relationship(backPopulates = "report", cascade = Cascade.ALL)
        final Many<Seal> seals = new Many<>(this);
    }

    @Entity(table = "firm_seal")
    @SuppressWarnings({"FK01", "FK04"})
    static class Seal {
        @Id
        @Nullable
        @Sensitive
        Integer id;

        @ForeignKey(references = SecretReport.class)
        @Nullable
        Integer reportId;

        @Relationship(backPopulates = "seals")
        final One<SecretReport> report = new One<>(this);
    }
}
