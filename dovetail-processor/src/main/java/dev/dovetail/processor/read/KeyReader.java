package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.FIELD_NOT_MAPPABLE;
import static dev.dovetail.orm.mapping.model.Rule.NO_KEY_TARGET;
import static dev.dovetail.orm.mapping.model.Rule.UNUSABLE_VALUE;

import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.ColumnType;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.Rule;
import dev.dovetail.processor.read.EntityDraft.ColumnMember;
import dev.dovetail.processor.read.EntityDraft.EmbeddedMember;
import dev.dovetail.processor.read.EntityDraft.HolderMember;
import dev.dovetail.processor.read.EntityDraft.Member;
import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.Names;
import dev.dovetail.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the foreign keys of an entity, and makes the columns of those that stand on a holder and have no field. */
final class KeyReader {

    private final EntityDraft draft;
    private final Function<TypeElement, Optional<EntityDraft>> drafts;

    final List<ForeignKeyModel> keys = new ArrayList<>();
    /** The columns without a field, by the holder that declares them. */
    final Map<String, List<ColumnSource>> holderColumns = new LinkedHashMap<>();
    /** The classes that the keys refer to. */
    final List<TypeElement> targets = new ArrayList<>();

    KeyReader(EntityDraft draft, Function<TypeElement, Optional<EntityDraft>> drafts) {
        this.draft = draft;
        this.drafts = drafts;
    }

    void read() {
        for (Member member : draft.copied()) {
            for (AnnotationUse use : AnnotationUse.all(member.field(), "ForeignKey")) {
                if (member instanceof HolderMember holder) {
                    onHolder(holder, use);
                } else if (member instanceof ColumnMember column) {
                    onColumn(column, use);
                } else if (member instanceof EmbeddedMember record) {
                    onField(record, record.columns(), use);
                }
            }
            if (member instanceof EmbeddedMember record) {
                for (ColumnMember column : record.columns()) {
                    AnnotationUse.all(column.field(), "ForeignKey").forEach(use -> onColumn(column, use));
                }
            }
        }
        for (EntityDraft declaring : draft.line()) {
            for (AnnotationUse use : AnnotationUse.all(declaring.element, "ForeignKey")) {
                List<String> columns = draft.expanded(use.texts("columns")).stream()
                        .map(draft::columnName)
                        .toList();
                target(use, null).ifPresent(target -> add(target, use, null, columns));
            }
        }
    }

    /** The table that a key refers to, and its entity if it has one. */
    private record Target(
            String table,
            @Nullable String className,
            @Nullable EntityDraft draft) {

        List<ColumnMember> referenced(List<String> names) {
            if (draft == null) {
                return List.of();
            }
            return names.isEmpty()
                    ? draft.columns().filter(column -> column.model().id()).toList()
                    : draft.expanded(names).stream()
                            .flatMap(name -> draft.column(name).stream())
                            .toList();
        }

        List<String> columnNames(List<String> names) {
            return draft == null
                    ? names
                    : draft.expanded(names).stream().map(draft::columnName).toList();
        }
    }

    private void onColumn(ColumnMember column, AnnotationUse use) {
        onField(column, List.of(column), use);
    }

    private void onField(Member member, List<ColumnMember> columns, AnnotationUse use) {
        if (use.given("columns")) {
            report(
                    UNUSABLE_VALUE,
                    member.fieldName(),
                    "columns",
                    "a foreign key on a field has that field's column; put keys of several columns on the class");
        }
        target(use, member.fieldName())
                .ifPresent(target -> add(
                        target,
                        use,
                        member.fieldName(),
                        columns.stream().map(column -> column.model().name()).toList()));
    }

    private void onHolder(HolderMember holder, AnnotationUse use) {
        String name = holder.fieldName();
        String other = holder.target().getSimpleName().toString();
        TypeMirror references = use.type("references");
        if (holder.model().many()) {
            report(
                    FIELD_NOT_MAPPABLE,
                    name,
                    null,
                    "the foreign key of a Many is in the other table; put @ForeignKey into " + other);
            return;
        }
        if (use.given("table")
                || references != null && !ClassNames.element(references).equals(holder.target())) {
            report(
                    NO_KEY_TARGET,
                    name,
                    use.given("table") ? "table" : "references",
                    "a foreign key on a One refers to the One's own class, " + other + "; drop the other target");
        }
        drafts.apply(holder.target()).ifPresent(target -> onOne(holder, use, target));
    }

