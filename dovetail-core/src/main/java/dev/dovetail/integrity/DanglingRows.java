package dev.dovetail.integrity;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.IsNull;
import dev.dovetail.sql.Not;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a table whose foreign key has values to which no row answers. */
final class DanglingRows {

    private DanglingRows() {}

    static List<DanglingReference> of(Lookups lookups, SchemaView view, ForeignKey foreignKey, int limit) {
        Table target = view.table(foreignKey.referencedTable());
        List<Column<?>> referenced = view.referencedColumns(foreignKey);
        if (target == null || referenced.isEmpty()) {
            return List.of();
        }
        TableSource child = new TableSource(foreignKey.table(), "referring");
        TableSource parent = new TableSource(target, "referred");
        List<Expression<Boolean>> where = new ArrayList<>();
        for (Column<?> column : foreignKey.columns()) {
            // With a null in one of its columns, a key refers to nothing (MATCH SIMPLE).
            where.add(new IsNull(Lookups.ref(child, column), true));
        }
        List<Expression<Boolean>> same = Lookups.join(parent, referenced, child, foreignKey.columns());
        where.add(new Not(Lookups.exists(parent, referenced.get(0), same)));
        List<Column<?>> columns = new ArrayList<>(foreignKey.columns());
        columns.addAll(foreignKey.table().primaryKey().columns());
        List<DanglingReference> found = new ArrayList<>();
        for (List<@Nullable Object> row : lookups.rows(view, child, columns, where, limit)) {
            int width = foreignKey.columns().size();
            found.add(new DanglingReference(
                    foreignKey.table().name(),
                    row.subList(width, row.size()),
                    ForeignKeyText.names(foreignKey.columns()),
                    row.subList(0, width),
                    foreignKey.referencedTable(),
                    ForeignKeyText.names(referenced),
                    view.nameOf(foreignKey)));
        }
        return found;
    }
}
