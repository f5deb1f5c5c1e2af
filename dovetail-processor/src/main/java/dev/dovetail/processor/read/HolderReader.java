package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.FIELD_NOT_MAPPABLE;
import static dev.dovetail.orm.mapping.model.Rule.UNUSABLE_VALUE;

import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.Loading;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.PassiveUpdates;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import dev.dovetail.orm.mapping.model.Rule;
import dev.dovetail.orm.mapping.model.SecondaryModel;
import dev.dovetail.processor.read.EntityDraft.HolderMember;
import dev.dovetail.schema.ReferentialAction;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads a field that holds a relationship into its entity's draft. */
final class HolderReader {

    private static final String PACKAGE = "dev.dovetail.orm.attribute.";
    private static final Set<String> KINDS = Set.of("One", "Many", "ManySet", "ManyMap", "WriteOnly");
    private static final Set<String> ON_HOLDERS = Set.of("Relationship", "ForeignKey", "Column", "Secondary", "Index");

    private final EntityDraft draft;
    private final VariableElement field;
    private final String name;
    private final DeclaredType type;
    private final String kind;

    HolderReader(EntityDraft draft, VariableElement field, String name, DeclaredType type) {
        this.draft = draft;
        this.field = field;
        this.name = name;
        this.type = type;
        this.kind = type.asElement().getSimpleName().toString();
    }

    /** Whether a field of this type holds a relationship. */
    static boolean reads(TypeMirror type) {
        return KINDS.stream().anyMatch(kind -> ClassNames.is(type, PACKAGE + kind));
    }

    void read() {
        annotations();
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            report(
                    FIELD_NOT_MAPPABLE,
                    null,
                    null,
                    "a holder belongs to its object for good; make the " + kind + " final");
        }
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        TypeMirror target = arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
        if (target == null || target.getKind() != TypeKind.DECLARED && target.getKind() != TypeKind.ERROR) {
            report(
                    FIELD_NOT_MAPPABLE,
                    null,
                    null,
                    "the " + kind + " does not say of which class; write " + kind
                            + (kind.equals("ManyMap") ? "<…, …>" : "<…>"));
        } else if (target.getKind() == TypeKind.ERROR) {
            draft.unresolved.add(name);
        } else {
            var targetClass = ClassNames.element(target);
            draft.members.add(new HolderMember(
                    field, kind, model(ClassNames.of(targetClass).binary()), targetClass));
        }
    }

    private void annotations() {
        AnnotationUse.simpleNames(field).stream()
                .filter(annotation -> !ON_HOLDERS.contains(annotation))
                .forEach(annotation -> report(
                        FIELD_NOT_MAPPABLE,
                        annotation,
                        null,
                        "@" + annotation + " stands on columns, not on a " + kind
                                + "; give the foreign key's column a field of its own, and put it there"));
        if (AnnotationUse.of(field, "Column").isPresent()
                && AnnotationUse.of(field, "ForeignKey").isEmpty()) {
            report(
                    FIELD_NOT_MAPPABLE,
                    "Column",
                    null,
                    "@Column on a " + kind
                            + " describes the foreign key's column, but there is no @ForeignKey beside it");
        }
    }

    private RelationshipModel model(String target) {
        RelationshipModel model =
                kind.equals("One") ? RelationshipModel.one(name, target) : RelationshipModel.many(name, target);
        if (kind.equals("WriteOnly")) {
            model = model.asWriteOnly();
        }
        AnnotationUse secondary = AnnotationUse.of(field, "Secondary").orElse(null);
        if (secondary != null) {
            model = model.secondary(secondary(secondary));
        }
        AnnotationUse use = AnnotationUse.of(field, "Relationship").orElse(null);
        return use == null ? model : relationship(model, use);
    }

    private SecondaryModel secondary(AnnotationUse use) {
        if (use.given("table") && use.text("table").isBlank()) {
            report(UNUSABLE_VALUE, "Secondary", "table", "the secondary table's name is blank; drop it");
        }
        return SecondaryModel.of(use.text("table").isBlank() ? null : use.text("table"))
                .columns(use.texts("columns").toArray(new String[0]))
                .targetColumns(use.texts("targetColumns").toArray(new String[0]))
                .onDelete(use.constant("onDelete", ReferentialAction.class))
                .onUpdate(use.constant("onUpdate", ReferentialAction.class));
    }

    private static RelationshipModel relationship(RelationshipModel model, AnnotationUse use) {
        RelationshipModel read = model;
        if (use.given("backPopulates")) {
            read = read.backPopulates(use.text("backPopulates"));
        }
        if (use.given("cascade")) {
            read = read.cascade(use.constants("cascade", Cascade.class).toArray(new Cascade[0]));
        }
        if (use.given("passiveDeletes")) {
            read = read.passiveDeletes(use.constant("passiveDeletes", PassiveDeletes.class));
        }
        if (use.given("passiveUpdates")) {
            read = read.passiveUpdates(use.constant("passiveUpdates", PassiveUpdates.class));
        }
        if (use.flag("postUpdate")) {
            read = read.asPostUpdate();
        }
        if (use.flag("viewOnly")) {
            read = read.asViewOnly();
            read = use.given("cascade") ? read : read.cascade(new Cascade[0]);
        }
        if (use.flag("singleParent")) {
            read = read.asSingleParent();
        }
        if (use.given("loading")) {
            read = read.loading(use.constant("loading", Loading.class));
        }
        return read.foreignKey(use.texts("foreignKey").toArray(new String[0]))
                .orderBy(use.texts("orderBy").stream().map(String::strip).toArray(String[]::new));
    }

    private void report(Rule rule, @Nullable String annotation, @Nullable String element, String message) {
        var finding = draft.report(rule, name, message);
        draft.findings.add(annotation == null ? finding : finding.at(annotation, element));
    }
}
