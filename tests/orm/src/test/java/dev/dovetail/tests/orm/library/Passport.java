package dev.dovetail.tests.orm.library;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Belongs to exactly one author. */
@Entity
public final class Passport {
    @Id
    public @Nullable Integer id;

    public @Nullable String number;

    @Column(nullable = false, unique = true)
    @ForeignKey(references = Author.class)
    public @Nullable Integer authorId;

    @Relationship(backPopulates = "passport")
    public final One<Author> author = new One<>(this);

    Passport() {}

    public Passport(String number) {
        this.number = number;
    }
}
