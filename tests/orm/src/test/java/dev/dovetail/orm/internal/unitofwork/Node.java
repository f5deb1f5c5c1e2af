package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.orm.mapping.Id;
import org.jspecify.annotations.Nullable;

/** A row that refers to another of its table. */
@Entity(table = "sort_node")
class Node {
    @Id(generation = Generation.ASSIGNED)
    @Nullable
    Integer id;

    @ForeignKey(references = Node.class)
    @Nullable
    Integer nextId;

    Node() {}

    Node(int id, @Nullable Integer nextId) {
        this.id = id;
        this.nextId = nextId;
    }
}
