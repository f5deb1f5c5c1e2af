package dev.dovetail.tests.docs;

import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;

// tag::keys-book[]
@Entity
class Book {
    @Id
    Integer id;

    String title;

    @ForeignKey(references = Author.class)
    Integer authorId;

    @Relationship(backPopulates = "books")
    final One<Author> author = new One<>(this);
}
// end::keys-book[]
