package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Parent {
    @Id Integer id;
}

@Entity
class Child {
    @Id Integer id;

    @ForeignKey
    @Relationship(cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
    //! [FK07] Child.parent: DELETE_ORPHAN on the side that has the foreign key would delete the Parent that other Child objects may still refer to; put DELETE_ORPHAN on the side of Parent, or add singleParent = true
    final One<Parent> parent = new One<>(this);

    @ForeignKey
    @Relationship(cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN}, singleParent = true)
    final One<Parent> other = new One<>(this);
}
