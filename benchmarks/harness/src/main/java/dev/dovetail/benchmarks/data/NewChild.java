package dev.dovetail.benchmarks.data;

import java.math.BigDecimal;

/** A row of {@code child} (or {@code part}) before it has a key. */
public record NewChild(String name, int quantity, BigDecimal price, boolean active) {}
