package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.UNUSABLE_VALUE;

import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.orm.mapping.model.CheckModel;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.Deletes;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.Finding.Severity;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.IndexModel;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import dev.dovetail.orm.mapping.model.Rule;
import dev.dovetail.orm.mapping.model.Suppression;
import dev.dovetail.orm.mapping.model.UniqueModel;
import dev.dovetail.processor.read.EntityDraft.ColumnMember;
import dev.dovetail.processor.read.EntityDraft.EmbeddedMember;
import dev.dovetail.processor.read.EntityDraft.HolderMember;
import dev.dovetail.processor.read.EntityDraft.Member;
import dev.dovetail.processor.source.ClassName;
import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.EmbeddedSource;
import dev.dovetail.processor.source.EntitySource;
import dev.dovetail.processor.source.HolderSource;
import dev.dovetail.processor.source.Names;
import dev.dovetail.processor.source.SuperSource;
import dev.dovetail.schema.Deferral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads entity classes, whether they are being compiled or come from class files. Lives for one round, because compiler
 * types do.
 */
public final class EntityReader {

    private final Elements elements;
    private final Types types;
    private final Map<String, EntityDraft> drafts = new HashMap<>();
    private final Map<EntityDraft, EntityReading> readings = new HashMap<>();

    /**
     * A reader for one round.
     *
     * @param elements the round's elements
     * @param types the round's types
     */
    public EntityReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /**
     * Reads a class.
     *
     * @param type the class
     * @return what it declares, empty if it is neither an entity nor a mapped superclass
     */
    public Optional<EntityReading> read(TypeElement type) {
        return draft(type).map(this::complete);
    }

    private Optional<EntityDraft> entity(TypeElement type) {
        return draft(type).filter(draft -> draft.isEntity);
    }

