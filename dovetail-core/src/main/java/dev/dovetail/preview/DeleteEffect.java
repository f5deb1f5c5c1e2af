package dev.dovetail.preview;

import dev.dovetail.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delete does to the rows that one foreign key or relationship leads to, and what follows from that. A row that
 * several lead to counts in each.
 *
 * @param table the table of the rows, with its schema where it has one
 * @param actor who acts
 * @param action what happens to them
 * @param path the foreign key, as {@code child(parent_id) → parent(id)}, or the relationship; null for the rows that were asked for
 * @param constraint the name of the foreign key, null if it has none or none is behind it
 * @param rule the foreign key's ON DELETE, null if none is behind it
 * @param rows how many rows there are
 * @param atLeast whether there may be more
 * @param keyColumns the columns of the primary key
 * @param sampleKeys the primary keys of some of the rows, in order; {@link dev.dovetail.Redacted} where a value may not be shown
 * @param remedy what can be done where the delete is refused, else null
 * @param elsewhere whether what follows from the deletes of these rows stands at another effect, where the same table was
 *     reached first
 * @param effects what follows
 */
public record DeleteEffect(
        String table,
        DeleteActor actor,
        DeleteAction action,
        @Nullable String path,
        @Nullable String constraint,
        @Nullable ReferentialAction rule,
        long rows,
        boolean atLeast,
        List<String> keyColumns,
        List<List<@Nullable Object>> sampleKeys,
        @Nullable String remedy,
        boolean elsewhere,
        List<DeleteEffect> effects) {
    /** Copies the lists. */
    public DeleteEffect {
        keyColumns = List.copyOf(keyColumns);
        sampleKeys = List.copyOf(sampleKeys);
        effects = List.copyOf(effects);
    }

    /**
     * Whether the delete is refused because of these rows.
     *
     * @return true if it is
     */
    public boolean refuses() {
        return action == DeleteAction.REFUSE;
    }
}
