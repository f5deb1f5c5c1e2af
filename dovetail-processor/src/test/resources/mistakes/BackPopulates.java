package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Parent {
    @Id Integer id;

    @Relationship(backPopulates = "parnet")
    //! [MAP06] Parent.children: backPopulates = "parnet": Child has no relationship of that name; those to Parent are: mother
    final Many<Child> children = new Many<>(this);

    @Relationship(backPopulates = "mother")
    //! [FK11] Parent.others: another relationship of Parent writes child(parent_id) already; make one of the two viewOnly, or drop it
    //! [MAP08] Parent.others: backPopulates = "mother": Child.mother does not name it back; give it @Relationship(backPopulates = "others")
    final Many<Child> others = new Many<>(this);

    @Relationship(backPopulates = "self")
    //! [FK11] Parent.third: another relationship of Parent writes child(parent_id) already; make one of the two viewOnly, or drop it
    //! [MAP07] Parent.third: backPopulates = "self": Child.self leads to Child, not to Parent; those to Parent are: mother
    final Many<Child> third = new Many<>(this);
}

@Entity
class Child {
    @Id Integer id;

    @ForeignKey(references = Parent.class)
    Integer parentId;

    final One<Parent> mother = new One<>(this);

    @ForeignKey
    final One<Child> self = new One<>(this);
}
