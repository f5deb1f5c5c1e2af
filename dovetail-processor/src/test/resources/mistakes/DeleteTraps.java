package app;

import static dev.dovetail.orm.mapping.Cascade.*;
import static dev.dovetail.schema.ReferentialAction.CASCADE;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;

@Entity
class Customer {
    @Id Integer id;

    @Relationship(cascade = ALL, passiveDeletes = PassiveDeletes.NEVER, foreignKey = "found.customer_id")
    final Many<Found> found = new Many<>(this);

    @Relationship(cascade = ALL, foreignKey = "upload.customer_id")
    final Many<Upload> uploads = new Many<>(this);
}

@Entity
@HearsDeletes
class Upload {
    @Id Integer id;

    @ForeignKey(
            references = Customer.class,
            onDelete = CASCADE)
            //! [FK05] Upload.customerId: deleting a Customer lets the database delete rows of Upload, and no listener hears of it; give Customer a Many with cascade = ALL and passiveDeletes = NEVER, or drop onDelete
    Integer customerId;

    @SuppressWarnings("FK05")
    @ForeignKey(references = Customer.class, onDelete = CASCADE)
    Integer silencedId;

    @ForeignKey(references = Customer.class)
    Integer refusedId;
}

@Entity
@HearsDeletes
class Found {
    @Id Integer id;

    @ForeignKey(references = Customer.class, onDelete = CASCADE)
    Integer customerId;

    @Relationship(cascade = ALL, passiveDeletes = PassiveDeletes.NEVER)
    final Many<Below> below = new Many<>(this);
}

@Entity
@SuppressWarnings("FK05")
class Between {
    @Id Integer id;

    @ForeignKey(references = Customer.class, onDelete = CASCADE)
    Integer customerId;

    @Relationship(cascade = ALL, passiveDeletes = PassiveDeletes.NEVER)
    final Many<Below> below = new Many<>(this);
}

@Entity
@HearsDeletes
class Below {
    @Id Integer id;

    @ForeignKey(references = Found.class, onDelete = CASCADE)
    Integer foundId;

    @ForeignKey(references = Between.class, onDelete = CASCADE)
    //! [FK05] Below.betweenId: deleting a Customer lets the database delete rows of Below, and no listener hears of it; let the session find what is deleted on the way from Customer (cascade = ALL, passiveDeletes = NEVER), or drop onDelete
    Integer betweenId;
}

@Entity
class Visit {
    @Id Integer id;

    @ForeignKey(references = Customer.class)
    Integer customerId;

    @Column(unique = true)
    @ForeignKey(references = Customer.class)
    Integer onlyId;

    @ForeignKey(references = Customer.class)
    Integer ownId;

    @ForeignKey(references = Customer.class)
    Integer silencedId;

    @Relationship(foreignKey = "customerId", cascade = ALL)
    //! [FK06] Visit.customer: deleting a Visit deletes its Customer, which other Visit objects may still refer to; drop DELETE, or add singleParent = true
    final One<Customer> customer = new One<>(this);

    @Relationship(foreignKey = "onlyId", cascade = ALL)
    final One<Customer> only = new One<>(this);

    @Relationship(foreignKey = "ownId", cascade = ALL, singleParent = true)
    final One<Customer> own = new One<>(this);

    @SuppressWarnings("FK06")
    @Relationship(foreignKey = "silencedId", cascade = ALL)
    final One<Customer> silenced = new One<>(this);
}

@MappedSuperclass
@HearsDeletes(soft = true)
abstract class Archived {
    String deletedBy;
}

@Entity
class Folder extends Archived {
    @Id Integer id;

    @Relationship(cascade = ALL)
    //! [FK13] Folder.pages: deleting a Folder only marks its row, but deletes the rows of Page; drop DELETE, or give Page @HearsDeletes(soft = true)
    final Many<Page> pages = new Many<>(this);

    @SuppressWarnings("FK13")
    @Relationship(cascade = ALL)
    final Many<Sheet> sheets = new Many<>(this);

    @Relationship(cascade = ALL)
    final Many<Note> notes = new Many<>(this);

    @Relationship
    final Many<Mark> marks = new Many<>(this);
}

@Entity
class Page {
    @Id Integer id;

    @ForeignKey(references = Folder.class)
    Integer folderId;
}

@Entity
class Sheet {
    @Id Integer id;

    @ForeignKey(references = Folder.class)
    Integer folderId;
}

@Entity
class Note extends Archived {
    @Id Integer id;

    @ForeignKey(references = Folder.class)
    Integer folderId;
}

@Entity
class Mark {
    @Id Integer id;

    @ForeignKey(references = Folder.class)
    Integer folderId;
}
