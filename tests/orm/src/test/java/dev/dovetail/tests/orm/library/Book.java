package dev.dovetail.tests.orm.library;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Belongs to an author, or to none. */
@Entity
public final class Book {
    @Id
    public @Nullable Integer id;

    public @Nullable String title;

    @ForeignKey(references = Author.class)
    public @Nullable Integer authorId;

    @Relationship(backPopulates = "books")
    public final One<Author> author = new One<>(this);

    Book() {}

    public Book(String title) {
        this.title = title;
    }
}
