package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ClassName;
import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.EntitySource;
import dev.dovetail.processor.source.SuperSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the mapper: the description of an entity, and the code that makes, reads and writes its objects. */
public final class MapperWriter {

    private static final String GENERATED = "dev.dovetail.orm.generated.";

    private final EntitySource entity;
    private final JavaSource source;
    private final FieldCode fields;
    private final TypeCode types;
    private final String type;
    private final String nullableObject;

    private MapperWriter(EntitySource entity, ClassName written) {
        this.entity = entity;
        this.source = new JavaSource(written, SnapshotWriter.NAME);
        this.type = source.type(entity.name());
        this.nullableObject = "@" + source.type("org.jspecify.annotations.Nullable") + " Object";
        this.fields = new FieldCode(entity, source);
        this.types = new TypeCode(entity, source);
    }

    /**
     * Writes a mapper.
     *
     * @param entity the entity
     * @return the source text
     */
    public static String write(EntitySource entity) {
        return new MapperWriter(entity, entity.name().mapper()).write();
    }

    /**
     * Writes the accessor of a mapped superclass.
     *
     * @param superclass the mapped superclass
     * @return the source text
     */
    public static String writeAccessor(EntitySource superclass) {
        return new MapperWriter(superclass, superclass.name().accessor()).writeAccessor();
    }

    private String writeAccessor() {
        String self = entity.name().accessor().simple();
        source.line("/** Reads and writes the fields of {@link " + type + "}. Written by Dovetail's processor. */");
        Exports.suppress(entity.inNamedModule(), source);
        source.open(
                "public final class " + self + " extends " + source.type(GENERATED + "Accessor") + "<" + type + ">");
        source.blank();
        constants();
        source.line("/** The only instance. */");
        source.assign("public static final " + self + " INSTANCE", "new " + self + "()");
        source.blank();
        source.line("private " + self + "() {}");
        access();
        source.close();
        return source.toString();
    }

    /** What a class and its superclasses declare. */
    private void access() {
        read();
        write("void set(" + type + " " + fields.variable() + ", int column, " + nullableObject + " value)");
        holder();
        deferred();
        snapshot();
        clientDefault();
        keyParts();
        fields.embedded().methods();
        source.blank();
        new SnapshotWriter(entity, source, fields, types).write();
    }

    private String write() {
        String self = entity.name().mapper().simple();
        source.line(
                "/** Reads and writes {@link " + type + "} and knows its table. Written by Dovetail's processor. */");
        Exports.suppress(entity.inNamedModule(), source);
        source.open("public final class " + self + " extends " + source.type(GENERATED + "EntityMapper") + "<" + type
                + ">");
        source.blank();
        constants();
        source.line("/** The only instance. */");
        source.assign("public static final " + self + " INSTANCE", "new " + self + "()");
        source.blank();
        source.open("static");
        source.line("register(INSTANCE);");
        source.close();
        source.blank();
        constructor(self);
        source.blank();
        new ModelWriter(entity, source, types).write();
        instantiate();
        access();
        source.close();
        return source.toString();
    }

    /** They stand above the instance, whose constructor uses them. */
    private void constants() {
        int before = source.length();
        types.constants();
        fields.handles();
        if (entity.privateConstructor() && !entity.isAbstract()) {
            source.assign(
                    "private static final " + source.type("java.lang.invoke.MethodHandle") + " CONSTRUCTOR",
                    source.type(GENERATED + "FieldAccess") + ".constructor("
                            + source.type("java.lang.invoke.MethodHandles") + ".lookup(), " + type + ".class)");
        }
        if (source.length() > before) {
            source.blank();
        }
    }

    private void constructor(String self) {
        List<String> arguments = new ArrayList<>(List.of("VERSION_1", type + ".class"));
        if (base() != null) {
            arguments.add(base());
        }
        arguments.add("describe()");
        entity.columns().stream().skip(entity.firstDescribed()).map(types::of).forEach(arguments::add);
        source.open("private " + self + "()");
        source.call("super", arguments, ";");
        source.close();
    }

    private void instantiate() {
        override(type + " instantiate()");
        source.line(
                entity.isAbstract()
                        ? "throw isAbstract();"
                        : entity.privateConstructor()
                                ? "return " + source.type(GENERATED + "FieldAccess") + ".construct(CONSTRUCTOR, " + type
                                        + ".class);"
                                : "return new " + type + "();");
        source.close();
    }

