package dev.dovetail.tests.orm.inheritance.records;

import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import org.jspecify.annotations.Nullable;

/** Who writes. */
@Entity(table = "papers_writer")
public class Writer {
    @Id
    @Nullable
    Integer id;
}
