package dev.dovetail.processor.source;

import org.jspecify.annotations.Nullable;

/**
 * What a class has from its nearest mapped superclass.
 *
 * @param type the superclass
 * @param accessor the generated class that reads and writes what it declares
 * @param columns how many of the class's columns come from it
 * @param holders how many of the class's relationships come from it
 * @param embedded how many of its embedded records come from it
 * @param base the mapper of the nearest entity above, or null
 * @param baseColumns how many of the columns are in that entity's description already
 */
public record SuperSource(
        ClassName type,
        ClassName accessor,
        int columns,
        int holders,
        int embedded,
        @Nullable ClassName base,
        int baseColumns) {}
