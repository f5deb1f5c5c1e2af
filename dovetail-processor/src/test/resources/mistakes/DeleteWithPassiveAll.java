package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Parent {
    @Id Integer id;

    @Relationship(
            cascade = Cascade.ALL,
            passiveDeletes = PassiveDeletes.ALL)
            //! [MAP13] Parent.children: passiveDeletes = ALL touches no child, but the cascade DELETE deletes children; drop the one or the other
    final Many<Child> children = new Many<>(this);

    @Relationship(
    //! [FK11] Parent.orphans: another relationship of Parent writes child(parent_id) already; make one of the two viewOnly, or drop it
            cascade = Cascade.DELETE_ORPHAN)
            //! [MAP14] Parent.orphans: the cascade has DELETE_ORPHAN without DELETE: what is taken out is deleted, but deleting the Parent does not delete what it still holds; add DELETE, or ALL
    final Many<Child> orphans = new Many<>(this);
}

@Entity
class Child {
    @Id Integer id;
    @ForeignKey(references = Parent.class) Integer parentId;
}
