package dev.dovetail.examples.stories.endlesscascade;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** The document's second way out: children that are not in memory are left to the database. */
final class PassiveUnloaded {

    private PassiveUnloaded() {}

    static Parent family() {
        Parent parent = new Parent();
        parent.name = "P1";
        parent.children.add(child("C1"));
        parent.children.add(child("C2"));
        return parent;
    }

    private static Child child(String name) {
        Child child = new Child();
        child.name = name;
        return child;
    }

    @Entity(table = "parent")
    @SuppressWarnings("MAP15") // each part of the story maps the same two tables in its own way
    static class Parent {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(backPopulates = "parent", passiveDeletes = PassiveDeletes.UNLOADED)
        @SuppressWarnings({"FK01", "FK04"}) // children that are in memory would lose their key all the same
        final Many<Child> children = new Many<>(this);
    }

    @Entity(table = "child")
    @SuppressWarnings("MAP15")
    static class Child {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Column(nullable = false)
        @ForeignKey(references = Parent.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<Parent> parent = new One<>(this);
    }
}
