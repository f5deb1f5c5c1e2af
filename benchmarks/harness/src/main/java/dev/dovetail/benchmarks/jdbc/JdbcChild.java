package dev.dovetail.benchmarks.jdbc;

import java.math.BigDecimal;

/** A row of {@code child}. */
final class JdbcChild {

    long id;
    long parentId;
    String name = "";
    int quantity;
    BigDecimal price = BigDecimal.ZERO;
    boolean active;
}
