package dev.dovetail.benchmarks.data;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code item} before it has a key.
 *
 * @param name unique
 * @param quantity an int
 * @param weight a long
 * @param price a double
 * @param active a boolean
 * @param created a time without zone, in whole seconds
 * @param note null in two rows of three
 */
public record NewItem(
        String name,
        int quantity,
        long weight,
        double price,
        boolean active,
        LocalDateTime created,
        @Nullable String note) {}
