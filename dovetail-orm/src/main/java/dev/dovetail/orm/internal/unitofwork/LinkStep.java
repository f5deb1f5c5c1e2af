package dev.dovetail.orm.internal.unitofwork;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one secondary table that one statement deletes or inserts.
 *
 * @param rows the rows, at least one
 */
public record LinkStep(List<LinkChange> rows) implements FlushStep {

    /** Copies what can change. */
    public LinkStep {
        rows = List.copyOf(rows);
    }

    /** {@return the first row, which says what all have in common} */
    public LinkChange first() {
        return rows.get(0);
    }

    /** Groups the rows whose turn it is: all deletes, and then the inserts. */
    static List<LinkStep> of(List<LinkChange> links, LinkChange.Turn turn) {
        List<LinkStep> steps = new ArrayList<>();
        for (LinkChange.Kind kind : LinkChange.Kind.values()) {
            List<LinkChange> open = new ArrayList<>();
            for (LinkChange link : links) {
                if (link.turn() != turn || link.kind() != kind) {
                    continue;
                }
                if (!open.isEmpty() && !open.get(0).sameStatement(link)) {
                    steps.add(new LinkStep(open));
                    open = new ArrayList<>();
                }
                open.add(link);
            }
            if (!open.isEmpty()) {
                steps.add(new LinkStep(open));
            }
        }
        return steps;
    }
}
