package dev.dovetail.processor.source;

import java.util.List;

/**
 * A field's type that is no plain class of the JDK: an enum, a class with type arguments, a class that has a converter.
 *
 * @param raw the class
 * @param arguments its type arguments
 * @param dimensions how many times it is an array
 * @param isEnum whether it is an enum that has no converter, so that two values are the same if they are identical
 */
public record FieldType(ClassName raw, List<FieldType> arguments, int dimensions, boolean isEnum) {

    /** Copies what can change. */
    public FieldType {
        arguments = List.copyOf(arguments);
    }

    /** An enum. */
    public static FieldType ofEnum(ClassName enumClass) {
        return new FieldType(enumClass, List.of(), 0, true);
    }

    /** Whether there are type arguments, which do not exist at run time. */
    public boolean generic() {
        return !arguments.isEmpty();
    }
}
