package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.orm.mapping.Id;
import org.jspecify.annotations.Nullable;

/** As {@link Node}, but the reference cannot be left out. */
@Entity(table = "sort_link")
class Link {
    @Id(generation = Generation.ASSIGNED)
    @Nullable
    Integer id;

    @Column(nullable = false)
    @ForeignKey(references = Link.class)
    @Nullable
    Integer nextId;

    Link() {}

    Link(int id, int nextId) {
        this.id = id;
        this.nextId = nextId;
    }
}
