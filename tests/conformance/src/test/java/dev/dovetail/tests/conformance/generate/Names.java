package dev.dovetail.tests.conformance.generate;

import java.util.Locale;

/** Java's names for those of the library of schemas. */
public final class Names {

    private Names() {}

    /** {@return {@code parentId} for {@code parent_id}} */
    public static String lower(String name) {
        StringBuilder lower = new StringBuilder();
        for (String part : name.split("_")) {
            lower.append(lower.isEmpty() ? part : capital(part));
        }
        return lower.toString();
    }

    /** {@return {@code BpDefNull} for {@code bp_def_null}} */
    public static String upper(String name) {
        return capital(lower(name));
    }

    /** {@return {@code parent_id} for {@code parentId}: the column that Dovetail gives a field} */
    public static String column(String field) {
        return field.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
