package dev.dovetail.tests.orm.relationships;

import static dev.dovetail.orm.mapping.Cascade.ALL;
import static dev.dovetail.orm.mapping.Cascade.DELETE_ORPHAN;

import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.ManyMap;
import dev.dovetail.orm.attribute.ManySet;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.WriteOnly;
import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.orm.mapping.ForeignKey;
import dev.dovetail.orm.mapping.Id;
import dev.dovetail.orm.mapping.Relationship;
import dev.dovetail.orm.mapping.Secondary;
import dev.dovetail.orm.mapping.Unique;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** Relationships held by sets, by maps, and by holders that never load; and some that are only looked at. */
final class Collections {

    private Collections() {}

    @Entity
    static class Shelf {
        @Id
        @Nullable
        Integer id;

        @Relationship(
                backPopulates = "shelf",
                cascade = {ALL, DELETE_ORPHAN},
                orderBy = "title")
        final ManySet<Volume> volumes = new ManySet<>(this);

        @Relationship(viewOnly = true, orderBy = "title DESC")
        final Many<Volume> fromTheEnd = new Many<>(this);
    }

    @Entity
    static class Volume {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String title;

        @Column(nullable = false)
        @ForeignKey
        @Relationship(backPopulates = "volumes")
        final One<Shelf> shelf = new One<>(this);

        Volume() {}

        Volume(String title) {
            this.title = title;
        }

        /** Equal by title: the set holds objects, not values. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Volume volume && java.util.Objects.equals(title, volume.title);
        }

        @Override
        public int hashCode() {
            return java.util.Objects.hashCode(title);
        }
    }

    @Entity
    static class Choir {
        @Id
        @Nullable
        Integer id;

        @Secondary
        @Relationship(backPopulates = "choirs")
        private final ManySet<Singer> singers = new ManySet<>(this);

        ManySet<Singer> singers() {
            return singers;
        }
    }

    @Entity
    static class Singer {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "singers")
        private final ManySet<Choir> choirs = new ManySet<>(this);

        ManySet<Choir> choirs() {
            return choirs;
        }
    }

    @Entity
    static class Profile {
        @Id
        @Nullable
        Integer id;

        @Relationship(
                backPopulates = "profile",
                cascade = {ALL, DELETE_ORPHAN})
        private final ManyMap<String, Setting> settings = new ManyMap<>(this, setting -> setting.name);

        ManyMap<String, Setting> settings() {
            return settings;
        }
    }

    @Entity
    @Unique(columns = {"profileId", "name"})
    static class Setting {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Nullable
        String content;

        @ForeignKey(references = Profile.class)
        @Nullable
        Integer profileId;

        @Relationship(backPopulates = "settings")
        final One<Profile> profile = new One<>(this);

        Setting() {}

        Setting(String name, String content) {
            this.name = name;
            this.content = content;
        }
    }

    @Entity
    static class Device {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "device", cascade = ALL)
        final WriteOnly<Reading> readings = new WriteOnly<>(this);

        @Relationship(backPopulates = "device", cascade = ALL)
        final WriteOnly<Alarm> alarms = new WriteOnly<>(this);
    }

    @Entity
    static class Reading {
        @Id
        @Nullable
        Integer id;

        int measured;

        @ForeignKey
        @Relationship(backPopulates = "readings")
        final One<Device> device = new One<>(this);

        Reading() {}

        Reading(int measured) {
            this.measured = measured;
        }
    }

    @Entity
    static class Alarm {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(onDelete = ReferentialAction.CASCADE)
        @Relationship(backPopulates = "alarms")
        final One<Device> device = new One<>(this);
    }
}
