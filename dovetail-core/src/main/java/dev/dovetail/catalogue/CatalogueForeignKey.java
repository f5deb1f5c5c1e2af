package dev.dovetail.catalogue;

import dev.dovetail.schema.Deferral;
import dev.dovetail.schema.MatchType;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key as the catalogue has it.
 *
 * @param name the name, null if the database keeps none
 * @param columns the referencing columns, in order
 * @param referencedSchema the schema of the table referred to, null for that of the referencing table
 * @param referencedTable the table referred to
 * @param referencedColumns the columns there, in the order of the referencing ones; none for its primary key
 * @param onDelete what a delete of the row referred to does
 * @param onUpdate what a change of the key referred to does
 * @param match when a key that is partly NULL is in order
 * @param deferral when it is checked
 */
public record CatalogueForeignKey(
        @Nullable String name,
        List<String> columns,
        @Nullable String referencedSchema,
        String referencedTable,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        MatchType match,
        Deferral deferral) {
    /** Copies the lists. */
    public CatalogueForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
