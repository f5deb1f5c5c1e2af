package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** the many-to-one side owns: Profile.usr all, delete-orphan, single_parent; written by {@code EntityFilesTest}. */
public final class O2oM2oSingle {
    private O2oM2oSingle() {}

    /** A row of {@code usr}. */
    @Entity(table = "usr")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Usr {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "usr",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Profile> profile = new One<>(this);
    }

    /** A row of {@code profile}. */
    @Entity(table = "profile")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Profile {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Column(unique = true)
        @ForeignKey(references = Usr.class)
        @Nullable
        Integer usrId;

        @Relationship(
                backPopulates = "profile",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.NEVER,
                singleParent = true)
        final One<Usr> usr = new One<>(this);
    }
}
