package dev.dovetail.tests.orm.library;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Has no relationships, and so no holders. */
@Entity
public final class Note {
    @Id
    public @Nullable Integer id;

    public @Nullable String text;

    Note() {}

    public Note(String text) {
        this.text = text;
    }
}
