package dev.dovetail.tests.docs;

import dev.dovetail.orm.attribute.Deferred;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.ColumnOverride;
import dev.dovetail.orm.mapping.Computed;
import dev.dovetail.orm.mapping.Convert;
import dev.dovetail.orm.mapping.Converter;
import dev.dovetail.orm.mapping.Embedded;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.EnumStorage;
import dev.dovetail.orm.mapping.Enumerated;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Generated;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Index;
import dev.dovetail.orm.mapping.Relationship;
import java.time.Instant;

/** The entities of guide/mapping.md. */
interface MappingSamples {

    // tag::mapping-embedded[]
    record Address(@Column(length = 80) String street, String city) {}

    @Entity
    class Recipient {
        @Id
        Integer id;

        String name;

        @Embedded
        Address home; // columns home_street, home_city

        @Embedded(prefix = "invoice_")
        @ColumnOverride(component = "city", column = @Column(name = "invoice_town"))
        Address invoices;
    }
    // end::mapping-embedded[]

    @Entity
    class Bill {
        @Id
        Integer id;

        @Relationship(backPopulates = "bill")
        final Many<Position> positions = new Many<>(this);
    }

    // tag::mapping-key-record[]
    record PositionId(@ForeignKey(references = Bill.class) Integer billId, int number) {}

    @Entity
    class Position {
        @Id
        PositionId id; // columns bill_id, number

        String article;

        @Relationship(backPopulates = "positions", foreignKey = "id.billId")
        final One<Bill> bill = new One<>(this);
    }
    // end::mapping-key-record[]

    // tag::mapping-enums[]
    enum Size {
        SMALL("s"),
        LARGE("l");

        private final String code;

        Size(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    @Entity
    class Shirt {
        @Id
        Integer id;

        @Enumerated(check = true)
        Size size;

        @Enumerated(value = EnumStorage.CODE, code = "code")
        @Column(length = 1)
        Size packing;
    }
    // end::mapping-enums[]

    // tag::mapping-converter[]
    record Link(String text) {}

    class LinkText implements Converter<Link, String> {
        @Override
        public String toStored(Link link) {
            return link.text();
        }

        @Override
        public Link fromStored(String text) {
            return new Link(text);
        }
    }

    @Entity
    class Site {
        @Id
        Integer id;

        @Convert(with = LinkText.class)
        @Column(length = 200)
        Link home;
    }
    // end::mapping-converter[]

    // tag::mapping-computed[]
    @Entity
    class Offer {
        @Id
        Integer id;

        int net;

        @Computed("net * 119 / 100")
        Integer gross;

        @Generated
        @Column(comment = "written by a trigger")
        Instant touchedAt;

        @Index
        @Column(updatable = false)
        String origin;
    }
    // end::mapping-computed[]

    // tag::mapping-deferred[]
    @Entity
    class Article {
        @Id
        Integer id;

        String title;

        @Column(length = Column.UNLIMITED)
        final Deferred<String> body = new Deferred<>();
    }
    // end::mapping-deferred[]
}
