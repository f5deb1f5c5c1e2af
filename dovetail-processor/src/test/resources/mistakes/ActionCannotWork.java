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

    @ForeignKey(
            references = Parent.class,
            onDelete = ReferentialAction.SET_NULL)
            //! [FK02] Child.parentId: ON DELETE SET NULL would set parentId to NULL, but it is NOT NULL; let it be null (@Column(nullable = true), no primitive type), or choose another action
    int parentId;

    @ForeignKey(references = Parent.class, onUpdate = ReferentialAction.SET_DEFAULT)
    //! [FK02] Child.otherId: ON UPDATE SET DEFAULT needs a default for otherId; give one with @Default(sql = …), or choose another action
    Integer otherId;

    @Default(sql = "1")
    @ForeignKey(references = Parent.class, onUpdate = ReferentialAction.SET_DEFAULT)
    Integer thirdId;
}
