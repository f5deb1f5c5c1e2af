package dev.dovetail.tests.orm.fields;

import dev.dovetail.orm.mapping.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows to which the database gives values. */
final class Valued {

    private Valued() {}

    @Entity(table = "valued_item")
    static class Item {
        @Id
        @Nullable
        Integer id;

        int net;

        @Default(sql = "'new'")
        @Nullable
        String status;

        @Default(sql = "'2026-01-02'")
        @Nullable
        LocalDate day;

        @Column(precision = 10)
        @Default(sql = "1.50")
        @Nullable
        BigDecimal rate;

        @Computed("net * 2")
        @Nullable
        Integer gross;

        @Version
        int version;

        Item() {}

        Item(int net) {
            this.net = net;
        }
    }

    /** Its text has no limit. */
    @Entity(table = "valued_letter")
    static class Letter {
        @Id
        @Nullable
        Integer id;

        int number;

        @Column(length = Column.UNLIMITED)
        @Default(sql = "'Dear'")
        @Nullable
        String text;
    }

    @Entity(table = "valued_shape")
    @Inheritance(strategy = InheritanceStrategy.JOINED)
    @DiscriminatorValue("shape")
    static class Shape {
        @Id
        @Nullable
        Integer id;

        @Default(sql = "'red'")
        @Nullable
        String colour;
    }

    @Entity(table = "valued_square")
    @DiscriminatorValue("square")
    static class Square extends Shape {
        int side;

        @Computed("side * side")
        @Nullable
        Integer area;
    }
}
