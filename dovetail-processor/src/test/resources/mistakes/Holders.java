package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Thing {
    @Id Integer id;

    @Relationship
    //! [MAP17] Thing.things: @Relationship stands on a List<Thing>, but a relationship is held by a One or a Many; write final Many<Thing> things = new Many<>(this)
    List<Thing> things;

    @Relationship(backPopulates = "x")
    //! [MAP17] Thing.thing: @Relationship stands on a Thing, but a relationship is held by a One or a Many; write final One<Thing> thing = new One<>(this)
    Thing thing;

    final One<String> text = new One<>(this);
    //! [MAP18] Thing.text: String is no entity; put @Entity on it, or keep the object in a field that is marked @Transient

    One<Thing> open = new One<>(this);
    //! [MAP23] Thing.open: a holder belongs to its object for good; make the One final

    @SuppressWarnings("rawtypes")
    final Many raw = null;
    //! [MAP23] Thing.raw: the Many does not say of which class; write Many<…>

    @ForeignKey
    //! [MAP23] Thing.many: the foreign key of a Many is in the other table; put @ForeignKey into Thing
    final Many<Thing> many = new Many<>(this);

    @Id
    //! [MAP23] Thing.key: @Id stands on columns, not on a One; give the foreign key's column a field of its own, and put it there
    @ForeignKey
    final One<Thing> key = new One<>(this);
    //! [FK11] Thing.key: another relationship of Thing writes thing(key_id) already; make one of the two viewOnly, or drop it

    @Column(name = "x")
    //! [MAP23] Thing.second: @Column on a One describes the foreign key's column, but there is no @ForeignKey beside it
    final One<Thing> second = new One<>(this);
    //! [FK11] Thing.second: another relationship of Thing writes thing(key_id) already; make one of the two viewOnly, or drop it
}
