package dev.dovetail.benchmarks.data;

import java.time.LocalDateTime;
import java.util.List;

/** A row of {@code parent} (or {@code owner}) before it has a key, and its children. */
public record NewParent(String name, LocalDateTime created, List<NewChild> children) {}
