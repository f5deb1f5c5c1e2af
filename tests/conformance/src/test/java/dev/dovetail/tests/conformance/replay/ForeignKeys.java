package dev.dovetail.tests.conformance.replay;

import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which row refers to which. */
public final class ForeignKeys {

    private ForeignKeys() {}

    /** {@return whether a child row's key names a parent row; null in a column names none} */
    public static boolean refers(
            ForeignKey key,
            @Nullable Map<String, @Nullable Object> child,
            @Nullable Map<String, @Nullable Object> parent) {
        if (child == null || parent == null) {
            return false;
        }
        for (int i = 0; i < key.columns().size(); i++) {
            Object value = child.get(key.columns().get(i));
            if (value == null
                    || !Objects.equals(value, parent.get(key.referencedColumns().get(i)))) {
                return false;
            }
        }
        return true;
    }
}
