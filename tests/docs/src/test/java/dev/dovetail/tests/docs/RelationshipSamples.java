package dev.dovetail.tests.docs;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.ManyMap;
import dev.dovetail.orm.attribute.ManySet;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.WriteOnly;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.orm.mapping.Secondary;

/** The entities of guide/relationships.md. */
interface RelationshipSamples {

    // tag::relationships-many-to-many[]
    @Entity
    class Post {
        @Id
        Integer id;

        @Secondary
        @Relationship(backPopulates = "posts")
        final Many<Tag> tags = new Many<>(this);
    }

    @Entity
    class Tag {
        @Id
        Integer id;

        String name;

        @Relationship(backPopulates = "tags", orderBy = "id DESC")
        final ManySet<Post> posts = new ManySet<>(this);
    }
    // end::relationships-many-to-many[]

    // tag::relationships-self[]
    @Entity
    class Station {
        @Id
        Integer id;

        @Secondary(table = "line", columns = "from_id", targetColumns = "to_id")
        @Relationship(backPopulates = "before")
        final Many<Station> next = new Many<>(this);

        @Relationship(backPopulates = "next")
        final Many<Station> before = new Many<>(this);
    }
    // end::relationships-self[]

    // tag::relationships-holders[]
    @Entity
    class Device {
        @Id
        Integer id;

        @Relationship(backPopulates = "device", cascade = Cascade.ALL)
        final ManyMap<String, Setting> settings = new ManyMap<>(this, setting -> setting.name);

        @Relationship(backPopulates = "device", cascade = Cascade.ALL)
        final WriteOnly<Reading> readings = new WriteOnly<>(this);
    }
    // end::relationships-holders[]

    @Entity
    class Setting {
        @Id
        Integer id;

        String name;

        String content;

        @ForeignKey
        @Relationship(backPopulates = "settings")
        final One<Device> device = new One<>(this);

        Setting() {}

        Setting(String name, String content) {
            this.name = name;
            this.content = content;
        }
    }

    @Entity
    class Reading {
        @Id
        Integer id;

        double measured;

        @ForeignKey
        @Relationship(backPopulates = "readings")
        final One<Device> device = new One<>(this);

        Reading() {}

        Reading(double measured) {
            this.measured = measured;
        }
    }
}
