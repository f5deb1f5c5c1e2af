package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.FIELD_NOT_MAPPABLE;
import static dev.dovetail.orm.mapping.model.Rule.INHERITANCE_MISPLACED;
import static dev.dovetail.orm.mapping.model.Rule.NO_INHERITANCE;

import dev.dovetail.orm.mapping.InheritanceStrategy;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.ColumnType;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.Rule;
import dev.dovetail.processor.read.EntityDraft.ColumnMember;
import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.TypeExpression;
import dev.dovetail.schema.ReferentialAction;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Reads what makes an entity part of a hierarchy. */
final class InheritanceReader {

    private final EntityDraft draft;
    private final @Nullable EntityDraft base;
    private final @Nullable AnnotationUse inheritance;

    InheritanceReader(EntityDraft draft) {
        this.draft = draft;
        this.base = draft.base();
        this.inheritance = AnnotationUse.of(draft.element, "Inheritance").orElse(null);
    }

    /** Whether the class has a place in a hierarchy. */
    boolean inHierarchy() {
        return base == null ? inheritance != null : new InheritanceReader(base).inHierarchy();
    }

    /** Where the columns of subclasses are. */
    private InheritanceStrategy strategy() {
        if (inheritance != null && (base == null || inheritance.given("strategy"))) {
            return inheritance.constant("strategy", InheritanceStrategy.class);
        }
        return base == null ? InheritanceStrategy.SINGLE_TABLE : new InheritanceReader(base).strategy();
    }

    /** Whether the class has a table of its own besides that of its base. */
    boolean joined() {
        return base != null && strategy() == InheritanceStrategy.JOINED;
    }

    /** The discriminator of a hierarchy's first class where it has no field. */
    Optional<ColumnSource> discriminatorColumn() {
        if (base != null || inheritance == null || discriminatorField().isPresent()) {
            return Optional.empty();
        }
        ColumnType type = ColumnType.of(
                "java.lang.String", dev.dovetail.type.Types.VARCHAR(255).storage());
        return Optional.of(ColumnSource.discriminator(
                ColumnModel.of(inheritance.text("discriminator"), null, type).notNull(),
                TypeExpression.of("VARCHAR(255)")));
    }

    private Optional<ColumnMember> discriminatorField() {
        return draft.column(inheritance == null ? "" : inheritance.text("discriminator"));
    }

    /** Describes the class's place. */
    EntityModel place(EntityModel model) {
        EntityModel placed = model;
        if (base == null && inheritance != null) {
            placed = placed.discriminator(discriminatorField()
                    .map(column -> column.model().name())
                    .orElse(inheritance.text("discriminator")));
        }
        if (placed.inheritance() == null) {
            return placed;
        }
        if (joined()) {
            AnnotationUse key = AnnotationUse.of(draft.element, "BaseKey").orElse(null);
            placed = placed.joined(
                            draft.table,
                            key == null ? new String[0] : key.texts("columns").toArray(String[]::new))
                    .schema(draft.schema);
            if (key != null) {
                placed = placed.baseKeyRules(
                        key.constant("onDelete", ReferentialAction.class),
                        key.constant("onUpdate", ReferentialAction.class));
            }
        }
        Optional<AnnotationUse> value = AnnotationUse.of(draft.element, "DiscriminatorValue");
        if (value.isPresent()) {
            placed = placed.identity(value.get().text("value"));
        }
        return draft.element.getModifiers().contains(Modifier.ABSTRACT) ? placed.asAbstract() : placed;
    }

    /** Reports what does not fit into a hierarchy. */
    void check() {
        if (base != null && !inHierarchy()) {
            report(
                    NO_INHERITANCE,
                    "Entity",
                    null,
                    "it extends the entity " + base.name.simple() + ", which is no hierarchy; put @Inheritance on "
                            + base.root().name.simple() + ", or relate the two by a One");
        }
        if (base != null && inheritance != null && inheritance.given("discriminator")) {
            misplaced(
                    "Inheritance",
                    "discriminator",
                    "the discriminator is declared by the first class of the hierarchy, "
                            + base.root().name.simple());
        }
        if (!inHierarchy()
                && AnnotationUse.of(draft.element, "DiscriminatorValue").isPresent()) {
            misplaced("DiscriminatorValue", null, "it is in no hierarchy; put @Inheritance on the first class");
        }
        if (!joined() && AnnotationUse.of(draft.element, "BaseKey").isPresent()) {
            misplaced("BaseKey", null, "it has no table of its own that could refer to a base's");
        }
        if (base != null && inHierarchy() && !joined()) {
            AnnotationUse.of(draft.element, "Entity")
                    .filter(entity -> entity.given("table") || entity.given("schema"))
                    .ifPresent(entity -> misplaced(
                            "Entity",
                            entity.given("table") ? "table" : "schema",
                            "it is in the table of " + base.name.simple()
                                    + "; drop the table's name, or make the strategy JOINED"));
        }
        hidden();
    }

    /** A field of the same name as an inherited one is left out. */
    private void hidden() {
        draft.members.removeIf(member -> {
            Optional<EntityDraft> declaring = declaring(member.fieldName());
            declaring.ifPresent(above -> draft.findings.add(draft.report(
                    FIELD_NOT_MAPPABLE,
                    member.fieldName(),
                    "it hides the field of " + above.name.simple() + ", which is mapped; name it otherwise")));
            return declaring.isPresent();
        });
    }

    private Optional<EntityDraft> declaring(String field) {
        return Stream.iterate(draft.above, Objects::nonNull, above -> above.above)
                .filter(above -> above.members.stream()
                        .anyMatch(other -> other.fieldName().equals(field)))
                .findFirst();
    }

    private void misplaced(String annotation, @Nullable String element, String message) {
        report(INHERITANCE_MISPLACED, annotation, element, "@" + annotation + " says nothing here: " + message);
    }

    private void report(Rule rule, String annotation, @Nullable String element, String message) {
        draft.findings.add(draft.report(rule, null, message).at(annotation, element));
    }
}
