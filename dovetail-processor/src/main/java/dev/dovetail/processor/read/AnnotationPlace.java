package dev.dovetail.processor.read;

import dev.dovetail.orm.mapping.model.Finding;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding belongs within an element.
 *
 * @param mirror the annotation, null if the finding is about none or it is not there
 * @param value the annotation's value, null if it is not written
 */
public record AnnotationPlace(
        @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value) {

    /**
     * Finds the place.
     *
     * @param element the element that the finding is about
     * @param finding the finding
     * @return the place, as exact as the source has it
     */
    public static AnnotationPlace of(Element element, Finding finding) {
        if (finding.annotation() == null) {
            return new AnnotationPlace(null, null);
        }
        List<AnnotationMirror> mirrors = AnnotationUse.mirrors(element, finding.annotation());
        if (mirrors.isEmpty()) {
            return new AnnotationPlace(null, null);
        }
        AnnotationMirror mirror = mirrors.get(Math.min(finding.occurrence(), mirrors.size() - 1));
        return new AnnotationPlace(
                mirror, finding.element() == null ? null : AnnotationUse.written(mirror, finding.element()));
    }
}
