package dev.dovetail.orm.internal.load;

import dev.dovetail.engine.Cursor;
import dev.dovetail.orm.attribute.Attribute;
import dev.dovetail.orm.attribute.ProjectionPart;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.query.NestedPart;
import dev.dovetail.orm.query.Projection;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Select;
import dev.dovetail.type.Codec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads projections: one statement for the query, and one for each nested projection (and each five hundred keys). No object
 * is made but the results.
 */
public final class ProjectionLoader {

    private static final Object[] NO_ARGUMENTS = {};

    private final LoadContext session;

    /**
     * A loader for a session.
     *
     * @param session the session
     */
    public ProjectionLoader(LoadContext session) {
        this.session = session;
    }

    /**
     * Runs a query and projects what it finds.
     *
     * @param source the entity, under the query's name for it
     * @param query the query
     * @param projection what is read and made
     * @param <R> the result
     * @return the results in the order of the rows
     */
    public <R extends @Nullable Object> List<R> list(
            EntitySource source, Select<?> query, Projection<?, R> projection) {
        EntityDescriptor<?> entity = source.entity();
        Level<R> level = new Level<>(entity, projection, source::column);
        String purpose = "selecting " + entity.name();
        if (level.isFlat()) {
            List<R> results = new ArrayList<>();
            level.read(
                    query,
                    NO_ARGUMENTS,
                    purpose,
                    List.of(),
                    row -> results.add(projection.result().apply(row)));
            return results;
        }
        level.read(query, NO_ARGUMENTS, purpose, List.of(), level.rows::add);
        return level.results();
    }

    /** The rows of one projection; columns that are read, and what is nested. */
    private final class Level<R extends @Nullable Object> {

        private final EntityDescriptor<?> entity;
        private final Projection<?, R> projection;
        private final List<Expression<?>> columns = new ArrayList<>();
        private final IntFunction<? extends Expression<?>> column;
        private final List<@Nullable Object[]> rows = new ArrayList<>();

        Level(EntityDescriptor<?> entity, Projection<?, R> projection, IntFunction<? extends Expression<?>> column) {
            this.entity = entity;
            this.projection = projection;
            this.column = column;
            for (ProjectionPart<?, ?> part : projection.parts()) {
                if (part instanceof Attribute<?, ?> attribute) {
                    use(position(attribute));
                } else if (part instanceof NestedPart<?, ?> nested) {
                    Arrays.stream(along(nested).ownColumns()).forEach(this::use);
                }
            }
        }

        private int position(Attribute<?, ?> attribute) {
            return entity.columns()
                    .indexOf(entity.mapper()
                            .model()
                            .columnOrAttribute(attribute.name())
                            .orElseThrow());
        }

        private int use(int position) {
            Expression<?> expression = column.apply(position);
            int known = columns.indexOf(expression);
            if (known < 0) {
                columns.add(expression);
            }
            return known < 0 ? columns.size() - 1 : known;
        }

        private Along along(NestedPart<?, ?> nested) {
            RelationshipEnd end = nested.relationship().end();
            return new Along(end, session.mappings().of(end.target()).layout());
        }

        /** Whether a row of the result is what the projection takes. */
        boolean isFlat() {
            return columns.size() == projection.parts().size()
                    && projection.parts().stream().allMatch(Attribute.class::isInstance);
        }

        void read(
                Select<?> query,
                Object[] arguments,
                String purpose,
                List<Expression<?>> keys,
                Consumer<@Nullable Object[]> rows) {
            List<Expression<?>> all = new ArrayList<>(columns);
            all.addAll(keys);
            LoadOrigin origin = new LoadOrigin(purpose, entity, session.mappings());
            try (Cursor cursor = session.connection(entity).query(query.withColumns(all), arguments, origin)) {
                Codec<?>[] codecs = new Codec<?>[all.size()];
                Arrays.setAll(codecs, i -> cursor.codec(i + 1));
                cursor.read(() -> {
                    while (cursor.next()) {
                        @Nullable Object[] row = new @Nullable Object[codecs.length];
                        for (int i = 0; i < row.length; i++) {
                            row[i] = codecs[i].read(cursor.resultSet(), i + 1);
                        }
                        rows.accept(row);
                    }
                });
            }
        }

