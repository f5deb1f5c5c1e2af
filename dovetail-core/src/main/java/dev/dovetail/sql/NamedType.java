package dev.dovetail.sql;

import dev.dovetail.type.Type;

/**
 * The name and the type of a column that no table has.
 *
 * @param <T> the Java class of the values
 * @param name the name
 * @param type the type
 */
public record NamedType<T>(String name, Type<T> type) {}
