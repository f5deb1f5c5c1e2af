package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.EmbeddedSource;
import dev.dovetail.processor.source.EntitySource;
import dev.dovetail.processor.source.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Writes the nested class that keeps the values of one object as the database last had them: one field a column. */
final class SnapshotWriter {

    /** The nested class's name. */
    static final String NAME = "State";

    private final EntitySource entity;
    private final JavaSource source;
    private final FieldCode fields;
    private final TypeCode types;
    private final String type;
    private final List<String> names = new ArrayList<>();
    private final int first;
    private final String base;

    SnapshotWriter(EntitySource entity, JavaSource source, FieldCode fields, TypeCode types) {
        this.entity = entity;
        this.source = source;
        this.fields = fields;
        this.types = types;
        this.type = source.type(entity.name());
        Set<String> taken = new HashSet<>();
        entity.columns().forEach(column -> taken.add(column.model().attribute()));
        for (ColumnSource column : entity.columns()) {
            String name = column.model().attribute();
            if (name == null || column.component()) {
                name = name == null ? Names.camel(column.model().name()) : Names.joined(name);
                while (!taken.add(name)) {
                    name += "Key";
                }
            }
            names.add(name);
        }
        this.first = entity.firstColumn();
        String inherited = "base";
        while (taken.contains(inherited) || fields.isParameter(inherited)) {
            inherited += "_";
        }
        this.base = inherited;
    }

    void write() {
        String parameter = type + " " + fields.variable();
        source.line("/** The column values of one {@link " + type + "} as the database last had them. */");
        source.open("private static final class " + NAME + " extends "
                + source.type("dev.dovetail.orm.generated.Snapshot") + "<" + type + ">");
        source.blank();
        if (first > 0) {
            source.assign(
                    "private " + source.type("dev.dovetail.orm.generated.Snapshot") + "<"
                            + source.type(entity.superclass().type()) + "> " + base,
                    fields.superAccessor() + ".snapshot()");
        }
        for (int i = first; i < names.size(); i++) {
            source.line("private " + fieldType(column(i)) + " " + names.get(i) + initial(i) + ";");
        }
        method("boolean differs(" + parameter + ")", this::differs);
        byColumn(
                "boolean differs(" + parameter + ", int column)",
                "differs(" + fields.variable() + ", column)",
                true,
                i -> difference(i));
        method(
                "void read(" + source.type("dev.dovetail.orm.generated.RowReader") + " row) throws "
                        + source.type("java.sql.SQLException"),
                () -> {
                    each("read(row)", this::read);
                    fields.embedded().presence(column -> own(entity.columns().indexOf(column)));
                });
        byColumn(
                "void take(" + parameter + ", int column)",
                "take(" + fields.variable() + ", column)",
                false,
                this::take);
        method("void restore(" + parameter + ")", this::restore);
        byColumn(
                "void restore(" + parameter + ", int column)",
                "restore(" + fields.variable() + ", column)",
                false,
                this::restore);
        String nullable = "@" + source.type("org.jspecify.annotations.Nullable") + " Object";
        byColumn(nullable + " value(int column)", "value(column)", true, this::own);
        byColumn(
                "void value(int column, " + nullable + " value)",
                "value(column, value)",
                false,
                i -> own(i) + " = " + (deferred(i) ? "value" : JavaTypes.cast(column(i), "value", source)));
        method(source.type("dev.dovetail.orm.generated.Snapshot") + "<" + type + "> copy()", this::copy);
        source.close();
    }

    private void method(String signature, Runnable body) {
        source.blank();
        source.line("@Override");
        source.open("public " + signature);
        body.run();
        source.close();
    }

    private void byColumn(String signature, String inherited, boolean returns, IntFunction<String> code) {
        String other = first > 0 ? base + "." + inherited : "throw noColumn(column)";
        method(signature, () -> Switches.write(source, "column", other, first, names.size(), returns, code));
    }

    private void each(String inherited, IntFunction<String> statement) {
        if (first > 0) {
            source.line(base + "." + inherited + ";");
        }
        for (int i = first; i < names.size(); i++) {
            source.line(statement.apply(i));
        }
    }

