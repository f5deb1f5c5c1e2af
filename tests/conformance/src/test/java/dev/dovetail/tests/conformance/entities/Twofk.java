package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** two FKs to the same table; one bidirectional, one one-sided many-to-one with cascade all; written by {@code EntityFilesTest}. */
public final class Twofk {
    private Twofk() {}

    /** A row of {@code addr}. */
    @Entity(table = "addr")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Addr {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "bill",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                foreignKey = "bill_id",
                orderBy = "id")
        final Many<Customer> billed = new Many<>(this);
    }

    /** A row of {@code customer}. */
    @Entity(table = "customer")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Customer {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = Addr.class)
        @Nullable
        Integer billId;

        @ForeignKey(references = Addr.class)
        @Nullable
        Integer shipId;

        @Relationship(
                backPopulates = "billed",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                foreignKey = "bill_id")
        final One<Addr> bill = new One<>(this);

        @SuppressWarnings("FK06")
        @Relationship(
                cascade = {Cascade.ALL},
                passiveDeletes = PassiveDeletes.NEVER,
                foreignKey = "ship_id")
        final One<Addr> ship = new One<>(this);
    }
}
