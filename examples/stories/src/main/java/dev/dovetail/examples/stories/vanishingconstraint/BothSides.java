package dev.dovetail.examples.stories.vanishingconstraint;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** Both sides know of the relationship; the foreign key has no rule. */
final class BothSides {

    private BothSides() {}

    static Family family() {
        Parent p1 = new Parent();
        Child c1 = new Child();
        c1.parent.set(p1);
        return new Family(p1, c1, c1.parent::get);
    }

    @Entity(table = "parent")
    @SuppressWarnings("MAP15") // each part of the story maps the same two tables in its own way
    static class Parent {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "parent")
        final Many<Child> children = new Many<>(this);
    }

    @Entity(table = "child")
    @SuppressWarnings("MAP15")
    static class Child {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Parent.class)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<Parent> parent = new One<>(this);
    }
}
