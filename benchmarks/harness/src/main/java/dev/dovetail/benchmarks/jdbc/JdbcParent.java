package dev.dovetail.benchmarks.jdbc;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A row of {@code parent}, and its children. */
final class JdbcParent {

    long id;
    String name = "";
    LocalDateTime created = LocalDateTime.MIN;
    final List<JdbcChild> children = new ArrayList<>();
}
