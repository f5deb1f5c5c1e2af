package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Parent {
    @Id Integer id;

    @SuppressWarnings({"FK01", "FK04"})
    @Relationship(passiveDeletes = PassiveDeletes.UNLOADED)
    final Many<Child> children = new Many<>(this);
}

@Entity
class Child {
    @Id Integer id;

    @ForeignKey(references = Parent.class, onDelete = ReferentialAction.CASCADE)
    int parentId;
}
