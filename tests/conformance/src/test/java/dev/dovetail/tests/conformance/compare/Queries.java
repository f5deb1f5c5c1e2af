package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import dev.dovetail.tests.conformance.replay.Query;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts SELECTs. Dovetail may send one later that SQLAlchemy sent at once, of the same table; and one for a row that a rule of
 * the database has changed, which SQLAlchemy does not notice.
 */
final class Queries {

    private final Course course;
    private final List<String> saved = new ArrayList<>();

    Queries(Course course) {
        this.course = course;
    }

    /** What Dovetail sent in a step beyond what SQLAlchemy sent up to it. */
    List<Query> more(List<Query> expected, List<Query> actual) {
        if (actual.size() <= expected.size()) {
            List<String> skipped = new ArrayList<>(tables(expected));
            tables(actual).forEach(skipped::remove);
            saved.addAll(skipped.subList(0, Math.min(skipped.size(), expected.size() - actual.size())));
            return List.of();
        }
        List<String> wanted = new ArrayList<>(tables(expected));
        List<Query> more = new ArrayList<>();
        for (Query query : actual) {
            String table = query.tables().get(0);
            if (!wanted.remove(table)) {
                more.add(query);
            }
        }
        List<Query> surplus = more.subList(0, Math.min(more.size(), actual.size() - expected.size()));
        return surplus.stream()
                .filter(query ->
                        !oneOfSaved(query) && !saved.remove(query.tables().get(0)))
                .filter(query -> !explainsError(query) && (asked(expected, query) || !changedByRule(query)))
                .toList();
    }

    /** Whether the query reads one row that SQLAlchemy has read with a collection, which Dovetail has not read yet. */
    private boolean oneOfSaved(Query query) {
        Table table = course.schema().table(query.tables().get(0));
        return saved.contains(table.name())
                && Objects.requireNonNull(course.now().actual().rows().get(table.name())).stream()
                        .anyMatch(row -> reads(query, table, row));
    }

    /** Whether the query looks up, for the message, what another transaction has made of a row. */
    private boolean explainsError(Query query) {
        Raised raised = course.now().actual().result().raised();
        List<Written> written = course.now().actual().written();
        return raised != null
                && raised.type().equals("StaleDataError")
                && !written.isEmpty()
                && written.get(written.size() - 1)
                        .write()
                        .table()
                        .equals(query.tables().get(0));
    }

    private static boolean asked(List<Query> expected, Query query) {
        return expected.stream()
                .anyMatch(other ->
                        other.tables().equals(query.tables()) && other.values().equals(query.values()));
    }

    private static List<String> tables(List<Query> queries) {
        return queries.stream().map(query -> query.tables().get(0)).toList();
    }

    /** Whether the query reads by its key a row whose foreign key the database has set to null or changed. */
    private boolean changedByRule(Query query) {
        Table table = course.schema().table(query.tables().get(0));
        return course.pairs().stream()
                .anyMatch(pair -> Objects.requireNonNull(pair.actual().rows().get(table.name())).stream()
                        .anyMatch(row -> reads(query, table, row) && changed(table, row)));
    }

    private static boolean reads(Query query, Table table, Map<String, @Nullable Object> row) {
        List<@Nullable Object> key = new ArrayList<>();
        table.primaryKey().forEach(column -> key.add(row.get(column)));
        return query.values().contains(key);
    }

    private boolean changed(Table table, Map<String, @Nullable Object> row) {
        return table.foreignKeys().stream()
                .filter(key -> "SET NULL".equals(key.onDelete()) || "CASCADE".equals(key.onUpdate()))
                .flatMap(key -> key.columns().stream())
                .anyMatch(column -> !Objects.equals(row.get(column), nowValue(table, row, column)));
    }

    private @Nullable Object nowValue(Table table, Map<String, @Nullable Object> row, String column) {
        return Objects.requireNonNull(course.now().actual().rows().get(table.name())).stream()
                .filter(other ->
                        table.primaryKey().stream().allMatch(key -> Objects.equals(other.get(key), row.get(key))))
                .findFirst()
                .map(other -> other.get(column))
                .orElse(null);
    }
}