    private void differs() {
        List<String> differences = new ArrayList<>();
        if (first > 0) {
            differences.add(base + ".differs(" + fields.variable() + ")");
        }
        for (int i = first; i < names.size(); i++) {
            differences.add(difference(i));
        }
        source.operands("return ", "||", differences.isEmpty() ? List.of("false") : differences, ";");
    }

    private boolean deferred(int i) {
        return column(i).model().deferred();
    }

    private String initial(int i) {
        return deferred(i) ? " = " + source.type("dev.dovetail.orm.attribute.DeferredAccess") + ".NOT_LOADED" : "";
    }

    private String difference(int i) {
        ColumnSource column = column(i);
        if (deferred(i)) {
            return fields.deferredAccess("differs", column, own(i), types.of(column));
        }
        String current = fields.read(column, JavaTypes.comparison(column) != JavaTypes.Comparison.EQUALS);
        return switch (JavaTypes.comparison(column)) {
            case IDENTITY -> own(i) + " != " + current;
            case EQUALS -> "!" + source.type("java.util.Objects") + ".equals(" + own(i) + ", " + current + ")";
            case FLOATING -> "differ(" + own(i) + ", " + current + ")";
            case TYPE -> "!" + types.of(column) + ".same(" + own(i) + ", " + current + ")";
        };
    }

    private String read(int i) {
        if (deferred(i)) {
            return own(i) + " = row.deferred(" + i + ");";
        }
        boolean plain = column(i).type().declared() == null && !column(i).type().converted();
        String call = switch (plain ? JavaTypes.keptType(column(i)) : "") {
            case "int" -> "intValue(" + i + ")";
            case "long" -> "longValue(" + i + ")";
            case "double" -> "doubleValue(" + i + ")";
            case "java.lang.Integer" -> "integer(" + i + ")";
            case "java.lang.Long" -> "bigint(" + i + ")";
            case "java.lang.String" -> "string(" + i + ")";
            default ->
                JavaTypes.generic(column(i))
                        ? "value(" + i + ")"
                        : "value(" + i + ", " + JavaTypes.boxed(column(i), source) + ".class)";
        };
        return own(i) + " = row." + call + ";";
    }

    private String take(int i) {
        if (deferred(i)) {
            return own(i) + " = " + fields.deferredAccess("take", column(i), types.of(column(i)));
        }
        return own(i) + " = " + copyOf(i, fields.read(column(i), true));
    }

    private void restore() {
        if (first > 0) {
            source.line(base + ".restore(" + fields.variable() + ");");
        }
        Set<EmbeddedSource> done = new HashSet<>();
        for (int i = first; i < names.size(); i++) {
            ColumnSource column = column(i);
            if (column.isDiscriminator()) {
                continue;
            }
            if (!column.component()) {
                source.line(restore(i) + ";");
                continue;
            }
            for (EmbeddedSource record : entity.embedded()) {
                if (record.has(column) && done.add(record)) {
                    fields.restore(record, part -> copyOf(entity.columns().indexOf(part)));
                }
            }
        }
    }

    private String copyOf(int i) {
        return copyOf(i, own(i));
    }

    private String restore(int i) {
        if (deferred(i)) {
            return fields.deferredAccess("restore", column(i), own(i), types.of(column(i)));
        }
        return fields.write(column(i), copyOf(i));
    }

    private String copyOf(int i, String value) {
        return JavaTypes.mutable(column(i)) ? types.of(column(i)) + ".snapshot(" + value + ")" : value;
    }

    private void copy() {
        source.line(NAME + " copy = new " + NAME + "();");
        if (first > 0) {
            source.line("copy." + base + " = " + base + ".copy();");
        }
        for (int i = first; i < names.size(); i++) {
            source.line("copy." + names.get(i) + " = " + own(i) + ";");
        }
        source.line("return copy;");
    }

    /** The snapshot's field; parameters of the same name hide it. */
    private String own(int i) {
        return (fields.isParameter(names.get(i)) ? "this." : "") + names.get(i);
    }

    private String fieldType(ColumnSource column) {
        String kept = column.model().deferred() ? "Object" : JavaTypes.kept(column, source);
        return JavaTypes.primitive(column) ? kept : Nullness.nullable(kept, source);
    }

    private ColumnSource column(int i) {
        return entity.columns().get(i);
    }
}
