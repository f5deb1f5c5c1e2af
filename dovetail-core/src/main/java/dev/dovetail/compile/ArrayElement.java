package dev.dovetail.compile;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values of a type stand in an array that is a parameter.
 *
 * @param typeName the database's name of the type, without length or precision: the column cuts and checks
 * @param driverClass the class of an element as the driver takes it
 * @param toDriver makes such an element of a value, null if this value cannot stand in an array
 */
public record ArrayElement(
        String typeName, Class<?> driverClass, Function<Object, ? extends @Nullable Object> toDriver) {}
