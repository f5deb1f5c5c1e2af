package dev.dovetail.compile;

import dev.dovetail.schema.Column;

/**
 * The keyword DEFAULT, and what stands for it in a database that has it nowhere: the text of the default itself, NULL
 * where there is none. NULL also makes such a database generate a key.
 */
final class DefaultKeyword {
    private DefaultKeyword() {}

    static String of(Column<?> column, Dialect dialect) {
        if (dialect.has(Capability.DEFAULT_KEYWORD)) {
            return "DEFAULT";
        }
        return column.defaultSql() == null ? "NULL" : "(" + column.defaultSql() + ")";
    }
}
