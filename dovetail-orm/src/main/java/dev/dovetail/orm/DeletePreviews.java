package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Connection;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.LinkTable;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.internal.cascade.ChildAction;
import dev.dovetail.orm.internal.cascade.Related;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.preview.DeleteAction;
import dev.dovetail.preview.DeletePreview;
import dev.dovetail.preview.DeleteRequest;
import dev.dovetail.preview.DeleteStep;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.InList;
import dev.dovetail.sql.RowValue;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says to a preview what the session does about deleted objects: each relationship's {@link ChildAction} as a step from table
 * to table, for all classes that a delete can reach. Loads nothing.
 */
final class DeletePreviews {

    private final SessionState session;
    private final Deque<EntityDescriptor<?>> open = new ArrayDeque<>();
    private final Set<EntityDescriptor<?>> reached = new LinkedHashSet<>();
    private final Set<List<Table>> parts = new HashSet<>();
    private final List<DeleteStep> steps = new ArrayList<>();

    /** Columns of a table, and which rows of it are meant. */
    private record Place(Table table, List<Column<?>> columns, List<Expression<Boolean>> conditions) {}

    private DeletePreviews(SessionState session) {
        this.session = session;
    }

    static DeletePreview of(SessionState session, Collection<?> entities) {
        return new DeletePreviews(session).preview(entities);
    }

    private DeletePreview preview(Collection<?> entities) {
        Map<EntityDescriptor<?>, List<InstanceState>> roots = new LinkedHashMap<>();
        for (Object entity : entities) {
            InstanceState state = session.states().find(Objects.requireNonNull(entity));
            if (state == null || !state.hasRow()) {
                throw new UsageException(
                        "DVT-USE-TRANSIENT",
                        "a new " + session.mappings().of(entity).name()
                                + " has no row whose delete could be previewed");
            }
            roots.computeIfAbsent(state.type(), type -> new ArrayList<>()).add(state);
        }
        if (roots.isEmpty()) {
            throw new UsageException("DVT-PREVIEW-NOTHING", "a preview needs at least one object");
        }
        Connection connection = session.connection(roots.keySet().iterator().next());
        DeleteRequest request = session.factory.foreignKeys(connection).request();
        roots.forEach((type, states) -> {
            TablePart root = type.tables().get(0);
            request.rows(root.table(), keys(root, states));
            reach(type);
        });
        while (!open.isEmpty()) {
            follow(open.poll());
        }
        steps.forEach(request::step);
        notes(request);
        return request.sensitive(session.mappings()::sensitive).preview(connection);
    }

    private void notes(DeleteRequest request) {
        if (session.hasWork()) {
            request.note("the session has changes that are not flushed; the preview is of the database without them");
        }
        for (EntityDescriptor<?> type : reached) {
            if (session.hearsDeletes(type.entityClass())) {
                request.note("what listeners do when a " + type.name() + " is deleted is not known");
            }
        }
    }

    // The classes

    /** A row of a class is one of its base classes, too; of which subclass it is only the rows tell. */
    private void reach(EntityDescriptor<?> type) {
        for (EntityDescriptor<?> base = type; base != null; base = base.base()) {
            if (reached.add(base)) {
                open.add(base);
            }
        }
    }

    private void follow(EntityDescriptor<?> type) {
        TablePart root = type.tables().get(0);
        for (TablePart part : type.tables()) {
            if (part != root && parts.add(List.of(root.table(), part.table()))) {
                steps.add(new DeleteStep(
                        type.name(),
                        DeleteAction.DELETE,
                        root.table(),
                        root.key(),
                        List.of(),
                        null,
                        part.table(),
                        part.key(),
                        List.of(),
                        List.of()));
            }
        }
        int inherited = type.base() == null ? 0 : type.base().ends().size();
        for (RelationshipEnd end : type.ends().subList(inherited, type.ends().size())) {
            if (!end.model().viewOnly()) {
                deletesLinks(type, end);
                act(type, end, ChildAction.of(end));
            }
        }
    }

