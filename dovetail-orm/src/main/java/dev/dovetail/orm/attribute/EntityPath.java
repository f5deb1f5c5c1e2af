package dev.dovetail.orm.attribute;

import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Source;
import dev.dovetail.sql.SourceLike;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An entity in a query: its table, possibly under an alias, and its attributes. The processor writes a subclass for each
 * entity, with one typed attribute for each column and relationship ({@code PARENT.name}, {@code PARENT.children}).
 *
 * @param <E> the entity
 */
public abstract class EntityPath<E> implements SourceLike {

    private final MappedClass<E> mapped;
    private final @Nullable String alias;
    private final List<TableSource> tables;
    private final List<ColumnRef<?>> columns;
    private volatile @Nullable Select<Row> all;

    /**
     * For generated subclasses.
     *
     * @param mapped the entity
     * @param alias the table's name in the query, or null for its own
     */
    protected EntityPath(MappedClass<E> mapped, @Nullable String alias) {
        this.mapped = mapped;
        this.alias = alias;
        this.tables = JoinedTables.sources(mapped.tables(), alias);
        this.columns = IntStream.range(0, mapped.model().columns().size())
                .<ColumnRef<?>>mapToObj(
                        position -> tables.get(mapped.tableOf(position)).col(mapped.column(position)))
                .toList();
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

    /**
     * The query for all rows, of which queries for objects are made.
     *
     * @return one and the same for this path
     */
    public final Select<Row> all() {
        Select<Row> known = all;
        if (known == null) {
            known = Sql.select(columns).from(source()).lasting();
            all = known;
        }
        return known;
    }

    /** The entity's table; for a class of a joined hierarchy all its tables, joined. */
    @Override
    public final Source source() {
        return JoinedTables.join(mapped.tables(), alias);
    }

    /**
     * The name of the entity in the query.
     *
     * @return the alias, or null for the tables' own names
     */
    public final @Nullable String alias() {
        return alias;
    }

    /**
     * The entity's columns.
     *
     * @return the columns, in the order of their positions
     */
    public final List<ColumnRef<?>> columns() {
        return columns;
    }

    /**
     * One of the entity's columns.
     *
     * @param position its position
     * @return the column
     */
    public final ColumnRef<?> column(int position) {
        return columns.get(position);
    }

    /**
     * The same rows as objects of a subclass, so that conditions can name what the subclass adds; it is NULL in rows of other
     * classes. A query for objects of a class has the columns of its subclasses, so nothing has to be joined.
     *
     * @param subclass the subclass's path
     * @param <P> the subclass's path
     * @return the subclass's path in this one's place
     */
    @SuppressWarnings("unchecked") // a path under another name is of the same class
    public final <P extends EntityPath<? extends E>> P treat(P subclass) {
        return alias == null ? subclass : (P) subclass.as(alias);
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

    @SuppressWarnings("unchecked") // the column's values are checked to be of the class
    private <T> ColumnRef<T> column(String attribute, Class<T> type) {
        List<ColumnModel> models = mapped.model().columns();
        for (int position = 0; position < models.size(); position++) {
            if (attribute.equals(models.get(position).attribute())) {
                TablePart part = mapped.tables().get(mapped.tableOf(position));
                part.table().column(models.get(position).name(), type);
                return (ColumnRef<T>) columns.get(position);
            }
        }
        throw new IllegalArgumentException("no attribute " + attribute);
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
