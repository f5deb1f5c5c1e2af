package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.replay.RowWrite;
import dev.dovetail.tests.conformance.replay.Verb;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the rows that SQLAlchemy wrote in a step with those that Dovetail wrote.
 *
 * @param pairs what agrees, in Dovetail's order
 * @param missing what Dovetail did not write
 * @param extra what only Dovetail wrote
 * @param needless what Dovetail did not write because the row has these values already, or is deleted by the same step
 */
record Writes(List<Pair> pairs, List<Written> missing, List<Written> extra, List<Written> needless) {

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
            Integer found = find(expected, open, Written::write, row.write());
            if (found == null) {
                found = find(expected, open, Writes::changes, row.write());
            }
            if (found == null && row.failed()) {
                found = find(expected, open, Writes::withoutNullKeys, withoutNullKeys(row));
            }
            if (found == null) {
                extra.add(row);
            } else {
                open.remove(found);
                pairs.add(new Pair(found, expected.get(found), row));
            }
        }
        List<Written> missing = new ArrayList<>();
        List<Written> needlessRows = new ArrayList<>();
        for (int left : open) {
            Written row = expected.get(left);
            boolean needless = changes(row) == null || goesAnyway(row, pairs);
            (needless ? needlessRows : missing).add(row);
        }
        moveThenDelete(pairs, missing, extra, needlessRows);
        return new Writes(pairs, missing, extra, needlessRows);
    }

    /** A row that SQLAlchemy gives another key and deletes, Dovetail deletes. */
    private static void moveThenDelete(
            List<Pair> pairs, List<Written> missing, List<Written> extra, List<Written> needless) {
        for (Written gone : List.copyOf(extra)) {
            for (Written moved : List.copyOf(missing)) {
                for (Written deleted : List.copyOf(missing)) {
                    if (gone.write().verb() == Verb.DELETE
                            && deleted.write().verb() == Verb.DELETE
                            && moved.write().verb() == Verb.UPDATE
                            && Lag.sameRow(gone, moved)
                            && moved.after() != null
                            && moved.after().equals(deleted.before())
                            && extra.remove(gone)) {
                        missing.removeAll(List.of(moved, deleted));
                        needless.add(moved);
                        pairs.add(new Pair(pairs.size(), deleted, gone));
                    }
                }
            }
        }
    }

    private static @Nullable Integer find(
            List<Written> expected,
            List<Integer> open,
            Function<Written, @Nullable RowWrite> form,
            @Nullable RowWrite wanted) {
        return open.stream()
                .filter(i -> Objects.equals(wanted, form.apply(expected.get(i))))
                .findFirst()
                .orElse(null);
    }

    /** A failed INSERT without columns that are given null: SQLAlchemy leaves a missing key out, to the same end. */
    private static RowWrite withoutNullKeys(Written written) {
        RowWrite write = written.write();
        if (write.verb() != Verb.INSERT || !written.failed()) {
            return write;
        }
        Map<String, @Nullable Object> given = new LinkedHashMap<>(write.set());
        given.values().removeIf(Objects::isNull);
        return new RowWrite(write.verb(), write.table(), given, write.where());
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

    /** The same without some rows that Dovetail need not write. */
    Writes without(Predicate<Written> needlessRow) {
        return new Writes(pairs, missing.stream().filter(needlessRow.negate()).toList(), extra, needless);
    }

    /**
     * The same with an INSERT that names a generated key, which SQLAlchemy has kept of a row that was rolled back, paired with one
     * that has the database generate the same.
     *
     * @param schema null where no key was kept
     */
    Writes withGeneratedKeys(@Nullable Schema schema) {
        List<Pair> all = new ArrayList<>(pairs);
        List<Written> left = new ArrayList<>(missing);
        List<Written> generated = new ArrayList<>(extra);
        for (Written row : schema == null ? List.<Written>of() : missing) {
            extra.stream()
                    .filter(other -> row.after() != null
                            && row.after().equals(other.after())
                            && row.write().verb() == Verb.INSERT
                            && other.write().verb() == Verb.INSERT
                            && row.write().table().equals(other.write().table()))
                    .findFirst()
                    .ifPresent(other -> {
                        left.remove(row);
                        generated.remove(other);
                        all.add(new Pair(all.size() + left.size(), row, other));
                    });
        }
        return new Writes(all, left, generated, needless);
    }

    /** Whether an UPDATE is of a row that both delete in the same step. */
    private static boolean goesAnyway(Written row, List<Pair> pairs) {
        return row.write().verb() == Verb.UPDATE
                && pairs.stream()
                        .map(Pair::actual)
                        .anyMatch(gone -> gone.write().verb() == Verb.DELETE && Lag.sameRow(row, gone));
    }

    /** Whether SQLAlchemy has updated the row before it deleted it, which puts the delete off. */
    private boolean isNeedless(Written row) {
        return row.write().verb() == Verb.DELETE && needless.stream().anyMatch(update -> Lag.sameRow(update, row));
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
                boolean putOff = isNeedless(first.actual()) || isNeedless(second.actual());
                if (first.position() > second.position() && !putOff) {
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
