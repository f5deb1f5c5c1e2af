package dev.dovetail.tests.docs;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.ColumnOverride;
import dev.dovetail.orm.mapping.Embedded;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;

/** The entities of guide/mapping.md. */
interface MappingSamples {

    // tag::mapping-embedded[]
    record Address(@Column(length = 80) String street, String city) {}

    @Entity
    class Customer {
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
    class Invoice {
        @Id
        Integer id;

        @Relationship(backPopulates = "invoice")
        final Many<Line> lines = new Many<>(this);
    }

    // tag::mapping-key-record[]
    record LineId(@ForeignKey(references = Invoice.class) Integer invoiceId, int number) {}

    @Entity
    class Line {
        @Id
        LineId id; // columns invoice_id, number

        String article;

        @Relationship(backPopulates = "lines", foreignKey = "id.invoiceId")
        final One<Invoice> invoice = new One<>(this);
    }
    // end::mapping-key-record[]
}
