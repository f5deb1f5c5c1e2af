package dev.dovetail.benchmarks.jimmer;

import java.time.LocalDateTime;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.jetbrains.annotations.Nullable;

/** A row of {@code item}. */
@Entity
public interface Item {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id();

    String name();

    int quantity();

    long weight();

    double price();

    boolean active();

    LocalDateTime created();

    @Nullable
    String note();
}
