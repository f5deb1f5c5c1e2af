package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.EmbeddedSource;
import dev.dovetail.processor.source.EntitySource;
import dev.dovetail.processor.source.HolderSource;
import dev.dovetail.processor.source.Names;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * How a mapper reaches the fields of its entity: directly, through a handle where they are private, or in the holder where
 * a key has no field.
 */
final class FieldCode {

    private static final Set<String> PARAMETERS = Set.of("column", "value", "row", "relationship", "copy");

    private static final String ATTRIBUTE = "dev.dovetail.orm.attribute.";

    private final EntitySource entity;
    private final JavaSource source;
    private final String variable;
    private final Map<String, String> handles = new LinkedHashMap<>();
    private final EmbeddedCode embedded;

    FieldCode(EntitySource entity, JavaSource source) {
        this.entity = entity;
        this.source = source;
        String name = Names.decapitalized(entity.name().simple());
        this.variable = SourceVersion.isKeyword(name) || PARAMETERS.contains(name) ? "entity" : name;
        for (ColumnSource column : ownColumns()) {
            if (column.privateField() && column.model().attribute() != null) {
                handle(column.model().attribute());
            }
        }
        for (EmbeddedSource record : entity.ownEmbedded()) {
            if (record.privateField()) {
                handle(record.path());
            }
        }
        for (HolderSource holder : ownHolders()) {
            if (holder.privateField()) {
                handle(holder.model().name());
            }
        }
        this.embedded = new EmbeddedCode(entity, source, this);
    }

    private List<ColumnSource> ownColumns() {
        return entity.columns().subList(entity.firstColumn(), entity.columns().size());
    }

    private List<HolderSource> ownHolders() {
        return entity.holders().subList(entity.firstHolder(), entity.holders().size());
    }

    /** The superclass's accessor in code, for what the class does not declare itself; null where there is none. */
    @Nullable
    String superAccessor() {
        return entity.superclass() == null
                ? null
                : source.type(entity.superclass().accessor()) + ".INSTANCE";
    }

    /** The name of parameters that hold an object of the entity. */
    String variable() {
        return variable;
    }

    boolean isParameter(String name) {
        return name.equals(variable) || PARAMETERS.contains(name);
    }

    /** One constant for each private field, resolved when the mapper is initialised. */
    void handles() {
        for (ColumnSource column : ownColumns()) {
            String field = column.model().attribute();
            if (field != null && handles.containsKey(field)) {
                handleConstant(
                        field,
                        column.model().deferred()
                                ? source.type(ATTRIBUTE + "Deferred")
                                : JavaTypes.raw(column, source));
            }
        }
        for (EmbeddedSource record : entity.ownEmbedded()) {
            if (record.privateField()) {
                handleConstant(record.path(), source.type(record.type()));
            }
        }
        for (HolderSource holder : ownHolders()) {
            if (holder.privateField()) {
                handleConstant(holder.model().name(), holderType(holder));
            }
        }
    }

    /** The value of a column; of the column's type where {@code typed}, or else possibly of a wider one. */
    String read(ColumnSource column, boolean typed) {
        if (column.component()) {
            return embedded.read(column);
        }
        String key = column.holder();
        if (key != null) {
            String value =
                    source.type(ATTRIBUTE + "HolderAccess") + ".key(" + holder(key) + ", " + column.position() + ")";
            return !typed
                    ? value
                    : JavaTypes.generic(column)
                            ? "cast(" + value + ")"
                            : "(" + JavaTypes.boxed(column, source) + ") " + value;
        }
        if (column.isDiscriminator()) {
            return (typed ? "(" + JavaTypes.boxed(column, source) + ") " : "") + "identity(" + variable + ")";
        }
        if (column.model().deferred()) {
            return deferredAccess("value", column);
        }
        String handle = handles.get(column.model().attribute());
        return handle == null
                ? variable + "." + column.model().attribute()
                : JavaTypes.cast(column, handle + ".get(" + variable + ")", source);
    }

    /** A statement without its semicolon that sets a column; an empty block where that is none of the object's. */
    String write(ColumnSource column, String value) {
        if (column.component()) {
            return embedded.write(column, value);
        }
        if (column.isDiscriminator()) {
            return "{}";
        }
        String key = column.holder();
        if (key != null) {
            return source.type(ATTRIBUTE + "HolderAccess") + ".key(" + holder(key) + ", " + column.position() + ", "
                    + value + ")";
        }
        if (column.model().deferred()) {
            return deferredAccess("set", column, value);
        }
        String handle = handles.get(column.model().attribute());
        return handle == null
                ? variable + "." + column.model().attribute() + " = " + value
                : handle + ".set(" + variable + ", " + value + ")";
    }

    /** The holder of a column that is not read with its row. */
    String deferred(ColumnSource column) {
        String handle = handles.get(column.model().attribute());
        return handle == null
                ? variable + "." + column.model().attribute()
                : "(" + source.type(ATTRIBUTE + "Deferred") + "<?>) " + handle + ".get(" + variable + ")";
    }

    /** A call that says or changes what such a holder has. */
    String deferredAccess(String method, ColumnSource column, String... arguments) {
        StringBuilder call = new StringBuilder(source.type(ATTRIBUTE + "DeferredAccess"))
                .append(".")
                .append(method)
                .append("(")
                .append(deferred(column));
        for (String argument : arguments) {
            call.append(", ").append(argument);
        }
        return call.append(")").toString();
    }

    /** An embedded record. */
    String read(EmbeddedSource record) {
        String handle = handles.get(record.path());
        return handle == null
                ? variable + "." + record.path()
                : "(" + source.type(record.type()) + ") " + handle + ".get(" + variable + ")";
    }

    /** A statement without its semicolon that sets an embedded record. */
    String write(EmbeddedSource record, String value) {
        String handle = handles.get(record.path());
        return handle == null
                ? variable + "." + record.path() + " = " + value
                : handle + ".set(" + variable + ", " + value + ")";
    }

    /** A statement that puts an embedded record together from the values of its columns. */
    void restore(EmbeddedSource record, Function<ColumnSource, String> value) {
        embedded.restore(record, value);
    }

    /** The code for embedded records. */
    EmbeddedCode embedded() {
        return embedded;
    }

    String holder(HolderSource holder) {
        String handle = handles.get(holder.model().name());
        return handle == null
                ? variable + "." + holder.model().name()
                : "(" + holderType(holder) + (holder.kind().equals("ManyMap") ? "<?, ?>) " : "<?>) ") + handle + ".get("
                        + variable + ")";
    }

    private String holder(String name) {
        return entity.holders().stream()
                .filter(holder -> holder.model().name().equals(name))
                .findFirst()
                .map(this::holder)
                .orElseThrow();
    }

    private String holderType(HolderSource holder) {
        return source.type(ATTRIBUTE + holder.kind());
    }

    private void handleConstant(String field, String type) {
        source.assign(
                "private static final " + source.type("java.lang.invoke.VarHandle") + " " + handles.get(field),
                source.type("dev.dovetail.orm.generated.FieldAccess") + ".field("
                        + source.type("java.lang.invoke.MethodHandles") + ".lookup(), " + source.type(entity.name())
                        + ".class, " + JavaSource.literal(field) + ", " + type + ".class)");
    }

    private void handle(String field) {
        Set<String> taken = new HashSet<>(handles.values());
        String name = Names.upperSnake(field) + "_FIELD";
        while (taken.contains(name)) {
            name += "_";
        }
        handles.put(field, name);
    }
}
