package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Parent {
    @Id Integer id;

    @Relationship
    //! [MAP10] Parent.children: several foreign keys join Parent and Child: child(father_id), child(mother_id); choose one, for instance foreignKey = "mother_id"
    final Many<Child> children = new Many<>(this);

    @Relationship(foreignKey = "mother")
    //! [MAP11] Parent.ofMother: foreignKey = "mother" names no foreign key between Parent and Child; there are child(father_id), child(mother_id)
    final Many<Child> ofMother = new Many<>(this);
}

@Entity
class Child {
    @Id Integer id;

    @ForeignKey(references = Parent.class)
    Integer motherId;

    @ForeignKey(references = Parent.class)
    Integer fatherId;

    @Relationship(foreignKey = "fatherId")
    final One<Parent> father = new One<>(this);

    @Relationship
    //! [MAP10] Child.mother: several foreign keys join Child and Parent: child(father_id), child(mother_id); choose one, for instance foreignKey = "mother_id"
    final One<Parent> mother = new One<>(this);
}
