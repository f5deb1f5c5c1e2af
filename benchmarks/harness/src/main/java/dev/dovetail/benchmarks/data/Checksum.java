package dev.dovetail.benchmarks.data;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Checksums of rows. Those of several rows are added, so that their order has no part in it. */
public final class Checksum {

    private Checksum() {}

    /** The checksum of a row of {@code item}. */
    public static long item(
            long id,
            String name,
            int quantity,
            long weight,
            double price,
            boolean active,
            LocalDateTime created,
            @Nullable String note) {
        long sum = mixed(id, name.hashCode());
        sum = mixed(sum, quantity);
        sum = mixed(sum, weight);
        sum = mixed(sum, Double.doubleToLongBits(price));
        sum = mixed(sum, active ? 1 : 0);
        sum = mixed(sum, created.toEpochSecond(ZoneOffset.UTC));
        return mixed(sum, note == null ? 0 : note.hashCode());
    }

    /** The checksum of a row of {@code parent} or {@code owner}, whatever its key. */
    public static long parent(String name, LocalDateTime created) {
        return mixed(name.hashCode(), created.toEpochSecond(ZoneOffset.UTC));
    }

    /** The checksum of a row of {@code child} or {@code part}, whatever its key, beneath a parent of some name. */
    public static long child(String parent, String name, int quantity, BigDecimal price, boolean active) {
        long sum = mixed(parent.hashCode(), name.hashCode());
        sum = mixed(sum, quantity);
        sum = mixed(sum, price.movePointRight(2).longValue());
        return mixed(sum, active ? 1 : 0);
    }

    private static long mixed(long sum, long value) {
        long mixed = (sum ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }
}
