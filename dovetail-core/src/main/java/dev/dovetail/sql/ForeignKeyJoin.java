package dev.dovetail.sql;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the condition of a join by the foreign keys between what is in the FROM clause already and what is joined. Of a
 * key by which a table refers to itself, what is joined is the side that is referred to.
 */
final class ForeignKeyJoin {
    private record Found(ForeignKey key, TableSource referencing, TableSource referenced) {
        /** The key, and which of the sources refers by it, so that two uses of a table can be told apart. */
        @Override
        public String toString() {
            return key.name() + ": " + key + (referencing.alias() == null ? "" : " of " + referencing.alias())
                    + (referenced.alias() == null ? "" : " to " + referenced.alias());
        }
    }

    private ForeignKeyJoin() {}

    static Expression<Boolean> on(List<Source> from, SourceLike target) {
        return on(from, target, key -> true, "");
    }

    static Expression<Boolean> on(List<Source> from, SourceLike target, String name) {
        return on(from, target, key -> key.name().equals(name), " named " + name);
    }

    private static Expression<Boolean> on(
            List<Source> from, SourceLike target, Predicate<ForeignKey> wanted, String which) {
        List<TableSource> present = new ArrayList<>();
        from.forEach(source -> collect(source, present));
        List<TableSource> joined = new ArrayList<>();
        collect(target.source(), joined);
        List<Found> found = new ArrayList<>();
        for (TableSource one : present) {
            for (TableSource other : joined) {
                keys(one, other, wanted, found);
                if (one.table() != other.table()) {
                    keys(other, one, wanted, found);
                }
            }
        }
        if (found.size() != 1) {
            throw new UsageException("DVT-SQL-JOIN", problem(present, joined, which, found));
        }
        return condition(found.get(0));
    }

    private static void collect(Source source, List<TableSource> tables) {
        if (source instanceof TableSource table) {
            tables.add(table);
        } else if (source instanceof Join join) {
            collect(join.left(), tables);
            collect(join.right(), tables);
        }
    }

    private static void keys(
            TableSource referencing, TableSource referenced, Predicate<ForeignKey> wanted, List<Found> found) {
        Table target = referenced.table();
        for (ForeignKey key : referencing.table().foreignKeys()) {
            if (key.referencedTable().equals(target.name())
                    && Objects.equals(key.referencedSchema(), target.schema())
                    && wanted.test(key)) {
                found.add(new Found(key, referencing, referenced));
            }
        }
    }

    private static Expression<Boolean> condition(Found found) {
        List<Column<?>> columns = found.key.columns();
        List<? extends Column<?>> targets = found.key.referencedColumns().isEmpty()
                ? found.referenced.table().primaryKey().columns()
                : found.key.referencedColumns().stream()
                        .map(found.referenced.table()::column)
                        .toList();
        if (columns.size() != targets.size()) {
            throw new UsageException(
                    "DVT-SQL-JOIN", found + " leads to " + targets.size() + " columns; give the condition");
        }
        List<Expression<Boolean>> conditions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            conditions.add(new Comparison(
                    ComparisonOperator.EQ,
                    found.referencing.col(columns.get(i)),
                    found.referenced.col(targets.get(i))));
        }
        return conditions.size() == 1 ? conditions.get(0) : new Logical(LogicalOperator.AND, conditions);
    }

    private static String problem(
            List<TableSource> present, List<TableSource> joined, String which, List<Found> found) {
        String sides = names(present) + " and " + names(joined);
        if (found.isEmpty()) {
            return "no foreign key" + which + " between " + sides
                    + ": give the condition, join(source, on); subqueries and the like have no foreign keys";
        }
        return found.size() + " foreign keys" + which + " between " + sides + ": "
                + found.stream().map(Found::toString).collect(Collectors.joining("; "))
                + ". Choose one by its name, join(source, name), or give the condition";
    }

    private static String names(List<TableSource> sources) {
        return sources.isEmpty()
                ? "no table"
                : sources.stream().map(TableSource::name).collect(Collectors.joining(", "));
    }
}
