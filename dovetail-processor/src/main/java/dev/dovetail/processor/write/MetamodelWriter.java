package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ClassName;
import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.EntitySource;
import dev.dovetail.processor.source.HolderSource;
import java.util.List;

/** Writes the metamodel: one typed attribute for each column that has a field, and for each relationship. */
public final class MetamodelWriter {

    private static final String ATTRIBUTE = "dev.dovetail.orm.attribute.";

    private final EntitySource entity;
    private final JavaSource source;
    private final String self;
    private final String type;

    private MetamodelWriter(EntitySource entity) {
        this.entity = entity;
        this.source = new JavaSource(entity.name().metamodel());
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
        for (ColumnSource column : entity.columns()) {
            if (column.holder() == null) {
                attribute(column);
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

    private void attribute(ColumnSource column) {
        String name = column.model().attribute();
        String javaType = JavaTypes.boxed(column, source);
        String literal = JavaSource.literal(name);
        comment(name);
        switch (JavaTypes.family(column.model().type().javaType())) {
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
                        "attribute(" + literal + ", " + javaType + ".class)");
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

    private void comment(String member) {
        source.blank();
        source.line("/** {@link " + type + "#" + member + "}. */");
    }
}
