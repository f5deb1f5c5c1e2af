package dev.dovetail.benchmarks.dovetail;

import static dev.dovetail.schema.ReferentialAction.CASCADE;

import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Index;
import dev.dovetail.orm.mapping.Relationship;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A part of an {@link Owner}, with which the database deletes it. */
@Entity
class Part {

    @Id
    @Nullable
    Long id;

    @Index
    @Column(nullable = false)
    @ForeignKey(references = Owner.class, onDelete = CASCADE)
    @Nullable
    Long ownerId;

    @Column(nullable = false, length = 60)
    String name;

    int quantity;

    @Column(nullable = false, precision = 10, scale = 2)
    BigDecimal price;

    boolean active;

    @Relationship(backPopulates = "parts")
    final One<Owner> owner = new One<>(this);

    Part() {}

    Part(String name, int quantity, BigDecimal price, boolean active) {
        this.name = name;
        this.quantity = quantity;
        this.price = price;
        this.active = active;
    }
}
