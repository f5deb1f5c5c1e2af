package dev.dovetail.tests.orm.inheritance;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Hierarchies whose first class has an embedded record, and so has a subclass. */
final class Premises {

    private Premises() {}

    record Address(@Nullable String street, @Nullable String city) {}

    @Entity(table = "premises_house")
    @Inheritance(strategy = InheritanceStrategy.JOINED)
    @DiscriminatorValue("house")
    static class House {
        @Id
        @Nullable
        Integer id;

        @Embedded
        @Nullable
        Address at;
    }

    @Entity(table = "premises_shop")
    @DiscriminatorValue("shop")
    static class Shop extends House {
        @Embedded(prefix = "post_")
        @Nullable
        Address post;

        int rooms;
    }

    @Entity(table = "premises_site")
    @Inheritance
    @DiscriminatorValue("site")
    static class Site {
        @Id
        @Nullable
        Integer id;

        @Embedded
        @Nullable
        Address at;
    }

    @Entity
    @DiscriminatorValue("field")
    static class Field extends Site {
        @Embedded(prefix = "gate_")
        @Nullable
        Address gate;
    }
}
