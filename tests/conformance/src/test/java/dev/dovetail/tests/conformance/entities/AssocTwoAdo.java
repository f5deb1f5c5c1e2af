package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** association object with surrogate key and delete-orphan from BOTH parents, nullable FKs; written by {@code EntityFilesTest}. */
public final class AssocTwoAdo {
    private AssocTwoAdo() {}

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
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Member> members = new Many<>(this);
    }

    /** A row of {@code grp}. */
    @Entity(table = "grp")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Grp {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "grp",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Member> members = new Many<>(this);
    }

    /** A row of {@code member}. */
    @Entity(table = "member")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Member {

        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Usr.class)
        @Nullable
        Integer usrId;

        @ForeignKey(references = Grp.class)
        @Nullable
        Integer grpId;

        @Nullable
        String role;

        @Relationship(
                backPopulates = "members",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Usr> usr = new One<>(this);

        @Relationship(
                backPopulates = "members",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Grp> grp = new One<>(this);
    }
}
