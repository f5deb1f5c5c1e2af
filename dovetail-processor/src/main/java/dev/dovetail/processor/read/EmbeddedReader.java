package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.FIELD_NOT_MAPPABLE;
import static dev.dovetail.orm.mapping.model.Rule.UNKNOWN_COLUMN;

import dev.dovetail.orm.mapping.Embedded;
import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.orm.mapping.model.Rule;
import dev.dovetail.processor.read.EntityDraft.ColumnMember;
import dev.dovetail.processor.read.EntityDraft.EmbeddedMember;
import dev.dovetail.processor.source.EmbeddedSource;
import dev.dovetail.processor.source.EmbeddedSource.Component;
import dev.dovetail.processor.source.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads a field that is a record: its components become columns of the entity's table. */
final class EmbeddedReader {

    private static final Set<String> ON_FIELDS =
            Set.of("Embedded", "ColumnOverride", "ColumnOverrides", "Column", "Id", "ForeignKey", "Index", "Sequence");
    private static final Set<String> ON_COMPONENTS =
            Set.of("Column", "Convert", "Default", "Embedded", "Enumerated", "ForeignKey", "Sensitive");

    private final EntityDraft draft;
    private final VariableElement field;
    private final String name;
    private final Types types;
    private final List<ColumnMember> columns = new ArrayList<>();
    /** What this reader is inside of, to see a record that contains itself. */
    private final List<TypeElement> open = new ArrayList<>();

    private boolean unresolved;
    /** Whether a component has no column, so that the record could not be put together. */
    private boolean broken;

    EmbeddedReader(EntityDraft draft, VariableElement field, Types types) {
        this.draft = draft;
        this.field = field;
        this.name = field.getSimpleName().toString();
        this.types = types;
    }

    /** Whether a field is an embedded record, or is meant to be one. */
    static boolean embeds(VariableElement field) {
        return AnnotationUse.of(field, "Embedded").isPresent()
                || AnnotationUse.of(field, "Id").isPresent()
                        && AnnotationUse.of(field, "Convert").isEmpty()
                        && isRecord(field.asType());
    }

    static boolean isRecord(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && ClassNames.element(type).getKind() == ElementKind.RECORD;
    }

    void read() {
        if (field.getModifiers().contains(Modifier.FINAL)) {
            report(
                    null,
                    FIELD_NOT_MAPPABLE,
                    "a final field cannot be read from a row; drop final, or mark the field @Transient");
            return;
        }
        if (!usable(field)) {
            return;
        }
        AnnotationUse.simpleNames(field).stream()
                .filter(annotation -> !ON_FIELDS.contains(annotation))
                .forEach(annotation -> report(
                        annotation,
                        FIELD_NOT_MAPPABLE,
                        "@" + annotation + " stands on columns, and this record has several; put it on the component"));
        Embedding embedding = embedding();
        EmbeddedSource source = read(name, ClassNames.element(field.asType()), embedding);
        checkOverrides(embedding);
        if (unresolved) {
            draft.unresolved.add(name);
        } else if (!broken) {
            draft.members.add(new EmbeddedMember(field, source, List.copyOf(columns)));
        }
    }

    private Embedding embedding() {
        AnnotationUse id = AnnotationUse.of(field, "Id").orElse(null);
        List<VariableElement> components = components(ClassNames.element(field.asType()));
        Map<String, AnnotationUse> overrides = new HashMap<>();
        for (AnnotationUse use : AnnotationUse.all(field, "ColumnOverride")) {
            use.annotation("column").ifPresent(column -> overrides.put(name + "." + use.text("component"), column));
        }
        AnnotationUse.of(field, "Column").ifPresent(column -> {
            if (components.size() == 1 && !isRecord(components.get(0).asType())) {
                overrides.putIfAbsent(name + "." + components.get(0).getSimpleName(), column);
            } else {
                report(
                        "Column",
                        FIELD_NOT_MAPPABLE,
                        "@Column describes one column, and this record has several; use @ColumnOverride(component = …)");
            }
        });
        return new Embedding(
                name,
                prefix(field, id != null),
                single(field, components),
                id == null && nullable(field),
                id != null,
                id == null ? null : id.constant("generation", Generation.class),
                overrides);
    }

    private static boolean nullable(VariableElement element) {
        return AnnotationUse.of(element, "Embedded")
                .map(embedded -> embedded.flag("nullable"))
                .orElse(true);
    }

    private static String prefix(VariableElement element, boolean id) {
        return givenPrefix(element)
                .orElse(id ? "" : Names.snake(element.getSimpleName().toString()) + "_");
    }

