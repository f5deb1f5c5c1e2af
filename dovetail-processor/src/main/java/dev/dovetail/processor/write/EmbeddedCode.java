package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.EmbeddedSource;
import dev.dovetail.processor.source.EmbeddedSource.Component;
import dev.dovetail.processor.source.EntitySource;
import dev.dovetail.processor.source.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How a mapper takes embedded records apart and puts them together: by small methods of its own, which know that a null
 * record is null in all its columns. {@code addressCityOf(order.address)} reads a column, {@code setAddressCity(order, value)}
 * writes it, {@code newAddress(street, city)} makes the record.
 */
final class EmbeddedCode {

    private final EntitySource entity;
    private final JavaSource source;
    private final FieldCode fields;
    private final Map<String, ColumnSource> columns = new HashMap<>();
    /** What stands for a path in the names of methods. */
    private final Map<String, String> stems;

    EmbeddedCode(EntitySource entity, JavaSource source, FieldCode fields) {
        this.entity = entity;
        this.source = source;
        this.fields = fields;
        this.stems = stems(entity);
        for (ColumnSource column : entity.columns()) {
            if (column.component()) {
                columns.put(column.model().label(), column);
            }
        }
    }

    private static Map<String, String> stems(EntitySource entity) {
        Map<String, String> stems = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (ColumnSource column : entity.columns()) {
            String path = column.component() ? column.model().label() : "";
            for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
                stems.computeIfAbsent(path.substring(0, end), part -> stem(part, taken));
            }
        }
        return stems;
    }

    private static String stem(String path, Set<String> taken) {
        String stem = Names.joined(path);
        while (!taken.add(stem)) {
            stem += "_";
        }
        return stem;
    }

    /** The value of a column, null where there is no record. */
    String read(ColumnSource column) {
        return read(column.model().label());
    }

    /** A statement without its semicolon that sets a column, leaving the record's others as they are. */
    String write(ColumnSource column, String value) {
        return setter(column.model().label()) + "(" + fields.variable() + ", " + value + ")";
    }

    /** A statement that puts a whole record together. */
    void restore(EmbeddedSource record, Function<ColumnSource, String> value) {
        assign(record, arguments(record, value));
    }

    private void assign(EmbeddedSource record, List<String> arguments) {
        String made = fields.write(record, maker(record.path()));
        boolean call = made.endsWith(")");
        source.call(call ? made.substring(0, made.length() - 1) : made, arguments, call ? ");" : ";");
    }

    /** A statement for each primitive component of a row: it is 0, not null, where the record is there at all. */
    void presence(Function<ColumnSource, String> value) {
        entity.ownEmbedded().forEach(record -> presence(record, value));
    }

    private void presence(EmbeddedSource record, Function<ColumnSource, String> value) {
        for (Component component : record.components()) {
            ColumnSource column = columns.get(record.path(component));
            if (component.value() != null) {
                presence(component.value(), value);
            } else if (column.model().type().primitive() && record.components().size() > 1) {
                List<String> others = entity.columns().stream()
                        .filter(other -> other != column && record.has(other))
                        .map(other -> value.apply(other) + " != null")
                        .toList();
                source.open(others, "||", "if (" + value.apply(column) + " == null && (", "))");
                source.line(value.apply(column) + " = " + zero(column) + ";");
                source.close();
            }
        }
    }

    /** The methods that the rest of the mapper calls. */
    void methods() {
        for (EmbeddedSource record : entity.embedded()) {
            boolean own = entity.ownEmbedded().contains(record);
            readers(record);
            if (own) {
                makers(record);
            }
            parts(record);
            for (ColumnSource column : entity.columns()) {
                if (own && record.has(column)) {
                    setter(record, column);
                }
            }
        }
    }

    /** The name of the method that gives a record's values, one for each of its columns. */
    static String parts(EntitySource entity, EmbeddedSource record) {
        return stems(entity).get(record.path()) + "Parts";
    }

    private String read(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? fields.read(root(path)) : reader(path) + "(" + read(path.substring(0, dot)) + ")";
    }

    private EmbeddedSource root(String path) {
        return entity.embedded().stream()
                .filter(record -> record.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private String reader(String path) {
        return stems.get(path) + "Of";
    }

    private String maker(String path) {
        return "new" + capitalized(stems.get(path));
    }

    private String setter(String path) {
        return "set" + capitalized(stems.get(path));
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private void readers(EmbeddedSource record) {
        for (Component component : record.components()) {
            String path = record.path(component);
            source.blank();
            source.open("private static " + type(record, component) + " " + reader(path) + "("
                    + nullable(source.type(record.type())) + " value)");
            source.line("return value == null ? null : value." + component.name() + "();");
            source.close();
            if (component.value() != null) {
                readers(component.value());
            }
        }
    }

    /** A null record and one whose components are all null are the same to the database; it gives back the former. */
    private void makers(EmbeddedSource record) {
        for (Component component : record.components()) {
            if (component.value() != null) {
                makers(component.value());
            }
        }
        source.blank();
        List<String> parameters = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (Component component : record.components()) {
            parameters.add(type(record, component) + " " + component.name());
            absent.add(component.name() + " == null");
            given.add(present(record, component));
        }
        source.call(
                "private static " + nullable(source.type(record.type())) + " " + maker(record.path()),
                parameters,
                " {");
        source.indented(() -> {
            source.open(absent, "&&", "if (", ")");
            source.line("return null;");
            source.close();
            source.call("return new " + source.type(record.type()), given, ";");
        });
        source.line("}");
    }

    /** A component of primitive type has no null. */
    private String present(EmbeddedSource record, Component component) {
        ColumnSource column = columns.get(record.path(component));
        if (column == null || !column.model().type().primitive()) {
            return component.name();
        }
        return component.name() + " == null ? " + zero(column) + " : " + component.name();
    }

    private static String zero(ColumnSource column) {
        return switch (column.model().type().javaType()) {
            case "boolean" -> "false";
            case "long" -> "0L";
            case "double" -> "0.0";
            case "float" -> "0.0f";
            case "short" -> "(short) 0";
            case "byte" -> "(byte) 0";
            case "char" -> "(char) 0";
            default -> "0";
        };
    }

    private void parts(EmbeddedSource record) {
        source.blank();
        source.open("static " + nullable("Object") + "[] " + parts(entity, record) + "(" + source.type(record.type())
                + " value)");
        List<String> values = new ArrayList<>();
        for (ColumnSource column : entity.columns()) {
            if (record.has(column)) {
                values.add(part(column.model().label(), record.path()));
            }
        }
        source.braces("return new Object[] ", values, ";");
        source.close();
        nestedParts(record);
    }

    private void nestedParts(EmbeddedSource record) {
        for (Component component : record.components()) {
            if (component.value() != null) {
                parts(component.value());
            }
        }
    }

    private String part(String path, String root) {
        int dot = path.lastIndexOf('.');
        return path.equals(root) ? "value" : reader(path) + "(" + part(path.substring(0, dot), root) + ")";
    }

    private void setter(EmbeddedSource record, ColumnSource column) {
        source.blank();
        source.open("private static void " + setter(column.model().label()) + "(" + source.type(entity.name()) + " "
                + fields.variable() + ", " + nullable(JavaTypes.boxed(column, source)) + " value)");
        assign(record, changed(record, column));
        source.close();
    }

    /** The components as they are, but for the one that a column is, or is in. */
    private List<String> changed(EmbeddedSource record, ColumnSource column) {
        List<String> arguments = new ArrayList<>();
        for (Component component : record.components()) {
            EmbeddedSource inner = component.value();
            if (inner != null && inner.has(column)) {
                arguments.add(maker(inner.path()) + "(" + String.join(", ", changed(inner, column)) + ")");
            } else {
                String path = record.path(component);
                arguments.add(path.equals(column.model().label()) ? "value" : read(path));
            }
        }
        return arguments;
    }

    private List<String> arguments(EmbeddedSource record, Function<ColumnSource, String> value) {
        List<String> arguments = new ArrayList<>();
        for (Component component : record.components()) {
            EmbeddedSource inner = component.value();
            arguments.add(
                    inner == null
                            ? value.apply(columns.get(record.path(component)))
                            : maker(inner.path()) + "(" + String.join(", ", arguments(inner, value)) + ")");
        }
        return arguments;
    }

    private String type(EmbeddedSource record, Component component) {
        EmbeddedSource inner = component.value();
        return nullable(
                inner == null
                        ? JavaTypes.boxed(columns.get(record.path(component)), source)
                        : source.type(inner.type()));
    }

    private String nullable(String type) {
        return Nullness.nullable(type, source);
    }
}
