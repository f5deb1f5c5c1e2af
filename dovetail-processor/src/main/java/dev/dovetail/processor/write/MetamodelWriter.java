package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ClassName;
import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.EmbeddedSource;
import dev.dovetail.processor.source.EntitySource;
import dev.dovetail.processor.source.HolderSource;
import dev.dovetail.processor.source.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the metamodel: one typed attribute for each column that has a field, and for each relationship. */
public final class MetamodelWriter {

    private static final String ATTRIBUTE = "dev.dovetail.orm.attribute.";

    private final EntitySource entity;
    private final JavaSource source;
    private final String self;
    private final String type;

    private MetamodelWriter(EntitySource entity) {
        this.entity = entity;
        this.source = new JavaSource(entity.name().metamodel(), pathClasses(entity.embedded()));
        this.self = entity.name().metamodel().simple();
        this.type = source.type(entity.name());
    }

    /**
     * Writes a metamodel.
     *
     * @param entity the entity
     * @return the source text
     */
    public static String write(EntitySource entity) {
        return new MetamodelWriter(entity).write();
    }

    private String write() {
        source.line("/** The attributes of {@link " + type + "} for queries. Written by Dovetail's processor. */");
        Exports.suppress(entity.inNamedModule(), source);
        source.open(
                "public final class " + self + " extends " + source.type(ATTRIBUTE + "EntityPath") + "<" + type + ">");
        source.blank();
        source.line("/** The table itself, without an alias. */");
        source.assign("public static final " + self + " " + entity.name().constant(), "new " + self + "(null)");
        Set<EmbeddedSource> done = new HashSet<>();
        for (ColumnSource column : entity.columns()) {
            if (column.component()) {
                entity.embedded().stream()
                        .filter(record -> record.has(column) && done.add(record))
                        .forEach(value -> {
                            comment(value.path());
                            record(value);
                        });
            } else if (column.model().attribute() != null) {
                comment(column.model().label());
                attribute(column, column.model().label());
            }
        }
        entity.holders().stream().filter(HolderSource::targetMapped).forEach(this::relationship);
        source.blank();
        String alias = "@" + source.type("org.jspecify.annotations.Nullable") + " String alias";
        source.open("private " + self + "(" + alias + ")");
        source.line("super(" + source.type(entity.name().mapper()) + ".INSTANCE, alias);");
        source.close();
        source.blank();
        source.line("/** The same table under another name. */");
        source.line("@Override");
        source.open("public " + self + " as(String alias)");
        source.line("return new " + self + "(alias);");
        source.close();
        source.close();
        return source.toString();
    }

    private void attribute(ColumnSource column, String name) {
        String javaType = JavaTypes.boxed(column, source);
        String literal = JavaSource.literal(column.model().label());
        switch (JavaTypes.family(column)) {
            case NUMBER ->
                source.assign(
                        "public final " + source.type(ATTRIBUTE + "NumericAttribute") + "<" + type + ", " + javaType
                                + "> " + name,
                        "number(" + literal + ", " + javaType + ".class)");
            case TEXT ->
                source.assign(
                        "public final " + source.type(ATTRIBUTE + "TextAttribute") + "<" + type + "> " + name,
                        "text(" + literal + ")");
            case OTHER ->
                source.assign(
                        "public final " + source.type(ATTRIBUTE + "Attribute") + "<" + type + ", " + javaType + "> "
                                + name,
                        (JavaTypes.generic(column) ? "generic(" : "attribute(") + literal + ", "
                                + JavaTypes.rawBoxed(column, source) + ".class)");
        }
    }

    /** The other metamodel is named in the lambda only, so that two classes never wait for each other to be initialised. */
    private void relationship(HolderSource holder) {
        String name = holder.model().name();
        ClassName target = holder.target();
        String other = source.type(target.metamodel());
        String root = other + "." + target.constant();
        boolean many = holder.model().many();
        String attribute = source.type(ATTRIBUTE + (many ? "ToMany" : "ToOne"));
        comment(name);
        source.assign(
                "public final " + attribute + "<" + String.join(", ", List.of(type, source.type(target), other)) + "> "
                        + name,
                (many ? "many(" : "one(") + JavaSource.literal(name) + ", alias -> alias == null ? " + root + " : "
                        + root + ".as(alias))");
    }

    /** The attributes of an embedded record stand in a class of their own, with a field of the record's name. */
    private void record(EmbeddedSource record) {
        String path = pathClass(record);
        String field = record.path().substring(record.path().lastIndexOf('.') + 1);
        source.line("public final " + path + " " + field + " = new " + path + "();");
        source.blank();
        source.line("/** The columns of {@link " + type + "#" + root(record.path()) + "}. */");
        source.open("public final class " + path + " extends " + source.type(ATTRIBUTE + "EmbeddedPath") + "<" + type
                + ", " + source.type(record.type()) + ">");
        for (EmbeddedSource.Component component : record.components()) {
            source.blank();
            source.line("/** {@link " + source.type(record.type()) + "#" + component.name() + "()} of {@link " + type
                    + "#" + root(record.path()) + "}. */");
            if (component.value() != null) {
                record(component.value());
            } else {
                entity.columns().stream()
                        .filter(column -> column.model().label().equals(record.path(component)))
                        .forEach(column -> attribute(column, component.name()));
            }
        }
        source.blank();
        source.open("private " + path + "()");
        source.line("super(" + self + ".this, " + JavaSource.literal(record.path()) + ", "
                + source.type(entity.name().mapper()) + "::" + EmbeddedCode.parts(entity, record) + ");");
        source.close();
        source.close();
    }

    private static String pathClass(EmbeddedSource record) {
        String joined = Names.joined(record.path());
        return Character.toUpperCase(joined.charAt(0)) + joined.substring(1) + "Path";
    }

    private static String[] pathClasses(List<EmbeddedSource> records) {
        return records.stream().flatMap(MetamodelWriter::pathClasses).toArray(String[]::new);
    }

    private static Stream<String> pathClasses(EmbeddedSource record) {
        return Stream.concat(
                Stream.of(pathClass(record)),
                record.components().stream()
                        .map(EmbeddedSource.Component::value)
                        .filter(Objects::nonNull)
                        .flatMap(MetamodelWriter::pathClasses));
    }

    private static String root(String path) {
        return path.split("\\.", 2)[0];
    }

    private void comment(String member) {
        source.blank();
        source.line("/** {@link " + type + "#" + member + "}. */");
    }
}
