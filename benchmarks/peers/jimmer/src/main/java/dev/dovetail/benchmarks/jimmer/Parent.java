package dev.dovetail.benchmarks.jimmer;

import java.time.LocalDateTime;
import java.util.List;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.OneToMany;

/** A row of {@code parent}. */
@Entity
public interface Parent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id();

    String name();

    LocalDateTime created();

    @OneToMany(mappedBy = "parent")
    List<Child> children();
}
