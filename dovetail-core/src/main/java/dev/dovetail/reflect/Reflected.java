package dev.dovetail.reflect;

import dev.dovetail.schema.MetaData;
import java.util.List;

/**
 * A schema that was read back.
 *
 * @param metaData the tables
 * @param warnings what of the schema the tables do not say, one sentence each
 */
public record Reflected(MetaData metaData, List<String> warnings) {
    /** Copies the list. */
    public Reflected {
        warnings = List.copyOf(warnings);
    }
}
