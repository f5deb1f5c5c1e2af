package dev.dovetail.tests.orm.rollback;

import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import org.jspecify.annotations.Nullable;

/** Refers to its own table; the database looks only at the commit. */
@Entity(table = "deferred")
final class Deferred {
    @Id
    @Nullable
    Integer id;

    @Nullable
    @ForeignKey(references = Deferred.class, deferred = true)
    Integer otherId;
}
