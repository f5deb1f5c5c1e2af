package dev.dovetail.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain, a type with rules of its own, as the catalogue has it.
 *
 * @param name the name
 * @param baseType the type below, in the words of the database
 * @param nullable whether NULL is a value of it
 * @param defaultSql the default, null if there is none
 * @param checks its conditions
 */
public record CatalogueDomain(
        String name,
        String baseType,
        boolean nullable,
        @Nullable String defaultSql,
        List<CatalogueCheck> checks) {
    /** Copies the list. */
    public CatalogueDomain {
        checks = List.copyOf(checks);
    }
}
