package dev.dovetail.integrity;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import java.util.List;

/** A foreign key in words: {@code page(belong_id) → belong(id), NO ACTION}. */
final class ForeignKeyText {

    private ForeignKeyText() {}

    static String of(ForeignKey foreignKey, List<String> referencedColumns) {
        return foreignKey.table().name() + list(names(foreignKey.columns())) + " \u2192 " + foreignKey.referencedTable()
                + (referencedColumns.isEmpty() ? "" : list(referencedColumns)) + ", "
                + foreignKey.onDelete().sql();
    }

    static List<String> names(List<Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static String list(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }
}
