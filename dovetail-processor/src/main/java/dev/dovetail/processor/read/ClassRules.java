package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.CLASS_NOT_MAPPABLE;
import static dev.dovetail.orm.mapping.model.Rule.FIELD_NOT_MAPPABLE;

import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Whether objects of a class can be made and reached by code in the same package. */
final class ClassRules {

    private final EntityDraft draft;
    private final TypeElement type;

    ClassRules(EntityDraft draft) {
        this.draft = draft;
        this.type = draft.element;
    }

    /**
     * Reports what is in the way.
     *
     * @return true if code can be written for the class
     */
    boolean check() {
        int before = draft.findings.size();
        if (type.getKind() != ElementKind.CLASS) {
            String kind = type.getKind().name().toLowerCase(Locale.ROOT).replace("_type", "");
            report("an entity is a class, and this is " + (kind.matches("[aeiou].*") ? "an " : "a ") + kind);
        } else {
            if (type.getModifiers().contains(Modifier.ABSTRACT) && !mayBeAbstract()) {
                report("an abstract class has no objects; drop abstract, or put @Inheritance on it and map the classes"
                        + " that extend it, or make it a @MappedSuperclass");
            }
            if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
                report("an inner class needs an object of the outer one; make it static");
            }
            if (!type.getTypeParameters().isEmpty()) {
                report((draft.isEntity ? "an entity" : "a mapped superclass")
                        + " has no type parameters, because its columns have one type each; drop them");
            }
            if (draft.isEntity && !type.getModifiers().contains(Modifier.ABSTRACT)) {
                constructor();
            }
        }
        privacy();
        inheritance();
        return draft.findings.size() == before;
    }

    private boolean mayBeAbstract() {
        return !draft.isEntity || new InheritanceReader(draft).inHierarchy();
    }

    private void constructor() {
        boolean usable = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty());
        if (!usable) {
            report("objects that are read need a constructor without arguments; add one, it may be private: private "
                    + draft.name.simple() + "() {}");
        }
    }

    private void privacy() {
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (element.getModifiers().contains(Modifier.PRIVATE)) {
                report((element == type ? "the class" : "the enclosing class " + element.getSimpleName())
                        + " is private, and the generated mapper stands beside it; let its package see it");
            }
        }
    }

    /** What a superclass declares would silently be missing. */
    private void inheritance() {
        if (type.getSuperclass().getKind() != TypeKind.DECLARED) {
            return;
        }
        TypeElement superclass = ClassNames.element(type.getSuperclass());
        for (TypeElement ancestor = superclass; ; ancestor = ClassNames.element(ancestor.getSuperclass())) {
            TypeElement declaring = ancestor;
            if (draft.above != null && draft.above.element.equals(declaring)) {
                return;
            }
            ElementFilter.fieldsIn(ancestor.getEnclosedElements()).stream()
                    .filter(field -> !AnnotationUse.simpleNames(field).isEmpty())
                    .findFirst()
                    .ifPresent(field -> draft.findings.add(draft.report(
                            FIELD_NOT_MAPPABLE,
                            null,
                            "the field " + declaring.getSimpleName() + "." + field.getSimpleName()
                                    + " has mapping annotations, but " + declaring.getSimpleName()
                                    + " is not mapped; put @MappedSuperclass on it, or declare the field in "
                                    + draft.name.simple())));
            if (ancestor.getSuperclass().getKind() != TypeKind.DECLARED) {
                return;
            }
        }
    }

    private void report(String message) {
        draft.findings.add(draft.report(CLASS_NOT_MAPPABLE, null, message)
                .at(draft.isEntity ? "Entity" : "MappedSuperclass", null));
    }
}