        /** What the rows become. */
        List<R> results() {
            List<Part> parts = new ArrayList<>();
            for (ProjectionPart<?, ?> part : projection.parts()) {
                parts.add(part(part));
            }
            List<R> results = new ArrayList<>(rows.size());
            for (@Nullable Object[] row : rows) {
                @Nullable Object[] values = new @Nullable Object[parts.size()];
                Arrays.setAll(values, i -> parts.get(i).of(row));
                results.add(projection.result().apply(values));
            }
            return results;
        }

        private Part part(ProjectionPart<?, ?> part) {
            if (part instanceof Attribute<?, ?> attribute) {
                int index = use(position(attribute));
                return row -> row[index];
            }
            NestedPart<?, ?> nested = (NestedPart<?, ?>) part;
            int[] own = Arrays.stream(along(nested).ownColumns()).map(this::use).toArray();
            Map<Object, List<@Nullable Object>> found = nested(nested, own);
            return row -> {
                Object[] key = key(row, own);
                List<@Nullable Object> objects = key == null ? null : found.get(Keys.of(key));
                if (nested.many()) {
                    return objects == null ? List.of() : objects;
                }
                return objects == null ? null : objects.get(0);
            };
        }

        /** What a nested projection makes of the rows that belong to each key. */
        private Map<Object, List<@Nullable Object>> nested(NestedPart<?, ?> nested, int[] own) {
            Map<Object, Object[]> keys = new LinkedHashMap<>();
            for (@Nullable Object[] row : rows) {
                Object[] key = key(row, own);
                if (key != null) {
                    keys.putIfAbsent(Keys.of(key), key);
                }
            }
            return read(nested, List.copyOf(keys.values()));
        }

        private Map<Object, List<@Nullable Object>> read(NestedPart<?, ?> nested, List<Object[]> keys) {
            RelationshipEnd end = nested.relationship().end();
            EntityDescriptor<?> target = session.mappings().of(end.target());
            Along along = along(nested);
            Level<?> level = new Level<>(target, nested.projection(), new EntitySource(target, null)::column);
            for (int from = 0; from < keys.size(); from += GraphLoader.OWNERS_PER_STATEMENT) {
                KeyList some = along.keys(
                        keys.subList(from, Math.min(keys.size(), from + GraphLoader.OWNERS_PER_STATEMENT)),
                        session.connection(target).engine().dialect());
                Select<?> select = EntityStatements.restricted(along.byKeys(some, false), target, session);
                level.read(
                        select, some.arguments(), "projecting " + end.label(), along.keyExpressions(), level.rows::add);
            }
            Map<Object, List<@Nullable Object>> byKey = new LinkedHashMap<>();
            List<?> results = level.results();
            for (int i = 0; i < results.size(); i++) {
                @Nullable Object[] row = level.rows.get(i);
                Object[] key = Arrays.copyOfRange(row, level.columns.size(), row.length, Object[].class);
                byKey.computeIfAbsent(Keys.of(key), ignored -> new ArrayList<>())
                        .add(results.get(i));
            }
            return byKey;
        }

        private static Object @Nullable [] key(@Nullable Object[] row, int[] columns) {
            Object[] key = new Object[columns.length];
            for (int i = 0; i < key.length; i++) {
                Object part = row[columns[i]];
                if (part == null) {
                    return null;
                }
                key[i] = part;
            }
            return key;
        }
    }

    /** The value of a part in a row. */
    private interface Part {
        @Nullable
        Object of(@Nullable Object[] row);
    }
}
