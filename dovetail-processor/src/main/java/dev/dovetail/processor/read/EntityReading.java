package dev.dovetail.processor.read;

import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.Finding;
import dev.dovetail.processor.source.EntitySource;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * What was read of one entity class.
 *
 * @param element the class
 * @param source what can be written about it
 * @param isEntity whether it is an entity, and no mapped superclass
 * @param writable whether code can be written at all
 * @param findings what is wrong with the class itself
 * @param unresolved fields whose type does not compile, left out of the source
 * @param targets the classes that it points to
 */
public record EntityReading(
        TypeElement element,
        EntitySource source,
        boolean isEntity,
        boolean writable,
        List<Finding> findings,
        List<String> unresolved,
        List<TypeElement> targets) {

    /** Copies what can change. */
    public EntityReading {
        findings = List.copyOf(findings);
        unresolved = List.copyOf(unresolved);
        targets = List.copyOf(targets);
    }

    /** What the class declares. */
    public EntityModel model() {
        return source.model();
    }
}
