package dev.dovetail.tests.orm.session;

import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Counts its changes. */
@Entity
final class Draft {
    @Id
    @Nullable
    Integer id;

    @Nullable
    String text;

    @Version
    @Nullable
    Long version;
}
