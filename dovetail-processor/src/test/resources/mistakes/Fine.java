package app;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;

@Entity
class Person {
    @Id Integer id;

    @Relationship(backPopulates = "mother")
    final Many<Person> children = new Many<>(this);

    @ForeignKey
    @Relationship(backPopulates = "children")
    final One<Person> mother = new One<>(this);

    @ForeignKey
    final One<Person> father = new One<>(this);

    @Relationship(backPopulates = "owner")
    final One<Passport> passport = new One<>(this);

    @Relationship(foreignKey = "passport.witness_id")
    final Many<Passport> witnessed = new Many<>(this);
}

@Entity
class Passport {
    @Id Integer id;

    @ForeignKey
    @Column(unique = true)
    @Relationship(backPopulates = "passport")
    final One<Person> owner = new One<>(this);

    @ForeignKey(references = Person.class)
    Integer witnessId;
}