    // What a relationship does

    private void act(EntityDescriptor<?> type, RelationshipEnd end, ChildAction action) {
        EntityDescriptor<?> target = session.mappings().of(end.target());
        List<Expression<Boolean>> known = new ArrayList<>();
        switch (action) {
            case LEAVE -> {
                return;
            }
            case DELETE_ALL, NULL_ALL -> {}
            case DELETE_IN_MEMORY ->
                known.add(inMemory(
                        target,
                        session.identityMap.all().stream()
                                .filter(state -> state.type().isA(target))
                                .toList()));
            case DELETE_LOADED, NULL_LOADED -> known.add(inMemory(target, loaded(type, end)));
        }
        if (action.nulls()) {
            nullKeys(type, end, target, known);
        } else {
            deleteRows(type, end, target, known);
            target.hierarchy().forEach(this::reach);
        }
    }

    private void nullKeys(
            EntityDescriptor<?> type,
            RelationshipEnd end,
            EntityDescriptor<?> target,
            List<Expression<Boolean>> known) {
        Place from = identified(type, end.parentColumns());
        Place to = place(target, end.childColumns());
        List<Expression<Boolean>> conditions = new ArrayList<>(to.conditions());
        conditions.addAll(known);
        steps.add(new DeleteStep(
                end.label(),
                DeleteAction.SET_NULL,
                from.table(),
                from.columns(),
                from.conditions(),
                null,
                to.table(),
                to.columns(),
                conditions,
                columns(target, end.nulledColumns())));
    }

    /** The rows to delete are those of the target's first table; those of the others follow them. */
    private void deleteRows(
            EntityDescriptor<?> type,
            RelationshipEnd end,
            EntityDescriptor<?> target,
            List<Expression<Boolean>> known) {
        LinkTable link = end.linkTable();
        TablePart root = target.tables().get(0);
        Place from;
        Place to;
        DeleteStep.Via via = null;
        if (link != null) {
            from = identified(type, link.ownKey());
            via = new DeleteStep.Via(link.table(), link.ownColumns(), link.targetColumns());
            to = new Place(root.table(), columns(target, link.targetKey()), ofClass(target, root.table()));
        } else {
            from = end.toParent() ? place(type, end.childColumns()) : identified(type, end.parentColumns());
            to = end.toParent() ? place(target, end.parentColumns()) : place(target, end.childColumns());
            if (to.table() != root.table()) {
                via = new DeleteStep.Via(
                        to.table(), to.columns(), part(target, to.table()).key());
                to = new Place(root.table(), root.key(), List.of());
            }
        }
        List<Expression<Boolean>> conditions = new ArrayList<>(to.conditions());
        conditions.addAll(known);
        if (target.tables().size() == 1) {
            session.criteria(target, null).forEach(criterion -> conditions.add(criterion.expression()));
        }
        steps.add(new DeleteStep(
                end.label(),
                DeleteAction.DELETE,
                from.table(),
                from.columns(),
                from.conditions(),
                via,
                to.table(),
                to.columns(),
                conditions,
                List.of()));
    }

    /** The rows of a secondary table, as a flush deletes them. */
    private void deletesLinks(EntityDescriptor<?> type, RelationshipEnd end) {
        LinkTable link = end.linkTable();
        PassiveDeletes passive = end.model().passiveDeletes();
        if (link == null
                || passive == PassiveDeletes.ALL
                || passive == PassiveDeletes.BY_FOREIGN_KEY
                        && end.link().foreignKey().onDelete() == ReferentialAction.CASCADE) {
            return;
        }
        List<Expression<Boolean>> known = new ArrayList<>();
        if (passive == PassiveDeletes.UNLOADED) {
            known.add(among(
                    link.table(),
                    link.targetColumns(),
                    loaded(type, end).stream()
                            .<List<?>>map(state -> Arrays.stream(link.targetKey())
                                    .mapToObj(column -> state.known().value(column))
                                    .toList())
                            .toList()));
        }
        Place from = identified(type, link.ownKey());
        steps.add(new DeleteStep(
                end.label(),
                DeleteAction.DELETE,
                from.table(),
                from.columns(),
                from.conditions(),
                null,
                link.table(),
                link.ownColumns(),
                known,
                List.of()));
    }

