package dev.dovetail.catalogue;

import dev.dovetail.type.BasicType;
import dev.dovetail.type.Types;

/**
 * The type of a column as the catalogue has it.
 *
 * @param name the type in the words of the database, such as {@code character varying(255)}
 * @param type the type that its values have in Java
 * @param exact whether the column would be the same if it were created with that type; false where the database has more
 *     types than {@link Types}
 */
public record CatalogueType(String name, BasicType<?> type, boolean exact) {
    /**
     * A type that {@link Types} has.
     *
     * @param name the type in the words of the database
     * @param type the type in Java
     * @return the type
     */
    public static CatalogueType exact(String name, BasicType<?> type) {
        return new CatalogueType(name, type, true);
    }

    /**
     * A type that {@link Types} does not have, but one that holds all its values.
     *
     * @param name the type in the words of the database
     * @param type the type in Java
     * @return the type
     */
    public static CatalogueType like(String name, BasicType<?> type) {
        return new CatalogueType(name, type, false);
    }

    /**
     * A type that is only known by its name; its values are texts.
     *
     * @param name the type in the words of the database
     * @return the type
     */
    public static CatalogueType other(String name) {
        return new CatalogueType(name, Types.NATIVE(name), false);
    }

    /**
     * The type of an array.
     *
     * @param name the type in the words of the database
     * @param element the type of its elements
     * @return the type
     */
    public static CatalogueType array(String name, CatalogueType element) {
        return new CatalogueType(name, Types.ARRAY(element.type()).storage(), element.exact());
    }
}
