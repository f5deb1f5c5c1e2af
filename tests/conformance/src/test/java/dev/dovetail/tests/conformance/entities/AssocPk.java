package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** association object keyed by both FKs; delete-orphan on the user side, default on the group side; written by {@code EntityFilesTest}. */
public final class AssocPk {
    private AssocPk() {}

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
                orderBy = "grp_id")
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
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "usr_id")
        final Many<Member> members = new Many<>(this);
    }

    /** A row of {@code member}. */
    @Entity(table = "member")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Member {

        @Id
        @ForeignKey(references = Usr.class)
        @Nullable
        Integer usrId;

        @Id
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
