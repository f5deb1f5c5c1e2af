package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** natural PK propagated into the child's composite PK, ON UPDATE/DELETE CASCADE; written by {@code EntityFilesTest}. */
public final class NatIdent {
    private NatIdent() {}

    /** A row of {@code owner}. */
    @Entity(table = "owner")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Owner {

        @Id
        @Nullable
        String login;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "owner",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.UNLOADED,
                orderBy = "email")
        final Many<Addr> addrs = new Many<>(this);
    }

    /** A row of {@code addr}. */
    @Entity(table = "addr")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Addr {

        @Id
        @ForeignKey(
                references = Owner.class,
                onDelete = ReferentialAction.CASCADE,
                onUpdate = ReferentialAction.CASCADE)
        @Nullable
        String login;

        @Id
        @Nullable
        String email;

        @Relationship(
                backPopulates = "addrs",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Owner> owner = new One<>(this);
    }
}
