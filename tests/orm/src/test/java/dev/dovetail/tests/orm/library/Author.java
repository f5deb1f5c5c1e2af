package dev.dovetail.tests.orm.library;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Has books, which can do without it, and a passport, which cannot. */
@Entity
public final class Author {
    @Id
    public @Nullable Integer id;

    public @Nullable String name;

    @Relationship(backPopulates = "author")
    public final Many<Book> books = new Many<>(this);

    @Relationship(
            backPopulates = "author",
            cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
    public final One<Passport> passport = new One<>(this);

    Author() {}

    public Author(String name) {
        this.name = name;
    }
}
