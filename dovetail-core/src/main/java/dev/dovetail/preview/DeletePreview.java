package dev.dovetail.preview;

import java.util.ArrayList;
import java.util.List;

/**
 * What a delete would do: a tree of effects, and the numbers for each table. A value; the database may be another one a moment
 * later.
 *
 * @param verdict whether a foreign key refuses the delete
 * @param effects the rows that were asked for, with what follows from their deletes
 * @param totals the numbers for each table, in the order in which the tables are reached
 * @param notes what the preview did not look at, one sentence each
 */
public record DeletePreview(
        DeleteVerdict verdict, List<DeleteEffect> effects, List<DeleteTotal> totals, List<String> notes) {
    /** Copies the lists. */
    public DeletePreview {
        effects = List.copyOf(effects);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
    }

    /**
     * Whether a foreign key refuses the delete.
     *
     * @return true if one does for certain
     */
    public boolean refused() {
        return verdict == DeleteVerdict.REFUSED;
    }

    /**
     * The effects that refuse the delete.
     *
     * @return the effects, in the order of the tree
     */
    public List<DeleteEffect> refusals() {
        List<DeleteEffect> refusals = new ArrayList<>();
        effects.forEach(effect -> collect(effect, refusals));
        return refusals;
    }

    private static void collect(DeleteEffect effect, List<DeleteEffect> refusals) {
        if (effect.refuses()) {
            refusals.add(effect);
        }
        effect.effects().forEach(child -> collect(child, refusals));
    }

    /**
     * The numbers for a table.
     *
     * @param table the name, with the schema where the table has one; upper and lower case are one
     * @return the numbers, all of them 0 if the delete does not reach the table
     */
    public DeleteTotal total(String table) {
        return totals.stream()
                .filter(total -> total.table().equalsIgnoreCase(table))
                .findFirst()
                .orElseGet(() -> new DeleteTotal(table, 0, 0, 0, 0, 0, false));
    }

    /**
     * As a tree for a console, with the ways out of what refuses.
     *
     * @return some lines, each with a line feed
     */
    public String toText() {
        return PreviewText.of(this);
    }

    /**
     * As JSON. The names of the fields are those of the records, and do not change.
     *
     * @return an object on several lines; values that JSON does not have are texts
     */
    public String toJson() {
        return PreviewJson.of(this);
    }

    /**
     * As a diagram for Mermaid: a box for each effect, an arrow for each foreign key or relationship.
     *
     * @return a flowchart
     */
    public String toMermaid() {
        return PreviewMermaid.of(this);
    }

    /** As {@link #toText}. */
    @Override
    public String toString() {
        return toText();
    }
}
