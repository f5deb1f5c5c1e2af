package dev.dovetail.tests.conformance.interpret;

import org.jspecify.annotations.Nullable;

/** Values as JSON has them. */
final class Values {

    private Values() {}

    static @Nullable Object toJson(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        return value instanceof Float number ? (Object) number.doubleValue() : value;
    }
}
