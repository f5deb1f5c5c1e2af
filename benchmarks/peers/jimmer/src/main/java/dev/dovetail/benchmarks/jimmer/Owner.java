package dev.dovetail.benchmarks.jimmer;

import java.time.LocalDateTime;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;

/** A row of {@code owner}. */
@Entity
public interface Owner {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id();

    String name();

    LocalDateTime created();
}
