package dev.dovetail.processor.source;

import org.jspecify.annotations.Nullable;

/**
 * How source code names a column's type.
 *
 * @param member the constant or method of {@code dev.dovetail.type.Types}
 * @param arguments what stands after it, parentheses included; empty for a constant
 * @param enumClass the enum for {@code enumByName}, or null
 */
public record TypeExpression(
        String member, String arguments, @Nullable ClassName enumClass) {

    /** A constant, or a method with its arguments. */
    public static TypeExpression of(String text) {
        int arguments = text.indexOf('(');
        return arguments < 0
                ? new TypeExpression(text, "", null)
                : new TypeExpression(text.substring(0, arguments), text.substring(arguments), null);
    }

    /** An enum that is stored by name. */
    public static TypeExpression enumByName(ClassName enumClass) {
        return new TypeExpression("enumByName", "", enumClass);
    }
}
