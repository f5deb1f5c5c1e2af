package dev.dovetail.tests.orm.cascades;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** Three levels of ON DELETE CASCADE, related from below only. */
final class Chain {

    private Chain() {}

    @Entity(table = "top")
    static final class Top {
        @Id
        @Nullable
        Integer id;
    }

    @Entity(table = "middle")
    static final class Middle {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @ForeignKey(references = Top.class, onDelete = ReferentialAction.CASCADE)
        Integer topId;
    }

    @Entity(table = "bottom")
    static final class Bottom {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Nullable
        @ForeignKey(references = Middle.class, onDelete = ReferentialAction.CASCADE)
        Integer middleId;

        @Relationship
        final One<Middle> middle = new One<>(this);
    }
}
