package dev.dovetail.benchmarks.dovetail;

import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Index;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A flat entity. */
@Entity
class Item {

    @Id
    @Nullable
    Long id;

    @Index(unique = true)
    @Column(nullable = false, length = 60)
    String name;

    int quantity;
    long weight;
    double price;
    boolean active;

    @Column(nullable = false)
    LocalDateTime created;

    @Nullable
    String note;

    Item() {}

    Item(
            String name,
            int quantity,
            long weight,
            double price,
            boolean active,
            LocalDateTime created,
            @Nullable String note) {
        this.name = name;
        this.quantity = quantity;
        this.weight = weight;
        this.price = price;
        this.active = active;
        this.created = created;
        this.note = note;
    }
}
