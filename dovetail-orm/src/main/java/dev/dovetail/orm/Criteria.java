package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.internal.load.EntitySource;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Operand;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that are added whenever objects of a class are read: one tenant's rows only, say, or those not marked as
 * deleted. They hold for queries of objects and their counts, for {@code get} of what is not in memory, for lazy loads and
 * for loads together with others, also for what a delete cascade finds; and for bulk updates and deletes. A condition for
 * a class holds for its subclasses, but not for queries of its base, which find the rows that it hides. They do not hold for
 * objects that are in memory already or are read again, for queries of Core, nor for writes of a flush. After SQLAlchemy's
 * {@code with_loader_criteria}. Thread-safe.
 */
public final class Criteria {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    Criteria() {}

    /**
     * Adds a condition for one entity.
     *
     * @param path the entity, for instance {@code USER}
     * @param condition makes the condition from the session, whose {@link Session#info()} may have parameters, and the path
     *     under the name that it has in the query; null for none this time
     * @param <E> the entity
     * @param <P> its path
     * @return this
     */
    @SuppressWarnings("unchecked") // a path under another name is a path of the same class
    public <E, P extends EntityPath<E>> Criteria add(
            P path, BiFunction<Session, P, @Nullable Operand<Boolean>> condition) {
        entries.add(new Entry(path.mapped().entityClass(), (session, columns) -> {
            String alias = columns.source.alias();
            return condition.apply(session, alias == null ? path : (P) path.as(alias));
        }));
        return this;
    }

    /**
     * Adds a condition for all entities of a type, a superclass or an interface for instance.
     *
     * @param type the type
     * @param condition makes the condition from the session and the entity's columns; null for none this time
     * @return this
     */
    public Criteria add(Class<?> type, BiFunction<Session, Columns, @Nullable Operand<Boolean>> condition) {
        entries.add(new Entry(type, condition));
        return this;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Operand<Boolean>> of(Session session, EntityDescriptor<?> entity, @Nullable String alias) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return entries.stream()
                .filter(entry -> entry.type().isAssignableFrom(entity.entityClass()))
                .<@Nullable Operand<Boolean>>map(
                        entry -> entry.condition().apply(session, new Columns(new EntitySource(entity, alias))))
                .filter(Objects::nonNull)
                .<Operand<Boolean>>map(Objects::requireNonNull)
                .toList();
    }

    private record Entry(Class<?> type, BiFunction<Session, Columns, @Nullable Operand<Boolean>> condition) {}

    /** The columns of an entity within a query. */
    public static final class Columns {

        private final EntitySource source;

        Columns(EntitySource source) {
            this.source = source;
        }

        /**
         * A column of the entity.
         *
         * @param attribute the name of its field, or its own
         * @param type the field's class
         * @param <T> the field's class
         * @return the column under the name that its table has in the query
         * @throws UsageException if there is no such column
         */
        @SuppressWarnings("unchecked") // the column's values are checked to be of the class
        public <T> ColumnRef<T> column(String attribute, Class<T> type) {
            EntityDescriptor<?> entity = source.entity();
            ColumnModel model = entity.mapper()
                    .model()
                    .columnOrAttribute(attribute)
                    .orElseThrow(() ->
                            new UsageException("DVT-USE-ATTRIBUTE", entity.name() + " has no attribute " + attribute));
            int position = entity.columns().indexOf(model);
            entity.column(position).table().column(model.name(), type);
            return (ColumnRef<T>) source.column(position);
        }
    }
}