    private void onOne(HolderMember holder, AnnotationUse use, EntityDraft targetDraft) {
        Target target = new Target(targetDraft.table, targetDraft.name.binary(), targetDraft);
        targets.add(targetDraft.element);
        String name = holder.fieldName();
        List<ColumnMember> referenced = target.referenced(use.texts("referencedColumns"));
        List<String> given = draft.expanded(use.texts("columns"));
        List<String> columns = new ArrayList<>();
        for (int position = 0; position < (given.isEmpty() ? referenced.size() : given.size()); position++) {
            String column = !given.isEmpty()
                    ? given.get(position)
                    : defaultName(holder, referenced.size() == 1, referenced.get(position));
            Optional<ColumnMember> own = draft.column(column);
            columns.add(own.map(member -> member.model().name()).orElse(column));
            if (own.isEmpty() && position < referenced.size()) {
                holderColumns
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(keyColumn(holder, column, referenced.get(position), position));
            }
        }
        add(target, use, name, columns);
    }

    private String defaultName(HolderMember holder, boolean single, ColumnMember referenced) {
        String given = AnnotationUse.of(holder.field(), "Column")
                .map(column -> column.text("name"))
                .orElse("");
        return single && !given.isBlank()
                ? given
                : Names.snake(holder.fieldName()) + "_" + referenced.model().name();
    }

    private static ColumnSource keyColumn(HolderMember holder, String name, ColumnMember referenced, int position) {
        ColumnType type = referenced.model().type();
        ColumnModel model = ColumnModel.of(
                name,
                null,
                new ColumnType(
                        Names.boxed(type.javaType()), type.kind(), type.length(), type.precision(), type.scale()));
        AnnotationUse column = AnnotationUse.of(holder.field(), "Column").orElse(null);
        if (column != null && !column.flag("nullable")) {
            model = model.notNull();
        }
        if (column != null && column.flag("unique")) {
            model = model.asUnique();
        }
        return ColumnSource.key(model, referenced.type(), holder.fieldName(), position);
    }

    private Optional<Target> target(AnnotationUse use, @Nullable String member) {
        TypeMirror references = use.type("references");
        String table = use.text("table");
        if (references != null && !table.isEmpty()) {
            report(NO_KEY_TARGET, member, "table", "the foreign key has two targets, references and table; keep one");
            return Optional.empty();
        }
        if (references == null && table.isBlank()) {
            if (!use.unresolved("references")) { // a class that does not compile is the compiler's to report
                report(
                        NO_KEY_TARGET,
                        member,
                        null,
                        "the foreign key has no target; give references = …, or table = … if the table has no class");
            }
            return Optional.empty();
        }
        if (references == null) {
            return Optional.of(new Target(table, null, null));
        }
        TypeElement element = ClassNames.element(references);
        targets.add(element);
        EntityDraft target = drafts.apply(element).orElse(null);
        return Optional.of(new Target(
                target == null ? Names.snake(element.getSimpleName().toString()) : target.table,
                ClassNames.of(element).binary(),
                target));
    }

    private void add(Target target, AnnotationUse use, @Nullable String member, List<String> columns) {
        ForeignKeyModel key = ForeignKeyModel.to(target.table(), columns.toArray(new String[0]))
                .member(member)
                .targetEntity(target.className())
                .targetColumns(
                        target.columnNames(use.texts("referencedColumns")).toArray(new String[0]))
                .onDelete(use.constant("onDelete", ReferentialAction.class))
                .onUpdate(use.constant("onUpdate", ReferentialAction.class));
        if (!use.text("name").isBlank()) {
            key = key.name(use.text("name"));
        }
        keys.add(use.flag("deferred") ? key.asDeferred() : key);
    }

    private void report(Rule rule, @Nullable String member, @Nullable String element, String message) {
        draft.findings.add(draft.report(rule, member, message).at("ForeignKey", element));
    }
}
