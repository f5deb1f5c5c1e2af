package dev.dovetail.processor.read;

import dev.dovetail.orm.mapping.Generation;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.Finding;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import dev.dovetail.orm.mapping.model.Rule;
import dev.dovetail.processor.source.ClassName;
import dev.dovetail.processor.source.EmbeddedSource;
import dev.dovetail.processor.source.TypeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * An entity as its fields alone describe it. Foreign keys come in a second step, because a key on a {@code One} takes its
 * columns from the fields of another entity.
 */
final class EntityDraft {

    final TypeElement element;
    /** The nearest mapped class that it extends, or null. */
    final @Nullable EntityDraft above;
    /** Whether it is an entity, and no mapped superclass. */
    final boolean isEntity;

    final ClassName name;
    final String table;
    final @Nullable String schema;
    final List<Member> members = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    /** Fields whose type does not compile; the compiler reports them. */
    final List<String> unresolved = new ArrayList<>();

    EntityDraft(
            TypeElement element,
            @Nullable EntityDraft above,
            boolean isEntity,
            ClassName name,
            String table,
            @Nullable String schema) {
        this.element = element;
        this.above = above;
        this.isEntity = isEntity;
        this.name = name;
        this.table = table;
        this.schema = schema;
    }

    /** A mapped field. */
    sealed interface Member permits ColumnMember, EmbeddedMember, HolderMember {

        VariableElement field();

        default String fieldName() {
            return field().getSimpleName().toString();
        }

        default boolean isPrivate() {
            return field().getModifiers().contains(Modifier.PRIVATE);
        }
    }

    /**
     * A field that is a column, of the entity or of an embedded record.
     *
     * @param generation who gives an identifier its value, null for other columns
     */
    record ColumnMember(
            VariableElement field,
            ColumnModel model,
            TypeExpression type,
            @Nullable Generation generation) implements Member {

        @Override
        public String fieldName() {
            return model.label();
        }
    }

    /** A field that is a record of several columns. */
    record EmbeddedMember(VariableElement field, EmbeddedSource source, List<ColumnMember> columns) implements Member {}

    /**
     * A field that holds a relationship.
     *
     * @param kind the simple name of the holder's class
     */
    record HolderMember(VariableElement field, String kind, RelationshipModel model, TypeElement target)
            implements Member {}

    /** The nearest entity that it extends, or null. */
    @Nullable
    EntityDraft base() {
        return above == null || above.isEntity ? above : above.base();
    }

    /** The first entity of its line. */
    EntityDraft root() {
        EntityDraft base = base();
        return base == null ? this : base.root();
    }

    /** The class, and before it the mapped superclasses whose fields are its own as well, the topmost first. */
    List<EntityDraft> line() {
        List<EntityDraft> line = new ArrayList<>(above == null || above.isEntity ? List.of() : above.line());
        line.add(this);
        return line;
    }

    /** The fields that the entity does not have from a base: its own, after those of its mapped superclasses. */
    List<Member> copied() {
        return line().stream().flatMap(draft -> draft.members.stream()).toList();
    }

    /** The columns that have a field, those of superclasses included. */
    Stream<ColumnMember> columns() {
        return Stream.concat(
                above == null ? Stream.empty() : above.columns(),
                members.stream().flatMap(EntityDraft::columns));
    }

    private static Stream<ColumnMember> columns(Member member) {
        if (member instanceof EmbeddedMember embedded) {
            return embedded.columns().stream();
        }
        return member instanceof ColumnMember column ? Stream.of(column) : Stream.empty();
    }

    /** A column with a field, by the field's name or, failing that, by its own. */
    Optional<ColumnMember> column(String name) {
        return columns()
                .filter(column -> column.fieldName().equals(name))
                .findFirst()
                .or(() -> columns()
                        .filter(column -> column.model().name().equals(name))
                        .findFirst());
    }

    /** The name of a column that may be named by its field; a name that is neither stays as it is. */
    String columnName(String name) {
        return column(name).map(column -> column.model().name()).orElse(name);
    }

    /** Names of columns or fields, with the field of an embedded record replaced by those of its components. */
    List<String> expanded(List<String> names) {
        return names.stream().flatMap(this::expanded).toList();
    }

    private Stream<String> expanded(String name) {
        List<String> components = columns()
                .map(ColumnMember::fieldName)
                .filter(field -> field.startsWith(name + "."))
                .toList();
        return components.isEmpty() ? Stream.of(name) : components.stream();
    }

    Finding report(Rule rule, @Nullable String member, String message) {
        String place = name.simple() + (member == null ? "" : "." + member);
        return Finding.of(rule, name.binary(), member, place + ": " + message);
    }
}
