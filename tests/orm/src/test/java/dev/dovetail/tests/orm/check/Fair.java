package dev.dovetail.tests.orm.check;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A fair with one rule of each kind. */
final class Fair {

    private Fair() {}

    @Entity(table = "fair_hall")
    static class Hall {
        @Id
        @Nullable
        Integer id;

        @Column(nullable = false, length = 8, unique = true)
        @Nullable
        String name;

        @Relationship(backPopulates = "hall")
        final Many<Stand> stands = new Many<>(this);

        @Secondary(table = "fair_hall_guide")
        @Relationship
        final Many<Guide> guides = new Many<>(this);

        Hall() {}

        Hall(@Nullable String name) {
            this.name = name;
        }
    }

    @Entity(table = "fair_stand")
    @Unique(
            columns = {"hallId", "number"},
            name = "uq_place")
    @Check(sql = "width > 0 AND width <= 20", name = "ck_width")
    @Check(sql = "price IS NULL OR price >= width", name = "ck_price")
    static class Stand {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = Hall.class)
        @Column(nullable = false)
        @Nullable
        Integer hallId;

        int number;

        int width = 3;

        @Column(precision = 5, scale = 2)
        @Nullable
        BigDecimal price;

        @Sensitive
        @Column(length = 4)
        @Nullable
        String pin;

        @Relationship(backPopulates = "stands")
        final One<Hall> hall = new One<>(this);

        Stand() {}

        Stand(int number) {
            this.number = number;
        }
    }

    /** Has its own key, and goes with nothing. */
    @Entity(table = "fair_badge")
    static class Badge {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        String code;

        @ForeignKey(references = Stand.class)
        @Nullable
        Integer standId;

        Badge() {}

        Badge(String code, @Nullable Integer standId) {
            this.code = code;
            this.standId = standId;
        }
    }

    @Entity(table = "fair_guide")
    static class Guide {
        @Id
        @Nullable
        Integer id;
    }

    /** One table for two classes, with a rule over a column that one of them lacks. */
    @Entity(table = "fair_ticket")
    @Inheritance(discriminator = "kind")
    @DiscriminatorValue("day")
    @Check(sql = "kind <> 'group' OR visitors > 1", name = "ck_visitors")
    static class Ticket {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String kind;
    }

    @Entity
    @DiscriminatorValue("group")
    static class GroupTicket extends Ticket {
        @Nullable
        Integer visitors;
    }
}
