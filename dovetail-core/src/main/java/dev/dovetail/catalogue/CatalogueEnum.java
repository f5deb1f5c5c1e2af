package dev.dovetail.catalogue;

import java.util.List;

/**
 * An enum type as the catalogue has it.
 *
 * @param name the name
 * @param labels its values, in order
 */
public record CatalogueEnum(String name, List<String> labels) {
    /** Copies the list. */
    public CatalogueEnum {
        labels = List.copyOf(labels);
    }
}
