package dev.dovetail.tests.orm.fields;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entities whose keys come from several sources. */
final class Keyed {

    private Keyed() {}

    @Entity(table = "ticket")
    static final class Ticket {
        @Id(generation = Generation.SEQUENCE)
        @Sequence(name = "ticket_numbers", block = 10)
        @Nullable
        Integer id;

        @ForeignKey
        final One<Ticket> before = new One<>(this);
    }

    @Entity
    static final class Event {
        @Id(generation = Generation.TIME_UUID)
        @Nullable
        UUID id;

        @Nullable
        String text;
    }

    @Entity
    static final class Token {
        @Id(generation = Generation.RANDOM_UUID)
        @Nullable
        UUID id;
    }

    @Entity
    static final class Served {
        @Id
        @Default(sql = "gen_random_uuid()")
        @Nullable
        UUID id;

        @Nullable
        String text;
    }

    @Entity
    static final class Land {
        @Id
        @Nullable
        String code;

        Land() {}

        Land(String code) {
            this.code = code;
        }
    }

    @Entity(table = "priced")
    @Index(
            columns = {"net DESC", "name"},
            name = "ix_priced_net")
    static final class Priced {
        @Id
        @Nullable
        Integer id;

        @Index
        @Nullable
        String name;

        int net;

        @Computed("net * 2")
        @Nullable
        Integer gross;

        @Generated
        @Nullable
        String stamp;

        @Column(updatable = false)
        @Nullable
        String origin;

        @Default(sql = "'new'")
        @Nullable
        String status;
    }
}