    // Objects in memory

    /** What is in the loaded holders of objects in memory. */
    private List<InstanceState> loaded(EntityDescriptor<?> type, RelationshipEnd end) {
        List<InstanceState> loaded = new ArrayList<>();
        for (InstanceState owner : session.identityMap.all()) {
            if (owner.type().isA(type) && HolderAccess.loaded(end.holder(owner.entity()))) {
                for (Object related : Related.loaded(end.holder(owner.entity()))) {
                    InstanceState state = session.member(related);
                    if (state != null && state.hasRow()) {
                        loaded.add(state);
                    }
                }
            }
        }
        return loaded;
    }

    private static Expression<Boolean> inMemory(EntityDescriptor<?> type, Collection<InstanceState> states) {
        return keys(type.tables().get(0), states);
    }

    private static Expression<Boolean> keys(TablePart part, Collection<InstanceState> states) {
        return among(
                part.table(),
                part.key(),
                states.stream()
                        .<List<?>>map(
                                state -> Objects.requireNonNull(state.key()).values())
                        .toList());
    }

    private static Expression<Boolean> among(Table table, List<Column<?>> columns, List<List<?>> keys) {
        TableSource source = new TableSource(table, null);
        List<Expression<?>> refs = new ArrayList<>();
        columns.forEach(column -> refs.add(source.col(column)));
        List<RowValue> rows = new ArrayList<>();
        for (List<?> key : keys) {
            List<Expression<?>> values = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                values.add(value(columns.get(i), key.get(i)));
            }
            rows.add(new RowValue(values));
        }
        return columns.size() == 1
                ? new InList(
                        refs.get(0),
                        rows.stream()
                                .<Expression<?>>map(row -> row.values().get(0))
                                .toList(),
                        false)
                : new RowValue(refs).in(rows);
    }

    private static <T> Value<T> value(Column<T> column, @Nullable Object value) {
        return new Value<>(column.type().javaClass().cast(value), column.type());
    }

    // Tables

    private static List<Column<?>> columns(EntityDescriptor<?> type, int[] positions) {
        List<Column<?>> columns = new ArrayList<>();
        Arrays.stream(positions).<Column<?>>mapToObj(type::column).forEach(columns::add);
        return columns;
    }

    private static TablePart part(EntityDescriptor<?> type, Table table) {
        return type.tables().stream()
                .filter(part -> part.table() == table)
                .findFirst()
                .orElseThrow();
    }

    /** Columns of a class, in the table that has them. */
    private static Place place(EntityDescriptor<?> type, int[] positions) {
        List<Column<?>> columns = columns(type, positions);
        Table table = columns.get(0).table();
        return new Place(table, columns, ofClass(type, table));
    }

    /** The same, but a primary key is taken from the class's own table: only its rows have one there. */
    private static Place identified(EntityDescriptor<?> type, int[] positions) {
        if (!type.inBaseTable() && Arrays.equals(positions, type.idColumns())) {
            TablePart own = type.tables().get(type.tables().size() - 1);
            return new Place(own.table(), own.key(), List.of());
        }
        return place(type, positions);
    }

    /** That rows of a table are of a class, where rows of other classes are in it, too. */
    private static List<Expression<Boolean>> ofClass(EntityDescriptor<?> type, Table table) {
        if (type.base() == null || type.discriminator() < 0 || type.table() == table && !type.inBaseTable()) {
            return List.of();
        }
        Column<?> discriminator = type.column(type.discriminator());
        return discriminator.table() == table
                ? List.of(among(
                        table,
                        List.of(discriminator),
                        type.hierarchy().stream()
                                .filter(each -> each.identity() != null)
                                .<List<?>>map(each -> List.of(Objects.requireNonNull(each.identity())))
                                .toList()))
                : List.of();
    }
}
