package dev.dovetail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a foreign key that refused, beyond what every constraint has.
 *
 * @param side which side refused, null if the database does not say and nothing else could tell
 * @param referencedTable the table that is referred to
 * @param referencedColumns its columns, in the order of the foreign key's own
 * @param referencing the rows that still refer, by foreign key; empty for a missing parent
 */
public record ForeignKeyFacts(
        @Nullable ForeignKeySide side,
        @Nullable String referencedTable,
        List<String> referencedColumns,
        List<ReferencingRows> referencing) {

    /** Copies the collections. */
    public ForeignKeyFacts {
        referencedColumns = List.copyOf(referencedColumns);
        referencing = List.copyOf(referencing);
    }
}
