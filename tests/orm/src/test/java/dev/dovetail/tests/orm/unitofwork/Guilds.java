package dev.dovetail.tests.orm.unitofwork;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** Secondary tables whose keys change or go, and keys from sequences. */
final class Guilds {

    private Guilds() {}

    /** The session gives its new key to the rows of the secondary table. */
    @Entity(table = "guild")
    @SuppressWarnings("MAP42") // Mastery's keys are deferred
    static class Guild {
        @Id(generation = Generation.ASSIGNED)
        @Column(length = 20)
        @Nullable
        String name;

        @Secondary(table = "guild_skill")
        @Relationship(backPopulates = "guilds", passiveUpdates = PassiveUpdates.NEVER)
        final Many<Skill> skills = new Many<>(this);

        Guild() {}

        Guild(String name) {
            this.name = name;
        }
    }

    @Entity(table = "skill")
    @SuppressWarnings("MAP42") // Mastery's keys are deferred
    static class Skill {
        @Id(generation = Generation.ASSIGNED)
        @Column(length = 20)
        @Nullable
        String word;

        @Relationship(backPopulates = "skills", passiveUpdates = PassiveUpdates.NEVER)
        final Many<Guild> guilds = new Many<>(this);

        Skill() {}

        Skill(String word) {
            this.word = word;
        }
    }

    /** The secondary table, for its deferred keys. */
    @Entity(table = "guild_skill")
    static class Mastery {
        @Id(generation = Generation.ASSIGNED)
        @Column(length = 20)
        @ForeignKey(references = Guild.class, deferred = true)
        @Nullable
        String guildName;

        @Id(generation = Generation.ASSIGNED)
        @Column(length = 20)
        @ForeignKey(references = Skill.class, deferred = true)
        @Nullable
        String skillWord;
    }

    /** Knows its jars, and they know nothing of it. */
    @Entity(table = "pantry")
    static class Shelf {
        @Id
        @Nullable
        Integer id;

        @Secondary(onDelete = ReferentialAction.CASCADE)
        final Many<Jar> jars = new Many<>(this);
    }

    @Entity(table = "pantry_jar")
    static class Jar {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer id;

        @Nullable
        String label;

        Jar() {}

        Jar(int id, String label) {
            this.id = id;
            this.label = label;
        }
    }

    @Entity(table = "voucher")
    static class Voucher {
        @Id(generation = Generation.SEQUENCE)
        @Sequence(name = "voucher_numbers", block = 10)
        @Nullable
        Integer id;
    }

    @Entity(table = "coupon")
    static class Coupon {
        @Id(generation = Generation.SEQUENCE)
        @Sequence(name = "coupon_numbers", block = 10)
        @Nullable
        Integer id;
    }

    @Entity(table = "stamp")
    static class Stamp {
        @Id(generation = Generation.SEQUENCE)
        @Sequence(name = "stamp_numbers", block = 10)
        @Nullable
        Integer id;
    }
}
