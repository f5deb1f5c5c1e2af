package dev.dovetail.examples.stories.lostpage;

import static dev.dovetail.schema.ReferentialAction.CASCADE;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** The document's {@code Belong}, with the action spelt as it was meant. */
@Entity
class Belong {
    @Id
    @Nullable
    Integer id;

    @ForeignKey(references = Relation.class, onUpdate = CASCADE, onDelete = CASCADE)
    @Nullable
    Integer relationOrder;

    @Relationship
    final Many<Page> pages = new Many<>(this);
}