    private void read() {
        override(nullableObject + " get(" + type + " " + fields.variable() + ", int column)");
        Switches.write(
                source,
                "column",
                inherited("get", fields.variable(), "column"),
                entity.firstColumn(),
                entity.columns().size(),
                true,
                i -> fields.read(column(i), false));
        source.close();
    }

    private void write(String signature) {
        override(signature);
        Switches.write(
                source,
                "column",
                inherited("set", fields.variable(), "column", "value"),
                entity.firstColumn(),
                entity.columns().size(),
                false,
                i -> fields.write(
                        column(i),
                        column(i).holder() == null && !column(i).model().deferred()
                                ? JavaTypes.cast(column(i), "value", source)
                                : "value"));
        source.close();
    }

    private void holder() {
        override(source.type("dev.dovetail.orm.attribute.Holder") + "<?> holder(" + type + " " + fields.variable()
                + ", int relationship)");
        Switches.write(
                source,
                "relationship",
                inherited("holder", fields.variable(), "relationship"),
                entity.firstHolder(),
                entity.holders().size(),
                true,
                i -> fields.holder(entity.holders().get(i)));
        source.close();
    }

    private void deferred() {
        if (entity.columns().stream().noneMatch(column -> column.model().deferred())) {
            return;
        }
        List<Integer> own = IntStream.range(
                        entity.firstColumn(), entity.columns().size())
                .filter(i -> column(i).model().deferred())
                .boxed()
                .toList();
        String other = inherited("deferred", fields.variable(), "column");
        override(source.type("dev.dovetail.orm.attribute.Deferred") + "<?> deferred(" + type + " " + fields.variable()
                + ", int column)");
        if (own.isEmpty()) {
            source.line("return " + other + ";");
        } else {
            source.open("return switch (column)");
            own.forEach(i -> source.line("case " + i + " -> " + fields.deferred(column(i)) + ";"));
            source.line("default -> " + other + ";");
            source.close("};");
        }
        source.close();
    }

    private void snapshot() {
        override(source.type(GENERATED + "Snapshot") + "<" + type + "> snapshot()");
        source.line("return new " + SnapshotWriter.NAME + "();");
        source.close();
    }

    private void clientDefault() {
        if (entity.columns().stream().allMatch(column -> column.model().clientDefault() == null)) {
            return;
        }
        String superAccessor = fields.superAccessor();
        override(nullableObject + " clientDefault(int column)");
        source.open("return switch (column)");
        for (int i = entity.firstColumn(); i < entity.columns().size(); i++) {
            String method = column(i).model().clientDefault();
            if (method != null) {
                source.line("case " + i + " -> " + type + "." + method + "();");
            }
        }
        source.line("default -> " + (superAccessor == null ? "null" : superAccessor + ".clientDefault(column)") + ";");
        source.close("};");
        source.close();
    }

    /** A key that is one record may be given as one. */
    private void keyParts() {
        entity.embedded().stream()
                .filter(record ->
                        record.isAll(entity.columns(), column -> column.model().id()))
                .findFirst()
                .ifPresent(record -> {
                    override("@" + source.type("org.jspecify.annotations.Nullable")
                            + " Object @Nullable [] keyParts(Object id)");
                    source.line(
                            entity.ownEmbedded().contains(record)
                                    ? "return id instanceof " + source.type(record.type()) + " key ? "
                                            + EmbeddedCode.parts(entity, record) + "(key) : null;"
                                    : "return " + fields.superAccessor() + ".keyParts(id);");
                    source.close();
                });
    }

    /** What a superclass declares is its accessor's business. */
    private String inherited(String method, String... arguments) {
        String superAccessor = fields.superAccessor();
        if (superAccessor != null) {
            return superAccessor + "." + method + "(" + String.join(", ", arguments) + ")";
        }
        String position = arguments[1];
        return "throw " + (position.equals("column") ? "noColumn" : "noRelationship") + "(" + position + ")";
    }

    /** The mapper of the nearest entity above, in code. */
    private @Nullable String base() {
        SuperSource superclass = entity.superclass();
        return superclass == null || superclass.base() == null ? null : source.type(superclass.base()) + ".INSTANCE";
    }

    private void override(String signature) {
        source.blank();
        source.line("@Override");
        source.open("public " + signature);
    }

    private ColumnSource column(int position) {
        return entity.columns().get(position);
    }
}
