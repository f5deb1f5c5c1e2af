package app;

import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.mapping.Relationship;
import java.util.UUID;

@Entity
public class Author {
    @Id(generation = Generation.ASSIGNED) UUID id;

    @Relationship(backPopulates = "author")
    final Many<Book> books = new Many<>(this);
}
