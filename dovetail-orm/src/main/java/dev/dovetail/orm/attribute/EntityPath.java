package dev.dovetail.orm.attribute;

import dev.dovetail.schema.Column;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.SourceLike;
import dev.dovetail.sql.TableSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An entity in a query: its table, possibly under an alias, and its attributes. The processor writes a subclass for each
 * entity, with one typed attribute for each column and relationship ({@code PARENT.name}, {@code PARENT.children}).
 *
 * @param <E> the entity
 */
public abstract class EntityPath<E> implements SourceLike {

    private final MappedClass<E> mapped;
    private final TableSource source;

    /**
     * For generated subclasses.
     *
     * @param mapped the entity
     * @param alias the table's name in the query, or null for its own
     */
    protected EntityPath(MappedClass<E> mapped, @Nullable String alias) {
        this.mapped = mapped;
        this.source = new TableSource(mapped.table(), alias);
    }

    /**
     * The same entity under another name.
     *
     * @param alias the table's name in the query
     * @return a new path
     */
    public abstract EntityPath<E> as(String alias);

    /**
     * The entity.
     *
     * @return the mapped class
     */
    public final MappedClass<E> mapped() {
        return mapped;
    }

    @Override
    public final TableSource source() {
        return source;
    }

    /**
     * An attribute of text.
     *
     * @param name the field's name
     * @return the attribute
     */
    protected final TextAttribute<E> text(String name) {
        return new TextAttribute<>(this, name, column(name, String.class));
    }

    /**
     * An attribute with a number.
     *
     * @param name the field's name
     * @param type the number's class
     * @param <N> the number's class
     * @return the attribute
     */
    protected final <N extends Number> NumericAttribute<E, N> number(String name, Class<N> type) {
        return new NumericAttribute<>(this, name, column(name, type));
    }

    /**
     * An attribute of another type.
     *
     * @param name the field's name
     * @param type the value's class
     * @param <T> the value's class
     * @return the attribute
     */
    protected final <T> Attribute<E, T> attribute(String name, Class<T> type) {
        return new Attribute<>(this, name, column(name, type));
    }

    /**
     * An attribute of a type with type arguments.
     *
     * @param name the field's name
     * @param type the value's class, without its arguments
     * @param <T> the value's type
     * @return the attribute
     */
    @SuppressWarnings("unchecked") // a class of a generic type has no type arguments
    protected final <T> Attribute<E, T> generic(String name, Class<? super T> type) {
        return new Attribute<>(this, name, column(name, (Class<T>) type));
    }

    /**
     * A relationship to one object.
     *
     * @param name the holder's name
     * @param target makes the path of the other side, under an alias or, for null, its own name; called at first use
     * @param <T> the entity on the other side
     * @param <P> its path
     * @return the attribute
     */
    protected final <T, P extends EntityPath<T>> ToOne<E, T, P> one(String name, Function<@Nullable String, P> target) {
        return new ToOne<>(this, end(name), target);
    }

    /**
     * A relationship to several objects.
     *
     * @param name the holder's name
     * @param target makes the path of the other side, under an alias or, for null, its own name; called at first use
     * @param <T> the entity on the other side
     * @param <P> its path
     * @return the attribute
     */
    protected final <T, P extends EntityPath<T>> ToMany<E, T, P> many(
            String name, Function<@Nullable String, P> target) {
        return new ToMany<>(this, end(name), target);
    }

    private <T> ColumnRef<T> column(String attribute, Class<T> type) {
        String column = mapped.model()
                .columnOrAttribute(attribute)
                .orElseThrow(() -> new IllegalArgumentException("no attribute " + attribute))
                .name();
        Column<T> found = mapped.table().column(column, type);
        return source.col(found);
    }

    private RelationshipEnd end(String name) {
        for (RelationshipEnd end : MappedClasses.ends(mapped)) {
            if (end.model().name().equals(name)) {
                return end;
            }
        }
        throw new IllegalArgumentException("no relationship " + name);
    }
}
