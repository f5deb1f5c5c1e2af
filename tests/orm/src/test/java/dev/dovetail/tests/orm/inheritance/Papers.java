package dev.dovetail.tests.orm.inheritance;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.tests.orm.inheritance.records.Recorded;
import org.jspecify.annotations.Nullable;

/** Entities that have private fields and a relationship from a mapped superclass of another package. */
final class Papers {

    private Papers() {}

    @Entity(table = "papers_letter")
    static class Letter extends Recorded {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String text;
    }

    @Entity(table = "papers_bill")
    static class Bill extends Recorded {
        @Id
        @Nullable
        Integer id;

        int amount;
    }
}
