package dev.dovetail.integrity;

import dev.dovetail.ValueText;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import java.util.List;

/** A foreign key in words: {@code page(belong_id) \u2192 belong(id), NO ACTION}. */
final class ForeignKeyText {

    private ForeignKeyText() {}

    static String of(ForeignKey foreignKey, List<String> referencedColumns) {
        String from = ValueText.name(foreignKey.table().name()) + ValueText.names(names(foreignKey.columns()));
        String to = ValueText.name(foreignKey.referencedTable())
                + (referencedColumns.isEmpty() ? "" : ValueText.names(referencedColumns));
        return from + " \u2192 " + to + ", " + foreignKey.onDelete().sql();
    }

    static List<String> names(List<Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
