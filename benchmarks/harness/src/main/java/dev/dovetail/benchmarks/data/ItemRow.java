package dev.dovetail.benchmarks.data;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code item} as W4b reads it: a record, not an entity. */
public record ItemRow(
        long id,
        String name,
        int quantity,
        long weight,
        double price,
        boolean active,
        LocalDateTime created,
        @Nullable String note) {

    /** What the row adds to a checksum. */
    public long checksum() {
        return Checksum.item(id, name, quantity, weight, price, active, created, note);
    }
}
