package dev.dovetail.tests.orm.inheritance.records;

import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** What several entities have, without being of one hierarchy. */
@MappedSuperclass
public abstract class Recorded {

    private @Nullable String note;

    @ForeignKey
    private final One<Writer> writer = new One<>(this);

    /** For subclasses. */
    protected Recorded() {}

    /** {@return the note} */
    public @Nullable String note() {
        return note;
    }

    /** Sets the note. */
    public void note(String text) {
        note = text;
    }

    /** {@return who wrote it} */
    public One<Writer> writer() {
        return writer;
    }
}
