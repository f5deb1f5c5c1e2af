package dev.dovetail.tests.orm.fields;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Entities with records in them. */
final class Embeddables {

    private Embeddables() {}

    record Spot(@Nullable Double latitude, @Nullable Double longitude) {}

    record Address(
            @Nullable String street,
            @Nullable String city,
            int zip,
            @Embedded @Nullable Spot spot) {}

    /** A record that never has only a half of its values. */
    record Range(@Column(name = "first_day") Integer from, Integer until) {
        Range {
            if (Objects.requireNonNull(from) > Objects.requireNonNull(until)) {
                throw new IllegalArgumentException(from + " is after " + until);
            }
        }
    }

    record CustomerId(@Nullable Integer value) {}

    record Mail(String address) {}

    @Entity
    @Unique(columns = {"home.city", "home.street"})
    static final class Customer {
        @Id
        @Nullable
        CustomerId id;

        @Embedded
        @ColumnOverride(component = "zip", column = @Column(name = "post_code"))
        @Nullable
        Address home;

        @Embedded(prefix = "")
        @Nullable
        Range valid;

        @Embedded
        @Column(unique = true)
        @Nullable
        Mail mail;

        @Relationship(
                backPopulates = "customer",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final Many<Contact> contacts = new Many<>(this);
    }

    record ContactId(
            @ForeignKey(references = Customer.class, onDelete = ReferentialAction.CASCADE) @Nullable
            Integer customer,

            int number) {}

    @Entity
    static final class Contact {
        @Id
        @Nullable
        ContactId id;

        @Nullable
        String text;

        @Relationship(backPopulates = "contacts", foreignKey = "id.customer")
        final One<Customer> customer = new One<>(this);

        @Relationship(backPopulates = "contact")
        final Many<Call> calls = new Many<>(this);

        Contact() {}

        Contact(int number, String text) {
            this.id = new ContactId(null, number);
            this.text = text;
        }
    }

    /** A key that is a record, referred to once by a record and once by a holder without one. */
    @Entity(table = "phone_call")
    @ForeignKey(
            references = Contact.class,
            columns = {"contactId"})
    static final class Call {
        @Id
        @Nullable
        Integer id;

        @Embedded(prefix = "contact_")
        @Nullable
        ContactId contactId;

        @Relationship(backPopulates = "calls", foreignKey = "contactId")
        final One<Contact> contact = new One<>(this);

        @ForeignKey
        final One<Contact> next = new One<>(this);
    }
}
