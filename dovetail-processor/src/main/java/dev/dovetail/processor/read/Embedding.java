package dev.dovetail.processor.read;

import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.processor.source.Names;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * What the field of an embedded record says of the columns in it.
 *
 * @param path the field's name; with dots for a record within a record
 * @param prefix what the columns' names begin with
 * @param only the column's name if the record has a single component, or null
 * @param nullable whether the record may be null
 * @param id whether it is part of the primary key
 * @param generation who gives an identifier its value, null for other columns
 * @param overrides what is said instead of the components' own {@code @Column}, by path
 */
record Embedding(
        String path,
        String prefix,
        @Nullable String only,
        boolean nullable,
        boolean id,
        @Nullable Generation generation,
        Map<String, AnnotationUse> overrides) {

    /** The path of a component. */
    String path(VariableElement component) {
        return path + "." + component.getSimpleName();
    }

    /** What describes a component's column. */
    @Nullable
    AnnotationUse column(VariableElement component) {
        AnnotationUse override = overrides.get(path(component));
        return override != null
                ? override
                : AnnotationUse.of(component, "Column").orElse(null);
    }

    /** The name of a component's column. */
    String columnName(VariableElement component) {
        AnnotationUse override = overrides.get(path(component));
        if (override != null && override.given("name")) {
            return override.text("name");
        }
        if (only != null) {
            return only;
        }
        String own = AnnotationUse.of(component, "Column")
                .map(column -> column.text("name"))
                .orElse("");
        return prefix + (own.isBlank() ? Names.snake(component.getSimpleName().toString()) : own);
    }

    /** The same for a record within the record. */
    Embedding within(VariableElement component, String innerPrefix, @Nullable String single, boolean innerNullable) {
        return new Embedding(
                path(component),
                prefix + innerPrefix,
                single == null ? null : prefix + single,
                nullable || innerNullable,
                id,
                generation,
                overrides);
    }
}
