package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Parent {
    @Id Integer id;

    @Relationship(backPopulates = "mother", foreignKey = "fatherId")
    //! [MAP12] Parent.children: it follows child(father_id), but its other side Child.mother follows child(mother_id); choose one foreignKey for both
    final Many<Child> children = new Many<>(this);
}

@Entity
class Child {
    @Id Integer id;

    @ForeignKey(references = Parent.class)
    Integer motherId;

    @ForeignKey(references = Parent.class)
    Integer fatherId;

    @Relationship(backPopulates = "children", foreignKey = "motherId")
    //! [MAP12] Child.mother: it follows child(mother_id), but its other side Parent.children follows child(father_id); choose one foreignKey for both
    final One<Parent> mother = new One<>(this);

    @ForeignKey
    @Relationship(backPopulates = "previous")
    //! [MAP12] Child.next: it and its other side Child.previous both follow child(next_id) from the side that has the key; make one of them a Many
    final One<Child> next = new One<>(this);

    @Relationship(backPopulates = "next")
    //! [FK11] Child.previous: another relationship of Child writes child(next_id) already; make one of the two viewOnly, or drop it
    //! [MAP12] Child.previous: it and its other side Child.next both follow child(next_id) from the side that has the key; make one of them a Many
    final One<Child> previous = new One<>(this);
}
