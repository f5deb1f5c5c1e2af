package dev.dovetail.processor.read;

import static dev.dovetail.orm.mapping.model.Rule.KEY_SOURCE;
import static dev.dovetail.orm.mapping.model.Rule.UNUSABLE_VALUE;

import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.KeySource;
import dev.dovetail.processor.read.EntityDraft.ColumnMember;
import org.jspecify.annotations.Nullable;

/** Reads what makes a key before its row is inserted: a sequence, or the flush itself. */
final class KeySourceReader {

    private static final int BLOCK = 50;

    private final EntityDraft draft;
    private final ColumnMember column;

    KeySourceReader(EntityDraft draft, ColumnMember column) {
        this.draft = draft;
        this.column = column;
    }

    /** The column with its source, if it has one. */
    ColumnModel read() {
        Generation generation = column.generation();
        AnnotationUse sequence = AnnotationUse.of(column.field(), "Sequence").orElse(null);
        if (sequence != null && generation != Generation.SEQUENCE) {
            report("Sequence", null, "@Sequence is for @Id(generation = Generation.SEQUENCE)");
        }
        if (generation == null) {
            return column.model();
        }
        return switch (generation) {
            case SEQUENCE ->
                fits("java.lang.Integer", "java.lang.Long", "java.lang.Short")
                        ? column.model().keySource(sequence(sequence))
                        : refuse("a sequence gives Integer, Long or Short");
            case RANDOM_UUID, TIME_UUID ->
                fits("java.util.UUID")
                        ? column.model()
                                .keySource(
                                        generation == Generation.TIME_UUID
                                                ? KeySource.TIME_UUID
                                                : KeySource.RANDOM_UUID)
                        : refuse(generation + " gives a UUID");
            default -> column.model();
        };
    }

    private KeySource sequence(@Nullable AnnotationUse use) {
        String name = use == null ? "" : use.text("name");
        int block = use == null ? BLOCK : use.number("block");
        if (block < 1) {
            draft.findings.add(
                    draft.report(UNUSABLE_VALUE, column.fieldName(), "block = " + block + " must be at least 1")
                            .at("Sequence", "block"));
            block = 1;
        }
        return KeySource.sequence(name.isBlank() ? draft.table + "_seq" : name, block);
    }

    private boolean fits(String... javaTypes) {
        return java.util.List.of(javaTypes).contains(column.model().type().javaType());
    }

    private ColumnModel refuse(String message) {
        report(
                "Id",
                "generation",
                message + ", but the field is "
                        + ClassNames.label(column.field().asType())
                        + (column.model().type().primitive() ? ", which cannot say \"not given\"" : ""));
        return column.model();
    }

    private void report(String annotation, @Nullable String element, String message) {
        draft.findings.add(draft.report(KEY_SOURCE, column.fieldName(), message).at(annotation, element));
    }
}
