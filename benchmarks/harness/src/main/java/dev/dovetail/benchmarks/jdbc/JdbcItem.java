package dev.dovetail.benchmarks.jdbc;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code item}. */
final class JdbcItem {

    long id;
    String name = "";
    int quantity;
    long weight;
    double price;
    boolean active;
    LocalDateTime created = LocalDateTime.MIN;

    @Nullable
    String note;

    JdbcItem() {}

    /** A snapshot. */
    JdbcItem(JdbcItem of) {
        id = of.id;
        name = of.name;
        quantity = of.quantity;
        weight = of.weight;
        price = of.price;
        active = of.active;
        created = of.created;
        note = of.note;
    }
}
