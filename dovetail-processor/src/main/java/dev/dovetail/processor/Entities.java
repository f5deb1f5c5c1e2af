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

    private Entities() {}

    /** The classes with {@code @Entity}, sorted by name so that output does not depend on the order of files. */
    static List<TypeElement> in(RoundEnvironment round, Elements elements) {
        TypeElement annotation = elements.getTypeElement(ANNOTATION);
        return annotation == null
                ? List.of()
                : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)).stream()
                        .sorted(comparing(type -> type.getQualifiedName().toString()))
                        .toList();
    }
}
