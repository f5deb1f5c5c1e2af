package dev.dovetail.integrity;

import dev.dovetail.ValueText;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A foreign key in words: {@code page(belong_id) \u2192 belong(id), NO ACTION}. */
final class ForeignKeyText {

    private ForeignKeyText() {}

    static String of(ForeignKey foreignKey, List<String> referencedColumns) {
        String from = ValueText.name(foreignKey.table().name()) + ValueText.names(names(foreignKey.columns()));
        String to = ValueText.name(foreignKey.referencedTable())
                + (referencedColumns.isEmpty() ? "" : ValueText.names(referencedColumns));
        return from + " \u2192 " + to + ", " + foreignKey.onDelete().sql();
    }

    /** What a report says of it, null unless it says all but the action. */
    static @Nullable String reported(ErrorReport report) {
        String table = report.table();
        String target = report.target().table();
        if (table == null
                || target == null
                || report.columns().isEmpty()
                || report.target().columns().isEmpty()) {
            return null;
        }
        return ValueText.name(table) + ValueText.names(report.columns()) + " \u2192 " + ValueText.name(target)
                + ValueText.names(report.target().columns());
    }

    static List<String> names(List<Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
