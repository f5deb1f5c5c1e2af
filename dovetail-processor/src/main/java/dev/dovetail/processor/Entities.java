package dev.dovetail.processor;

import static java.util.Comparator.comparing;

import java.util.List;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The entity classes that are new in a round. */
final class Entities {

    /** The annotation's name; a string, so that an incomplete class path is no reason to crash. */
    static final String ANNOTATION = "dev.dovetail.orm.mapping.Entity";

    /** The annotation of classes whose fields entities have. */
    private static final String MAPPED_SUPERCLASS = "dev.dovetail.orm.mapping.MappedSuperclass";

    private Entities() {}

    /** The classes with {@code @Entity}, sorted by name so that output does not depend on the order of files. */
    static List<TypeElement> in(RoundEnvironment round, Elements elements) {
        return annotated(round, elements, ANNOTATION);
    }

    /** The classes with {@code @MappedSuperclass} that are no entities, sorted by name. */
    static List<TypeElement> mappedSuperclasses(RoundEnvironment round, Elements elements) {
        List<TypeElement> entities = in(round, elements);
        return annotated(round, elements, MAPPED_SUPERCLASS).stream()
                .filter(type -> !entities.contains(type))
                .toList();
    }

    private static List<TypeElement> annotated(RoundEnvironment round, Elements elements, String name) {
        TypeElement annotation = elements.getTypeElement(name);
        return annotation == null
                ? List.of()
                : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)).stream()
                        .sorted(comparing(type -> type.getQualifiedName().toString()))
                        .toList();
    }
}
