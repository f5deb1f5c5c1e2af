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
    private final Set<String> suppressed;

    /**
     * A reporter.
     *
     * @param messager the compiler's
     * @param reported what has been printed already; grows
     * @param suppressed codes of warnings and notes that the compilation does not want to hear of
     */
    Reporter(Messager messager, Set<Finding> reported, Set<String> suppressed) {
        this.messager = messager;
        this.reported = reported;
        this.suppressed = suppressed;
    }

    /**
     * Prints a finding, once.
     *
     * @param finding the finding
     * @param type the class that it is about
     */
    void report(Finding finding, TypeElement type) {
        boolean wanted = finding.severity() == Severity.ERROR || !suppressed.contains(finding.code());
        if (wanted && reported.add(finding)) {
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
        return switch (finding.severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
    }
}
