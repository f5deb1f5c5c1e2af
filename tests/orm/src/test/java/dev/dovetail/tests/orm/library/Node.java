package dev.dovetail.tests.orm.library;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** A tree in one table. */
@Entity(table = "tree")
public final class Node {
    @Id
    public @Nullable Integer id;

    public @Nullable String name;

    @ForeignKey(references = Node.class)
    public @Nullable Integer parentId;

    @Relationship(backPopulates = "children")
    public final One<Node> parent = new One<>(this);

    @Relationship(backPopulates = "parent")
    public final Many<Node> children = new Many<>(this);

    Node() {}

    public Node(String name) {
        this.name = name;
    }
}
