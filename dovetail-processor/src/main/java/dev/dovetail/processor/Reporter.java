package dev.dovetail.processor;

import dev.dovetail.orm.mapping.model.Finding;
import dev.dovetail.orm.mapping.model.Finding.Severity;
import dev.dovetail.processor.read.AnnotationPlace;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** Prints findings where they belong: on the field or class, its annotation, and the annotation's value. */
final class Reporter {

    private final Messager messager;
    private final Set<Finding> reported;

    /**
     * A reporter.
     *
     * @param messager the compiler's
     * @param reported what has been printed already; grows
     */
    Reporter(Messager messager, Set<Finding> reported) {
        this.messager = messager;
        this.reported = reported;
    }

    /**
     * Prints a finding, once.
     *
     * @param finding the finding
     * @param type the class that it is about
     */
    void report(Finding finding, TypeElement type) {
        if (reported.add(finding)) {
            Element element = element(finding, type);
            AnnotationPlace place = AnnotationPlace.of(element, finding);
            messager.printMessage(kind(finding), finding.text(), element, place.mirror(), place.value());
        }
    }

    /**
     * Prints a finding about a class that is not being compiled, once.
     *
     * @param finding the finding
     * @param referring the class that led to it
     */
    void reportElsewhere(Finding finding, TypeElement referring) {
        if (reported.add(finding)) {
            messager.printMessage(
                    kind(finding), finding.text() + " (" + finding.entity() + " comes from a class file)", referring);
        }
    }

    private static Element element(Finding finding, TypeElement type) {
        String member = finding.member();
        return member == null
                ? type
                : ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> field.getSimpleName().contentEquals(member))
                        .map(Element.class::cast)
                        .findFirst()
                        .orElse(type);
    }

    private static Diagnostic.Kind kind(Finding finding) {
        return finding.severity() == Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
    }
}
