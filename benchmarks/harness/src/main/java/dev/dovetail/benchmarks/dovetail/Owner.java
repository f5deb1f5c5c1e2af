package dev.dovetail.benchmarks.dovetail;

import static dev.dovetail.orm.mapping.Cascade.ALL;
import static dev.dovetail.orm.mapping.Cascade.DELETE_ORPHAN;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** An owner whose parts the database deletes with it. */
@Entity
class Owner {

    @Id
    @Nullable
    Long id;

    @Column(nullable = false, length = 60)
    String name;

    @Column(nullable = false)
    LocalDateTime created;

    @Relationship(
            backPopulates = "owner",
            cascade = {ALL, DELETE_ORPHAN})
    final Many<Part> parts = new Many<>(this);

    Owner() {}

    Owner(String name, LocalDateTime created) {
        this.name = name;
        this.created = created;
    }
}
