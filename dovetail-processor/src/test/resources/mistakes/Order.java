package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Parent {
    @Id Integer id;

    @Relationship(orderBy = {"name DESC", "age"})
    //! [MAP19] Parent.children: orderBy = "age": Child has no column or field "age"; the columns are id, name, parent_id
    final Many<Child> children = new Many<>(this);

    @Relationship(orderBy = "name down")
    //! [FK11] Parent.second: another relationship of Parent writes child(parent_id) already; make one of the two viewOnly, or drop it
    //! [MAP19] Parent.second: orderBy = "name down": only DESC may follow the name
    final Many<Child> second = new Many<>(this);
}

@Entity
class Child {
    @Id Integer id;
    String name;

    @ForeignKey
    @Relationship(orderBy = "id")
    //! [MAP19] Child.parent: a One holds one object and has no order; drop orderBy
    //! [MAP43] Child.parent: it writes child(parent_id), and so does Parent.children from the other side, and neither sees what the other one does; give it backPopulates = "children" and let that name it back, or make one of the two viewOnly
    final One<Parent> parent = new One<>(this);
}
