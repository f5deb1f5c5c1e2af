package dev.dovetail.tests.orm.unitofwork;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Tables that depend on each other in several ways. */
final class Shop {

    private Shop() {}

    /** Named so that the alphabet and the foreign keys disagree. */
    @Entity(table = "z_country")
    static final class Country {
        @Id(generation = Generation.ASSIGNED)
        @Nullable
        String code;

        Country() {}

        Country(String code) {
            this.code = code;
        }
    }

    /** A foreign key without a relationship. */
    @Entity(table = "m_customer")
    static final class Customer {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @Column(nullable = false)
        @ForeignKey(references = Country.class)
        String countryCode;

        @Nullable
        @Column(precision = 10, scale = 2)
        BigDecimal credit;
    }

    @Entity(table = "a_order")
    static final class Order {
        @Id
        @Nullable
        Integer id;

        @Relationship
        @ForeignKey(references = Customer.class)
        final One<Customer> customer = new One<>(this);

        @Relationship(
                backPopulates = "order",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final Many<Line> lines = new Many<>(this);
    }

    /** A composite key, one half of which is the foreign key. */
    @Entity(table = "a_line")
    static final class Line {
        @Id(generation = Generation.ASSIGNED)
        @ForeignKey(references = Order.class)
        @Nullable
        Integer orderId;

        @Id(generation = Generation.ASSIGNED)
        @Nullable
        Integer number;

        private @Nullable String article;

        @Relationship(backPopulates = "lines")
        final One<Order> order = new One<>(this);

        private Line() {}

        static Line of(int number, String article) {
            Line line = new Line();
            line.number = number;
            line.article = article;
            return line;
        }

        void rename(String name) {
            article = name;
        }

        @Nullable
        String article() {
            return article;
        }
    }

    @Entity(table = "defaulted")
    static final class Defaulted {
        @Id
        @Nullable
        Integer id;

        @Default(sql = "'new'")
        @Nullable
        String status;

        @Default(client = "nextToken")
        @Nullable
        String token;

        @Created
        @Nullable
        LocalDateTime createdAt;

        @Updated
        @Nullable
        LocalDateTime updatedAt;

        @Nullable
        String note;

        static String nextToken() {
            return "token";
        }
    }

    /** Two tables that refer to each other: one key may be NULL. */
    @Entity(table = "team")
    static final class Team {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @ForeignKey(references = Player.class)
        Integer captainId;

        @Relationship(foreignKey = "captainId")
        final One<Player> captain = new One<>(this);
    }

    @Entity(table = "player")
    static final class Player {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Nullable
        @Column(nullable = false)
        @ForeignKey(references = Team.class)
        Integer teamId;

        @Relationship(foreignKey = "teamId")
        final One<Team> team = new One<>(this);
    }

    /** Two tables that refer to each other, and neither key may be NULL. */
    @Entity(table = "egg")
    @SuppressWarnings("FK08")
    static final class Egg {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @Column(nullable = false)
        @ForeignKey(references = Hen.class)
        Integer henId;

        @Relationship(foreignKey = "henId")
        final One<Hen> hen = new One<>(this);
    }

    @Entity(table = "hen")
    static final class Hen {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @Column(nullable = false)
        @ForeignKey(references = Egg.class)
        Integer eggId;

        @Relationship(foreignKey = "eggId")
        final One<Egg> egg = new One<>(this);
    }

    /** Two keys from one table to another, one of which may not be NULL, and one back. */
    @Entity(table = "club")
    static final class Club {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @ForeignKey(references = Member.class)
        Integer founderId;

        @Relationship(foreignKey = "founderId")
        final One<Member> founder = new One<>(this);
    }

    @Entity(table = "member")
    static final class Member {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @Column(nullable = false)
        @ForeignKey(references = Club.class)
        Integer homeId;

        @Nullable
        @ForeignKey(references = Club.class)
        Integer guestId;

        @Relationship(foreignKey = "homeId")
        final One<Club> home = new One<>(this);

        @Relationship(foreignKey = "guestId")
        final One<Club> guest = new One<>(this);
    }
}
