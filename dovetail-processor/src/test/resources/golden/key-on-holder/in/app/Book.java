package app;

import static dev.dovetail.schema.ReferentialAction.SET_NULL;

import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Relationship;

@Entity
public class Book {
    @Id Integer id;

    @ForeignKey
    @Column(nullable = false)
    @Relationship(backPopulates = "books")
    final One<Author> author = new One<>(this);

    @ForeignKey(onDelete = SET_NULL)
    @Column(name = "lector")
    @Relationship(cascade = {})
    final One<Author> lector = new One<>(this);
}
