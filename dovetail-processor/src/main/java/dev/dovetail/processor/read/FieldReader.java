package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.CLOCK_TYPE;
import static dev.dovetail.orm.mapping.model.Rule.COLUMN_TYPE;
import static dev.dovetail.orm.mapping.model.Rule.FIELD_NOT_MAPPABLE;
import static dev.dovetail.orm.mapping.model.Rule.RELATIONSHIP_WITHOUT_HOLDER;
import static dev.dovetail.orm.mapping.model.Rule.UNUSABLE_VALUE;

import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.ColumnModel.Trait;
import dev.dovetail.orm.mapping.model.Rule;
import dev.dovetail.processor.read.EntityDraft.ColumnMember;
import dev.dovetail.processor.source.Names;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads one field of an entity into its draft: a column, a relationship, or nothing. */
final class FieldReader {

    private static final Set<String> CLOCK_TYPES =
            Set.of("java.time.Instant", "java.time.LocalDateTime", "java.time.OffsetDateTime");

    private final EntityDraft draft;
    private final VariableElement field;
    private final String name;
    private final Types types;
    private final @Nullable Embedding embedding;
    private final Consumer<ColumnMember> columns;

    FieldReader(EntityDraft draft, VariableElement field, Types types) {
        this(draft, field, types, null, draft.members::add);
    }

    /** A reader for a component of an embedded record, or for a field where there is none. */
    FieldReader(
            EntityDraft draft,
            VariableElement field,
            Types types,
            @Nullable Embedding embedding,
            Consumer<ColumnMember> columns) {
        this.draft = draft;
        this.field = field;
        this.name = embedding == null ? field.getSimpleName().toString() : embedding.path(field);
        this.types = types;
        this.embedding = embedding;
        this.columns = columns;
    }

    void read() {
        TypeMirror type = field.asType();
        Set<Modifier> modifiers = field.getModifiers();
        if (modifiers.contains(Modifier.STATIC)) {
            unmapped("it is static");
        } else if (modifiers.contains(Modifier.TRANSIENT)) {
            unmapped("it is transient");
        } else if (AnnotationUse.of(field, "Transient").isPresent()) {
            unmapped("it is marked @Transient");
        } else if (type.getKind() == TypeKind.ERROR) {
            draft.unresolved.add(name);
        } else if (EmbeddedReader.embeds(field)) {
            new EmbeddedReader(draft, field, types).read();
        } else if (HolderReader.reads(type)) {
            new HolderReader(draft, field, name, (DeclaredType) type).read();
        } else if (FieldTypes.isDeferred(type)) {
            deferred();
        } else if (AnnotationUse.of(field, "Relationship").isPresent()) {
            relationshipWithoutHolder(type);
        } else {
            column(type);
        }
    }

    /** Annotations on what is not mapped are a mistake: somebody expects them to do something. */
    private void unmapped(String reason) {
        AnnotationUse.simpleNames(field).stream()
                .filter(annotation -> !annotation.equals("Transient"))
                .findFirst()
                .ifPresent(annotation -> report(
                        FIELD_NOT_MAPPABLE,
                        annotation,
                        null,
                        "@" + annotation + " says nothing here, because the field is not mapped: " + reason));
    }

    private void relationshipWithoutHolder(TypeMirror type) {
        String label = ClassNames.label(type);
        boolean collection = type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty();
        String other = collection
                ? ClassNames.label(((DeclaredType) type).getTypeArguments().get(0))
                : label;
        String holder = (collection ? "Many<" : "One<") + other + ">";
        report(
                RELATIONSHIP_WITHOUT_HOLDER,
                "Relationship",
                null,
                "@Relationship stands on a " + label + ", but a relationship is held by a One or a Many; write final "
                        + holder + " " + name + " = new " + (collection ? "Many" : "One") + "<>(this)");
    }

