package dev.dovetail.orm.attribute;

import dev.dovetail.UsageException;
import dev.dovetail.type.Type;
import java.util.Arrays;

/** The values of discriminators: an annotation has them as text, the column in its own type. */
final class Discriminators {

    private Discriminators() {}

    static Object value(Type<?> type, String text) {
        Class<?> wanted = type.javaClass();
        try {
            if (wanted == String.class) {
                return text;
            } else if (wanted == Integer.class) {
                return Integer.valueOf(text);
            } else if (wanted == Long.class) {
                return Long.valueOf(text);
            } else if (wanted == Short.class) {
                return Short.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw unusable(type, text);
        }
        return Arrays.stream(wanted.isEnum() ? wanted.getEnumConstants() : new Object[0])
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> unusable(type, text));
    }

    private static UsageException unusable(Type<?> type, String text) {
        return new UsageException(
                "DVT-USE-MAPPING",
                "@DiscriminatorValue(\"" + text + "\") is no "
                        + type.javaClass().getSimpleName() + ", which is the type of its discriminator");
    }
}
