package app;

import static dev.dovetail.orm.mapping.Cascade.ALL;
import static dev.dovetail.orm.mapping.Cascade.DELETE_ORPHAN;

import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.mapping.Relationship;

@Entity(table = "parent")
public class Parent {
    @Id Integer id;
    String name;

    @Relationship(backPopulates = "parent", cascade = {ALL, DELETE_ORPHAN})
    final Many<Child> children = new Many<>(this);
}