    /** An entity or a mapped superclass. */
    private Optional<EntityDraft> draft(TypeElement type) {
        ClassName name = ClassNames.of(type);
        EntityDraft known = drafts.get(name.binary());
        if (known != null) {
            return Optional.of(known);
        }
        AnnotationUse entity = AnnotationUse.of(type, "Entity").orElse(null);
        if (entity == null && AnnotationUse.of(type, "MappedSuperclass").isEmpty()) {
            return Optional.empty();
        }
        EntityDraft draft = entity == null
                ? new EntityDraft(type, above(type), false, name, "", null)
                : entityDraft(type, name, entity);
        drafts.put(name.binary(), draft);
        if (type.getKind() == ElementKind.CLASS) { // what is in the way of others is said by ClassRules
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                new FieldReader(draft, field, types).read();
            }
        }
        return Optional.of(draft);
    }

    /** The nearest mapped class above. */
    private @Nullable EntityDraft above(TypeElement type) {
        for (TypeMirror next = type.getSuperclass(); next.getKind() == TypeKind.DECLARED; ) {
            TypeElement superclass = ClassNames.element(next);
            Optional<EntityDraft> found = draft(superclass);
            if (found.isPresent()) {
                return found.get();
            }
            next = superclass.getSuperclass();
        }
        return null;
    }

    /** A class of a joined hierarchy has a table of its own, one of another hierarchy that of its base. */
    private EntityDraft entityDraft(TypeElement type, ClassName name, AnnotationUse entity) {
        EntityDraft above = above(type);
        String table = entity.text("table").isBlank() ? Names.snake(name.simple()) : entity.text("table");
        String schema = emptyToNull(entity.text("schema"));
        EntityDraft own = new EntityDraft(type, above, true, name, table, schema);
        EntityDraft base = own.base();
        EntityDraft draft = base == null || new InheritanceReader(own).joined()
                ? own
                : new EntityDraft(type, above, true, name, base.table, base.schema);
        for (String element : List.of("table", "schema")) {
            if (entity.given(element) && entity.text(element).isBlank()) {
                draft.findings.add(draft.report(UNUSABLE_VALUE, null, "the " + element + "'s name is blank; drop it")
                        .at("Entity", element));
            }
        }
        return draft;
    }

    private EntityReading complete(EntityDraft draft) {
        EntityReading known = readings.get(draft);
        if (known == null) {
            known = read(draft);
            readings.put(draft, known);
        }
        return known;
    }

    private EntityReading read(EntityDraft draft) {
        boolean writable = new ClassRules(draft).check();
        InheritanceReader inheritance = new InheritanceReader(draft);
        inheritance.check();
        KeyReader keys = new KeyReader(draft, this::entity);
        keys.read();
        EntityDraft baseDraft = draft.base();
        EntitySource base = baseDraft == null ? null : complete(baseDraft).source();
        List<ColumnSource> columns = new ArrayList<>(base == null ? List.of() : base.columns());
        List<HolderSource> holders = new ArrayList<>(base == null ? List.of() : base.holders());
        List<TypeElement> targets = new ArrayList<>(keys.targets);
        if (baseDraft != null) {
            targets.add(baseDraft.element);
        }
        List<EmbeddedSource> embedded = new ArrayList<>(base == null ? List.of() : base.embedded());
        int inheritedEmbedded = embedded.size();
        int inheritedColumns = columns.size();
        int inheritedHolders = holders.size();
        for (EntityDraft declaring : draft.line()) {
            if (declaring == draft) {
                inheritedColumns = columns.size();
                inheritedEmbedded = embedded.size();
                inheritedHolders = holders.size();
            }
            for (Member member : declaring.members) {
                if (member instanceof ColumnMember column) {
                    columns.add(
                            ColumnSource.field(generated(draft, column, keys.keys), column.type(), column.isPrivate()));
                } else if (member instanceof EmbeddedMember record) {
                    embedded.add(record.source());
                    record.columns().stream()
                            .map(column ->
                                    ColumnSource.field(generated(draft, column, keys.keys), column.type(), false))
                            .forEach(columns::add);
                } else if (member instanceof HolderMember holder) {
                    columns.addAll(keys.holderColumns.getOrDefault(holder.fieldName(), List.of()));
                    targets.add(holder.target());
                    holders.add(new HolderSource(
                            holder.kind(),
                            holder.model(),
                            ClassNames.of(holder.target()),
                            entity(holder.target()).isPresent(),
                            holder.isPrivate()));
                }
            }
        }
        inheritance.discriminatorColumn().ifPresent(columns::add);
        EntityModel start = base == null
                ? EntityModel.of(draft.name.binary(), draft.table).schema(draft.schema)
                : EntityModel.extending(base.model(), draft.name.binary());
        int described = base == null ? 0 : base.columns().size();
        int related = base == null ? 0 : base.holders().size();
        EntityModel model = inheritance
                .place(start)
                .columns(columns.stream()
                        .skip(described)
                        .map(ColumnSource::model)
                        .toArray(ColumnModel[]::new))
                .foreignKeys(keys.keys.toArray(new ForeignKeyModel[0]))
                .relationships(
                        holders.stream().skip(related).map(HolderSource::model).toArray(RelationshipModel[]::new))
                .uniques(uniques(draft))
                .indexes(indexes(draft, keys.keys))
                .checks(checks(draft))
                .suppressions(suppressions(draft))
                .deletes(deletes(draft, start.deletes()));
        EntityDraft above = draft.above;
        SuperSource superclass = above == null
                ? null
                : new SuperSource(
                        above.name,
                        above.isEntity ? above.name.mapper() : above.name.accessor(),
                        inheritedColumns,
                        inheritedHolders,
                        inheritedEmbedded,
                        baseDraft == null ? null : baseDraft.name.mapper(),
                        described);
        return new EntityReading(
                draft.element,
                new EntitySource(
                        draft.name,
                        model,
                        privateConstructor(draft),
                        inNamedModule(draft),
                        columns,
                        embedded,
                        holders,
                        superclass,
                        draft.element.getModifiers().contains(Modifier.ABSTRACT)),
                draft.isEntity,
                writable,
                draft.findings,
                draft.unresolved,
                targets);
    }

    /** See {@link Generation#AUTO}. A primitive counts as an integer here, so that the check can refuse it. */
    private static ColumnModel generated(EntityDraft draft, ColumnMember column, List<ForeignKeyModel> keys) {
        ColumnModel model = new KeySourceReader(draft, column).read();
        if (column.generation() != Generation.AUTO && column.generation() != Generation.DATABASE) {
            return model;
        }
        if (column.generation() == Generation.DATABASE) {
            return model.asGenerated();
        }
        boolean only = draft.columns().filter(other -> other.model().id()).count() == 1;
        boolean referring = keys.stream().anyMatch(key -> key.columns().contains(model.name()));
        boolean integer = switch (Names.boxed(model.type().javaType())) {
            case "java.lang.Integer", "java.lang.Long", "java.lang.Short" -> true;
            default -> false;
        };
        boolean defaulted = model.defaultSql() != null || model.clientDefault() != null;
        return only && integer && !referring && !defaulted ? model.asGenerated() : model;
    }

    /** What stands on the class and on the mapped superclasses whose fields it has. */
    private static List<AnnotationUse> uses(EntityDraft draft, String annotation) {
        return draft.line().stream()
                .flatMap(declaring -> AnnotationUse.all(declaring.element, annotation).stream())
                .toList();
    }

    private static UniqueModel[] uniques(EntityDraft draft) {
        List<UniqueModel> uniques = new ArrayList<>();
        for (AnnotationUse use : uses(draft, "Unique")) {
            List<String> names = use.texts("columns");
            if (names.isEmpty()) {
                draft.findings.add(
                        draft.report(UNUSABLE_VALUE, null, "@Unique needs columns = …, names of columns or fields")
                                .at("Unique", "columns"));
            } else {
                uniques.add(UniqueModel.of(
                                emptyToNull(use.text("name")),
                                draft.expanded(names).stream()
                                        .map(draft::columnName)
                                        .toArray(String[]::new))
                        .deferral(use.constant("deferral", Deferral.class)));
            }
        }
        return uniques.toArray(new UniqueModel[0]);
    }

    private static IndexModel[] indexes(EntityDraft draft, List<ForeignKeyModel> keys) {
        List<IndexModel> indexes = new ArrayList<>();
        for (Member member : draft.members) {
            List<String> columns = member instanceof HolderMember
                    ? keys.stream()
                            .filter(key -> member.fieldName().equals(key.member()))
                            .flatMap(key -> key.columns().stream())
                            .toList()
                    : indexed(draft, List.of(member.fieldName()));
            for (AnnotationUse use : AnnotationUse.all(member.field(), "Index")) {
                indexes.add(index(use, columns).member(member.fieldName()));
            }
        }
        for (AnnotationUse use : AnnotationUse.all(draft.element, "Index")) {
            if (use.texts("columns").isEmpty()) {
                draft.findings.add(
                        draft.report(UNUSABLE_VALUE, null, "@Index needs columns = …, names of columns or fields")
                                .at("Index", "columns"));
            }
            indexes.add(index(use, indexed(draft, use.texts("columns"))));
        }
        indexes.removeIf(index -> index.columns().isEmpty());
        return indexes.toArray(new IndexModel[0]);
    }

    private static IndexModel index(AnnotationUse use, List<String> columns) {
        IndexModel index = IndexModel.of(emptyToNull(use.text("name")), columns.toArray(new String[0]))
                .where(emptyToNull(use.text("where")));
        return use.flag("unique") ? index.asUnique() : index;
    }

    private static List<String> indexed(EntityDraft draft, List<String> terms) {
        List<String> columns = new ArrayList<>();
        for (String term : terms) {
            String[] words = term.strip().split("\\s+", 2);
            String direction = words.length > 1 ? " " + words[1] : "";
            draft.expanded(List.of(words[0])).forEach(name -> columns.add(draft.columnName(name) + direction));
        }
        return columns;
    }

    private static CheckModel[] checks(EntityDraft draft) {
        return uses(draft, "Check").stream()
                .map(use -> {
                    for (String element : List.of("name", "sql")) {
                        if (use.given(element) && use.text(element).isBlank()) {
                            draft.findings.add(draft.report(
                                            UNUSABLE_VALUE,
                                            null,
                                            "@Check needs a name, which errors speak of, and an SQL condition; "
                                                    + element + " is blank")
                                    .at("Check", element));
                        }
                    }
                    return new CheckModel(use.text("name"), use.text("sql"));
                })
                .toArray(CheckModel[]::new);
    }

    private static Deletes deletes(EntityDraft draft, Deletes above) {
        Deletes deletes = above;
        for (AnnotationUse use : uses(draft, "HearsDeletes")) {
            deletes = use.flag("soft") ? Deletes.SOFT : Deletes.HEARD;
        }
        return deletes;
    }

    private static Suppression[] suppressions(EntityDraft draft) {
        List<Suppression> suppressions = new ArrayList<>(suppressions(draft.element, null));
        for (Member member : draft.copied()) {
            suppressions.addAll(suppressions(member.field(), member.fieldName()));
        }
        return suppressions.toArray(new Suppression[0]);
    }

    private static List<Suppression> suppressions(Element element, @Nullable String member) {
        List<Suppression> suppressions = new ArrayList<>();
        for (String code : AnnotationUse.suppressedWarnings(element)) {
            Rule.byCode(code)
                    .filter(rule -> rule.severity() != Severity.ERROR)
                    .ifPresent(rule -> suppressions.add(new Suppression(member, rule.code())));
        }
        return suppressions;
    }

    private static boolean privateConstructor(EntityDraft draft) {
        return ElementFilter.constructorsIn(draft.element.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .anyMatch(constructor -> constructor.getModifiers().contains(Modifier.PRIVATE));
    }

    private boolean inNamedModule(EntityDraft draft) {
        var module = elements.getModuleOf(draft.element);
        return module != null && !module.isUnnamed();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