    /** The holder stays, so that its field is final as those of relationships are. */
    private void deferred() {
        TypeMirror type = FieldTypes.ofColumn(field);
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            report(FIELD_NOT_MAPPABLE, null, null, "a holder belongs to its object for good; make the Deferred final");
        }
        if (type.getKind() == TypeKind.ERROR) {
            draft.unresolved.add(name);
        } else if (FieldTypes.isDeferred(type)) {
            report(FIELD_NOT_MAPPABLE, null, null, "the Deferred does not say of which type; write Deferred<…>");
        } else {
            column(type, AnnotationUse.of(field, "Column").orElse(null));
        }
    }

    private void column(TypeMirror type) {
        if (field.getModifiers().contains(Modifier.FINAL)) {
            report(
                    FIELD_NOT_MAPPABLE,
                    null,
                    null,
                    "a final field cannot be read from a row; drop final, or mark the field @Transient");
            return;
        }
        column(type, AnnotationUse.of(field, "Column").orElse(null));
    }

    /** Reads a component of an embedded record. */
    void component() {
        column(field.asType(), Objects.requireNonNull(embedding).column(field));
    }

    private void column(TypeMirror type, @Nullable AnnotationUse column) {
        ColumnTypes.Unusable unusable = (element, reason) -> report(UNUSABLE_VALUE, "Column", element, reason);
        AnnotationUse convert = AnnotationUse.of(field, "Convert").orElse(null);
        AnnotationUse enumerated = AnnotationUse.of(field, "Enumerated").orElse(null);
        if (convert != null) {
            new ConvertReader(draft, field, name, types)
                    .read(convert, column, unusable)
                    .ifPresent(stored -> add(column, stored));
        } else if (enumerated != null) {
            new EnumReader(draft, field, name)
                    .read(enumerated, column, unusable)
                    .ifPresent(stored -> add(column, stored));
        } else {
            ColumnTypes.of(type, column, unusable)
                    .ifPresentOrElse(stored -> add(column, stored), () -> noColumnType(type));
        }
    }

    private void noColumnType(TypeMirror type) {
        boolean entity = type.getKind() == TypeKind.DECLARED
                && AnnotationUse.of(ClassNames.element(type), "Entity").isPresent();
        String label = ClassNames.label(type);
        report(
                COLUMN_TYPE,
                null,
                null,
                "no column has the type " + label + "; "
                        + (entity
                                ? "a relationship is a final One<" + label + ">"
                                : EmbeddedReader.isRecord(type)
                                        ? "@Embedded stores a record in columns of this table, one for each component"
                                        : "columns have " + ColumnTypes.SUPPORTED
                                                + "; use one of these, give the field a converter (@Convert), or mark it @Transient"));
    }

    private void add(@Nullable AnnotationUse column, ColumnTypes.Stored stored) {
        ColumnModel model = ColumnModel.of(
                embedding == null ? columnName(column) : embedding.columnName(field), name, stored.type());
        Generation generation = null;
        AnnotationUse id = AnnotationUse.of(field, "Id").orElse(null);
        if (id != null) {
            model = model.asId();
            generation = id.constant("generation", Generation.class);
        } else if (embedding != null && embedding.id()) {
            model = model.asId();
            generation = embedding.generation();
        }
        boolean absent = embedding != null && embedding.nullable();
        if (!absent && (stored.type().primitive() || column != null && !column.flag("nullable"))) {
            model = model.notNull();
        }
        if (column != null && column.flag("unique")) {
            model = model.asUnique();
        }
        model = new DefaultReader(draft, field, name, types).read(model);
        model = new WrittenByDatabase(draft, field, name).read(model, column);
        model = trait(model, "Created", Trait.CREATED);
        model = trait(model, "Updated", Trait.UPDATED);
        if (AnnotationUse.of(field, "Sensitive").isPresent()) {
            model = model.with(Trait.SENSITIVE);
        }
        if (AnnotationUse.of(field, "Enumerated")
                .filter(use -> use.flag("check"))
                .isPresent()) {
            model = model.with(Trait.CHECKED);
        }
        if (FieldTypes.isDeferred(field.asType())) {
            model = model.with(Trait.DEFERRED);
        }
        if (AnnotationUse.of(field, "Version").isPresent()) {
            model = model.with(Trait.VERSION).notNull();
        }
        columns.accept(new ColumnMember(field, model, stored.expression(), generation));
    }

    private String columnName(@Nullable AnnotationUse column) {
        if (column == null || !column.given("name")) {
            return Names.snake(name);
        }
        if (column.text("name").isBlank()) {
            report(
                    UNUSABLE_VALUE,
                    "Column",
                    "name",
                    "the column's name is blank; drop it to have " + Names.snake(name));
            return Names.snake(name);
        }
        return column.text("name");
    }

    private ColumnModel trait(ColumnModel model, String annotation, Trait trait) {
        if (AnnotationUse.of(field, annotation).isEmpty()) {
            return model;
        }
        if (!CLOCK_TYPES.contains(model.type().javaType())) {
            report(
                    CLOCK_TYPE,
                    annotation,
                    null,
                    "@" + annotation + " sets date and time, which a " + ClassNames.label(FieldTypes.ofColumn(field))
                            + " does not have; use Instant, LocalDateTime or OffsetDateTime");
            return model;
        }
        return model.with(trait);
    }

    private void report(Rule rule, @Nullable String annotation, @Nullable String element, String message) {
        var finding = draft.report(rule, name, message);
        draft.findings.add(annotation == null ? finding : finding.at(annotation, element));
    }
}
