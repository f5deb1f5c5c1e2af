package dev.dovetail.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * An annotation where it stands. Values that do not compile read as if they were not given: the compiler reports them
 * itself.
 */
public final class AnnotationUse {

    private static final String MAPPING = "dev.dovetail.orm.mapping.";

    /** What javac gives for a value that it could not make sense of. */
    private static final String ERRONEOUS = "<error>";

    private final AnnotationMirror mirror;

    private AnnotationUse(AnnotationMirror mirror) {
        this.mirror = mirror;
    }

    /** The mapping annotation of a simple name on an element. */
    static Optional<AnnotationUse> of(Element element, String simpleName) {
        return all(element, simpleName).stream().findFirst();
    }

    /** All mapping annotations of a simple name on an element, taken out of their container. */
    static List<AnnotationUse> all(Element element, String simpleName) {
        List<AnnotationUse> uses = new ArrayList<>();
        for (AnnotationMirror mirror : mirrors(element, simpleName)) {
            uses.add(new AnnotationUse(mirror));
        }
        return uses;
    }

    static List<AnnotationMirror> mirrors(Element element, String simpleName) {
        List<AnnotationMirror> mirrors = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String name = qualifiedName(mirror);
            if (name.equals(MAPPING + simpleName)) {
                mirrors.add(mirror);
            } else if (name.equals(MAPPING + container(simpleName))) {
                for (Object contained : new AnnotationUse(mirror).list("value")) {
                    if (contained instanceof AnnotationMirror one) {
                        mirrors.add(one);
                    }
                }
            }
        }
        return mirrors;
    }

    private static String container(String simpleName) {
        return simpleName.equals("Index") ? "Indexes" : simpleName + "s";
    }

    /** The simple names of all mapping annotations on an element, containers excluded. */
    static List<String> simpleNames(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(AnnotationUse::qualifiedName)
                .filter(name -> name.startsWith(MAPPING))
                .map(name -> name.substring(MAPPING.length()))
                .map(name -> switch (name) {
                    case "ForeignKeys" -> "ForeignKey";
                    case "Indexes" -> "Index";
                    default -> name;
                })
                .toList();
    }

    /** What {@code @SuppressWarnings} on an element names. */
    public static List<String> suppressedWarnings(Element element) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> qualifiedName(mirror).equals("java.lang.SuppressWarnings"))
                .flatMap(mirror -> new AnnotationUse(mirror).texts("value").stream())
                .toList();
    }

    static String qualifiedName(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    /** The value of an annotation's element where it is written and compiles. */
    static @Nullable AnnotationValue written(AnnotationMirror mirror, String element) {
        AnnotationValue value = raw(mirror, element);
        return value == null || ERRONEOUS.equals(value.getValue()) ? null : value;
    }

    private static @Nullable AnnotationValue raw(AnnotationMirror mirror, String element) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(element)) {
                return entry.getValue();
            }
        }
        return null;
    }

    boolean given(String element) {
        return written(mirror, element) != null;
    }

    /** Whether a class is written that does not compile. */
    boolean unresolved(String element) {
        AnnotationValue value = raw(mirror, element);
        return value != null
                && (ERRONEOUS.equals(value.getValue())
                        || value.getValue() instanceof TypeMirror type && type.getKind() == TypeKind.ERROR);
    }

    String text(String element) {
        return value(element) instanceof String text ? text : "";
    }

    List<String> texts(String element) {
        return list(element).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    boolean flag(String element) {
        return value(element) instanceof Boolean flag && flag;
    }

    int number(String element) {
        return value(element) instanceof Integer number ? number : 0;
    }

    /** A constant by name; the first one where the value does not compile. */
    <E extends Enum<E>> E constant(String element, Class<E> type) {
        return constant(value(element), type).orElse(type.getEnumConstants()[0]);
    }

    <E extends Enum<E>> List<E> constants(String element, Class<E> type) {
        return list(element).stream()
                .flatMap(value -> constant(value, type).stream())
                .toList();
    }

    /** An annotation within the annotation. */
    Optional<AnnotationUse> annotation(String element) {
        return value(element) instanceof AnnotationMirror inner
                ? Optional.of(new AnnotationUse(inner))
                : Optional.empty();
    }

    /** A class; null for {@code void} and for one that does not compile. */
    @Nullable
    TypeMirror type(String element) {
        return value(element) instanceof TypeMirror type && type.getKind() == TypeKind.DECLARED ? type : null;
    }

    private static <E extends Enum<E>> Optional<E> constant(@Nullable Object value, Class<E> type) {
        if (value instanceof VariableElement variable) {
            for (E constant : type.getEnumConstants()) {
                if (variable.getSimpleName().contentEquals(constant.name())) {
                    return Optional.of(constant);
                }
            }
        }
        return Optional.empty();
    }

    private List<?> list(String element) {
        return value(element) instanceof List<?> values
                ? values.stream()
                        .map(value -> ((AnnotationValue) value).getValue())
                        .filter(value -> !ERRONEOUS.equals(value))
                        .toList()
                : List.of();
    }

    /** The value as written, or else the default. */
    private @Nullable Object value(String element) {
        AnnotationValue written = written(mirror, element);
        if (written != null) {
            return written.getValue();
        }
        return ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(element))
                .map(ExecutableElement::getDefaultValue)
                .findFirst()
                .map(AnnotationValue::getValue)
                .orElse(null);
    }
}