    private static Optional<String> givenPrefix(VariableElement element) {
        return AnnotationUse.of(element, "Embedded")
                .map(embedded -> embedded.text("prefix"))
                .filter(prefix -> !prefix.equals(Embedded.BY_FIELD));
    }

    /** The column of a record with a single component is named after the record's field. */
    private static @Nullable String single(VariableElement element, List<VariableElement> components) {
        return components.size() == 1 && givenPrefix(element).isEmpty()
                ? Names.snake(element.getSimpleName().toString())
                : null;
    }

    private EmbeddedSource read(String path, TypeElement type, Embedding embedding) {
        open.add(type);
        List<Component> read = new ArrayList<>();
        for (VariableElement component : components(type)) {
            String own = component.getSimpleName().toString();
            checkAnnotations(component, embedding.path(component));
            if (component.asType().getKind() == TypeKind.ERROR) {
                unresolved = true;
            } else if (AnnotationUse.of(component, "Embedded").isPresent()) {
                if (usable(component)) {
                    read.add(new Component(own, nested(component, embedding)));
                } else {
                    broken = true;
                }
            } else {
                int before = columns.size();
                new FieldReader(draft, component, types, embedding, columns::add).component();
                read.add(new Component(own, null));
                broken |= columns.size() == before;
            }
        }
        open.remove(type);
        return new EmbeddedSource(
                path, ClassNames.of(type), field.getModifiers().contains(Modifier.PRIVATE), read);
    }

    private EmbeddedSource nested(VariableElement component, Embedding embedding) {
        TypeElement type = ClassNames.element(component.asType());
        return read(
                embedding.path(component),
                type,
                embedding.within(
                        component,
                        prefix(component, false),
                        single(component, components(type)),
                        !embedding.id() && nullable(component)));
    }

    private static List<VariableElement> components(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(component -> !component.getModifiers().contains(Modifier.STATIC))
                .toList();
    }

    private void checkAnnotations(VariableElement component, String path) {
        AnnotationUse.simpleNames(component).stream()
                .filter(annotation -> !ON_COMPONENTS.contains(annotation))
                .forEach(annotation -> draft.findings.add(draft.report(
                        FIELD_NOT_MAPPABLE,
                        path,
                        "@" + annotation + " cannot stand on a component of a record; use a field of "
                                + draft.name.simple())));
    }

    private void checkOverrides(Embedding embedding) {
        List<String> paths = columns.stream().map(ColumnMember::fieldName).toList();
        embedding.overrides().keySet().stream()
                .filter(path -> !unresolved && !broken && !paths.contains(path))
                .sorted()
                .forEach(path -> report(
                        "ColumnOverride",
                        UNKNOWN_COLUMN,
                        "\"" + path.substring(name.length() + 1) + "\" is no column of this record; they are "
                                + String.join(
                                        ", ",
                                        paths.stream()
                                                .map(known -> known.substring(name.length() + 1))
                                                .toList())));
    }

    /** Whether the element's type is a record that generated code can take apart and put together. */
    private boolean usable(VariableElement element) {
        String label = ClassNames.label(element.asType());
        if (!isRecord(element.asType())) {
            return refuse("embedded values are records, and " + label
                    + " is none; make it a record, or store it in one column by a converter");
        }
        TypeElement type = ClassNames.element(element.asType());
        if (open.contains(type)) {
            return refuse("the record " + label + " contains itself, and would have columns without end");
        }
        if (!type.getTypeParameters().isEmpty()) {
            return refuse("the record " + label + " has type parameters, but each column has one type; drop them");
        }
        if (components(type).isEmpty()) {
            return refuse("the record " + label + " has no components, and so no column");
        }
        for (Element enclosing = type; enclosing instanceof TypeElement; enclosing = enclosing.getEnclosingElement()) {
            boolean samePackage = ClassNames.of(type).packageName().equals(draft.name.packageName());
            if (enclosing.getModifiers().contains(Modifier.PRIVATE)
                    || !samePackage && !enclosing.getModifiers().contains(Modifier.PUBLIC)) {
                return refuse("the mapper of " + draft.name.simple() + " cannot reach the record " + label + "; make "
                        + enclosing.getSimpleName() + (samePackage ? " not private" : " public"));
            }
        }
        return true;
    }

    private boolean refuse(String message) {
        report("Embedded", FIELD_NOT_MAPPABLE, message);
        return false;
    }

    private void report(@Nullable String annotation, Rule rule, String message) {
        var finding = draft.report(rule, name, message);
        draft.findings.add(annotation == null ? finding : finding.at(annotation, null));
    }
}
