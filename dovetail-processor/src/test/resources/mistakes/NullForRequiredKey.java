package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Parent {
    @Id Integer id;

    @Relationship(
            backPopulates = "parent",
            passiveDeletes = PassiveDeletes.NEVER)
            //! [FK01] Parent.children: with passiveDeletes = NEVER and without the DELETE cascade, deleting a Parent sets child(parent_id) of its children to NULL, which is NOT NULL: the delete fails as soon as there is a child; add the DELETE cascade, or drop passiveDeletes and let the foreign key's own rule decide
            //! [FK04] Parent.children: with passiveDeletes = NEVER and without the DELETE cascade, deleting a Parent sets child(parent_id) of its children to NULL, although the foreign key says ON DELETE CASCADE: children are detached where the table would delete them; drop passiveDeletes and let the foreign key's own rule decide, or add the DELETE cascade
    final Many<Child> children = new Many<>(this);
}

@Entity
class Child {
    @Id Integer id;

    @ForeignKey(references = Parent.class, onDelete = ReferentialAction.CASCADE)
    @Column(nullable = false)
    Integer parentId;

    @Relationship(backPopulates = "children")
    final One<Parent> parent = new One<>(this);
}
