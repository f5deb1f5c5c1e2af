package dev.dovetail.processor.source;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An embedded record and how generated code takes it apart and puts it together.
 *
 * @param path the field's name; with dots for a record within a record
 * @param type the record
 * @param privateField whether the entity's field is private
 * @param components its components, in order
 */
public record EmbeddedSource(String path, ClassName type, boolean privateField, List<Component> components) {

    /**
     * A component of the record.
     *
     * @param name its name
     * @param value the record that it is, or null for a column
     */
    public record Component(String name, @Nullable EmbeddedSource value) {}

    /** Copies what can change. */
    public EmbeddedSource {
        components = List.copyOf(components);
    }

    /** What a component's column or record is called: the path of the attribute. */
    public String path(Component component) {
        return path + "." + component.name();
    }

    /** Whether a column is part of the record. */
    public boolean has(ColumnSource column) {
        return column.component() && column.model().label().startsWith(path + ".");
    }

    /** Whether the record alone is what some columns are, none of them outside of it. */
    public boolean isAll(List<ColumnSource> columns, Predicate<ColumnSource> some) {
        return columns.stream().filter(some).allMatch(this::has)
                && columns.stream().anyMatch(some);
    }
}
