package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.UNUSABLE_VALUE;
import static dev.dovetail.orm.mapping.model.Rule.WRITTEN_TWICE;

import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.ColumnModel.Trait;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads who writes a column: {@code @Computed}, {@code @Generated}, and what {@code @Column} says beside type and name. */
final class WrittenByDatabase {

    private static final List<String> WRITERS = List.of("Created", "Default", "Id", "Updated", "Version");

    private final EntityDraft draft;
    private final VariableElement field;
    private final String path;

    WrittenByDatabase(EntityDraft draft, VariableElement field, String path) {
        this.draft = draft;
        this.field = field;
        this.path = path;
    }

    ColumnModel read(ColumnModel column, @Nullable AnnotationUse described) {
        ColumnModel model = column;
        if (described != null) {
            model = described.text("collation").isBlank() ? model : model.collation(described.text("collation"));
            model = described.text("comment").isBlank() ? model : model.comment(described.text("comment"));
            model = described.flag("insertable") ? model : model.with(Trait.NOT_INSERTED);
            model = described.flag("updatable") ? model : model.with(Trait.NOT_UPDATED);
        }
        AnnotationUse computed = AnnotationUse.of(field, "Computed").orElse(null);
        AnnotationUse generated = AnnotationUse.of(field, "Generated").orElse(null);
        if (computed != null) {
            alone("Computed", generated == null ? WRITERS.stream() : Stream.of("Generated"));
            if (computed.text("value").isBlank()) {
                draft.findings.add(draft.report(UNUSABLE_VALUE, path, "@Computed needs an SQL expression")
                        .at("Computed", "value"));
                return model;
            }
            return model.computed(computed.text("value"), computed.flag("stored"));
        }
        if (generated != null) {
            alone("Generated", WRITERS.stream());
            model = model.with(Trait.NOT_INSERTED).with(Trait.NOT_UPDATED);
            return generated.flag("onUpdate") ? model.with(Trait.FETCHED_ON_UPDATE) : model;
        }
        return model;
    }

    private void alone(String annotation, Stream<String> others) {
        others.filter(other -> AnnotationUse.of(field, other).isPresent())
                .findFirst()
                .ifPresent(other -> draft.findings.add(draft.report(
                                WRITTEN_TWICE,
                                path,
                                "the database writes this column (@" + annotation + "), and so does @" + other
                                        + "; keep one of the two")
                        .at(annotation, null)));
    }
}
