package dev.dovetail;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the statement ran.
 *
 * @param description what was being done, such as {@code inserting Page{id=null, title='test'}}
 * @param entity the object being written
 * @param entityName the name of its class as the mapping has it
 * @param attributes the attribute of each column that has one
 * @param causes why it was being done, nearest cause first, such as {@code cascade DELETE of Parent.children, from Parent 1}
 */
public record OriginFacts(
        @Nullable String description,
        @Nullable Object entity,
        @Nullable String entityName,
        Map<String, String> attributes,
        List<String> causes) {

    /** Nobody said. */
    public static final OriginFacts NONE = new OriginFacts(null, null, null, Map.of(), List.of());

    /** Copies the collections. */
    public OriginFacts {
        attributes = Map.copyOf(attributes);
        causes = List.copyOf(causes);
    }
}
