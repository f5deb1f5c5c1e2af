package dev.dovetail.tests.docs;

import static dev.dovetail.schema.ReferentialAction.CASCADE;

import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;

// tag::readme-child[]
@Entity(table = "child")
public class Child {
    @Id
    Integer id;

    String name;

    @Column(nullable = false)
    @ForeignKey(references = Parent.class, onDelete = CASCADE)
    Integer parentId;

    @Relationship(backPopulates = "children")
    final One<Parent> parent = new One<>(this);

    Child() {}

    Child(String name) {
        this.name = name;
    }
}
// end::readme-child[]
