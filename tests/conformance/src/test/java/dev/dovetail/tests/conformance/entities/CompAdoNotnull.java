package dev.dovetail.tests.conformance.entities;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** composite FK not null, all, delete-orphan; written by {@code EntityFilesTest}. */
public final class CompAdoNotnull {
    private CompAdoNotnull() {}

    /** A row of {@code site}. */
    @Entity(table = "site")
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Site {

        @Id
        @Nullable
        String region;

        @Id
        @Nullable
        Integer num;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "site",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.NEVER,
                orderBy = "id")
        final Many<Device> devices = new Many<>(this);
    }

    /** A row of {@code device}. */
    @Entity(table = "device")
    @ForeignKey(
            columns = {"site_region", "site_num"},
            references = Site.class)
    @SuppressWarnings({"FK01", "FK04", "MAP14", "MAP15", "MAP42"})
    public static final class Device {

        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Column(nullable = false)
        @Nullable
        String siteRegion;

        @Column(nullable = false)
        @Nullable
        Integer siteNum;

        @Relationship(
                backPopulates = "devices",
                cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE},
                passiveDeletes = PassiveDeletes.NEVER)
        final One<Site> site = new One<>(this);
    }
}
