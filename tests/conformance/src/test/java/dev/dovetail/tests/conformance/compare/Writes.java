package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.replay.RowWrite;
import dev.dovetail.tests.conformance.replay.Verb;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the rows that SQLAlchemy wrote in a step with those that Dovetail wrote.
 *
 * @param pairs what agrees, in Dovetail's order
 * @param missing what Dovetail did not write
 * @param extra what only Dovetail wrote
 * @param equalValues what Dovetail did not write because the row has these values already
 */
record Writes(List<Pair> pairs, List<Written> missing, List<Written> extra, List<Written> equalValues) {

    /**
     * A row that both wrote.
     *
     * @param expected SQLAlchemy's, and {@code position} its place in the step
     */
    record Pair(int position, Written expected, Written actual) {}

    static Writes of(List<Written> expected, List<Written> actual) {
        List<Pair> pairs = new ArrayList<>();
        List<Written> extra = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            open.add(i);
        }
        for (Written row : actual) {
            Integer found = find(expected, open, row.write(), false);
            if (found == null) {
                found = find(expected, open, row.write(), true);
            }
            if (found == null) {
                extra.add(row);
            } else {
                open.remove(found);
                pairs.add(new Pair(found, expected.get(found), row));
            }
        }
        List<Written> missing = new ArrayList<>();
        List<Written> equalValues = new ArrayList<>();
        for (int left : open) {
            Written row = expected.get(left);
            (changes(row) == null ? equalValues : missing).add(row);
        }
        return new Writes(pairs, missing, extra, equalValues);
    }

    private static @Nullable Integer find(
            List<Written> expected, List<Integer> open, RowWrite wanted, boolean changesOnly) {
        return open.stream()
                .filter(i -> wanted.equals(
                        changesOnly ? changes(expected.get(i)) : expected.get(i).write()))
                .findFirst()
                .orElse(null);
    }

    /** The write without the columns of an UPDATE that have the value already; null if none is left. */
    private static @Nullable RowWrite changes(Written written) {
        RowWrite write = written.write();
        Map<String, @Nullable Object> before = written.before();
        if (write.verb() != Verb.UPDATE || before == null || written.own()) {
            return write;
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        write.set().forEach((column, value) -> {
            if (!Objects.equals(value, before.get(column))) {
                changed.put(column, value);
            }
        });
        return changed.isEmpty() ? null : new RowWrite(write.verb(), write.table(), changed, write.where());
    }

    boolean agree() {
        return missing.isEmpty() && extra.isEmpty();
    }

    /**
     * Two rows of one table and verb in another order, or in an order that a foreign key forbids; null if there are none.
     *
     * @param anyOrder whether SQLAlchemy itself guarantees only what the foreign keys demand
     */
    @Nullable
    String misordered(Dependencies dependencies, boolean anyOrder) {
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = i + 1; j < pairs.size(); j++) {
                Pair first = pairs.get(i);
                Pair second = pairs.get(j);
                if (first.position() > second.position()) {
                    RowWrite a = first.expected().write();
                    RowWrite b = second.expected().write();
                    boolean together =
                            !anyOrder && a.verb() == b.verb() && a.table().equals(b.table());
                    if (together || dependencies.requires(second.expected(), first.expected())) {
                        return a + " before " + b;
                    }
                }
            }
        }
        return null;
    }
}
