package dev.dovetail.benchmarks.dovetail;

import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Index;
import dev.dovetail.orm.mapping.Relationship;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A child of a {@link Parent}: its foreign key has no rule for deletes. */
@Entity
class Child {

    @Id
    @Nullable
    Long id;

    @Index
    @Column(nullable = false)
    @ForeignKey(references = Parent.class)
    @Nullable
    Long parentId;

    @Column(nullable = false, length = 60)
    String name;

    int quantity;

    @Column(nullable = false, precision = 10, scale = 2)
    BigDecimal price;

    boolean active;

    @Relationship(backPopulates = "children")
    final One<Parent> parent = new One<>(this);

    Child() {}

    Child(String name, int quantity, BigDecimal price, boolean active) {
        this.name = name;
        this.quantity = quantity;
        this.price = price;
        this.active = active;
    }
}
