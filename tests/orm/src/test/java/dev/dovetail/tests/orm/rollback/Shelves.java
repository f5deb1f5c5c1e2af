package dev.dovetail.tests.orm.rollback;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Tables that can be violated in each way. */
final class Shelves {

    private Shelves() {}

    @Entity(table = "mend_shelf")
    @Check(sql = "places > 0", name = "ck_places")
    static final class Shelf {
        @Id
        @Nullable
        Integer id;

        @Column(length = 8)
        String label = "";

        int places = 1;

        @Version
        int version;

        @Relationship(backPopulates = "shelf")
        final Many<Volume> volumes = new Many<>(this);

        Shelf() {}

        Shelf(String label) {
            this.label = label;
        }
    }

    @Entity(table = "mend_volume")
    static final class Volume {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @Column(nullable = false, unique = true)
        String title;

        @Nullable
        @ForeignKey(references = Shelf.class)
        Integer shelfId;

        @Relationship(backPopulates = "volumes")
        final One<Shelf> shelf = new One<>(this);

        Volume() {}

        Volume(String title) {
            this.title = title;
        }
    }

    /** Refers to a shelf without its knowing. */
    @Entity(table = "mend_note")
    static final class Note {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @ForeignKey(references = Shelf.class)
        Integer shelfId;
    }
}
