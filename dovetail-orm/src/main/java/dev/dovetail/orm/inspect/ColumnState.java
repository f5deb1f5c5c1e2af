package dev.dovetail.orm.inspect;

import dev.dovetail.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one column of an object.
 *
 * @param attribute the field's name, or for a foreign key without a field that of the column
 * @param column the column's name
 * @param value what the object has now; {@link dev.dovetail.Redacted} for a sensitive attribute
 * @param last the value that the row is known to have, null also for an object without a row
 * @param changed whether the next flush would write it; always false for an object without a row
 * @param bySql whether the next flush gives it what an SQL expression yields, instead of {@code value}
 * @param stale whether it is read again when the session next touches the object
 * @param loaded false for a deferred column whose value is not known, so that {@code value} is null
 */
public record ColumnState(
        String attribute,
        String column,
        @Nullable Object value,
        @Nullable Object last,
        boolean changed,
        boolean bySql,
        boolean stale,
        boolean loaded) {

    /** As in {@code name: 'a' → 'b'}, or {@code views: 1 → by SQL}. */
    @Override
    public String toString() {
        if (!loaded) {
            return attribute + ": not loaded";
        }
        String text = attribute + ": " + (changed ? ValueText.of(last) + " → " : "")
                + (bySql ? "by SQL" : ValueText.of(value));
        return stale ? text + " (stale)" : text;
    }
}
