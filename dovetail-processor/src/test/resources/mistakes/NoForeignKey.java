package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Parent {
    @Id Integer id;

    @Relationship
    //! [MAP09] Parent.children: no foreign key of Child refers to Parent; put @ForeignKey(references = Parent.class) on the field of Child that holds the key, or @ForeignKey on its One<Parent>
    final Many<Child> children = new Many<>(this);

    final One<Child> favourite = new One<>(this);
    //! [MAP09] Parent.favourite: no foreign key of Parent refers to Child, and none of Child to Parent; put @ForeignKey(references = Child.class) on the field of Parent that holds the key, or @ForeignKey on its One<Child>

    @Relationship(backPopulates = "friends")
    //! [MAP09] Parent.friends: both sides are collections; put @Secondary on one of them, for the table between Parent and Child, or map that table as an entity with a foreign key to each
    final Many<Child> friends = new Many<>(this);
}

@Entity
class Child {
    @Id Integer id;

    @Relationship(backPopulates = "friends")
    //! [MAP09] Child.friends: both sides are collections; put @Secondary on one of them, for the table between Child and Parent, or map that table as an entity with a foreign key to each
    final Many<Parent> friends = new Many<>(this);
}
