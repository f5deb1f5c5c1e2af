package dev.dovetail.tests.docs;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;

// tag::keys-author[]
@Entity
class Author {
    @Id
    Integer id;

    String name;

    @Relationship(backPopulates = "author")
    final Many<Book> books = new Many<>(this);
}
// end::keys-author[]
