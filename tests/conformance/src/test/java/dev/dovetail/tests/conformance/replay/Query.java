package dev.dovetail.tests.conformance.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT.
 *
 * @param tables what it reads, the main table first
 */
public record Query(String text, List<String> tables, List<List<@Nullable Object>> values) implements Event {

    @Override
    public String toString() {
        return text + " " + values;
    }
}
