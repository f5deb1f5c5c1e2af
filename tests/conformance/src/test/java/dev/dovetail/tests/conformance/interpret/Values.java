package dev.dovetail.tests.conformance.interpret;

import org.jspecify.annotations.Nullable;

/** Values as JSON has them, and as fields have them. */
final class Values {

    private Values() {}

    static @Nullable Object toJson(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        return value instanceof Float number ? (Object) number.doubleValue() : value;
    }

    static @Nullable Object toJava(@Nullable Object value, Class<?> type) {
        if (value instanceof Long number && type == Integer.class) {
            return Math.toIntExact(number);
        }
        if (value instanceof Long number && type == Double.class) {
            return number.doubleValue();
        }
        return value;
    }
}
