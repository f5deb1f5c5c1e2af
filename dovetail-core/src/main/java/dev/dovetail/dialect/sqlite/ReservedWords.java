package dev.dovetail.dialect.sqlite;

import java.util.Set;

/** https://www.sqlite.org/lang_keywords.html, those that the parser does not also take as names. */
final class ReservedWords {

    static final Set<String> WORDS = Set.of(
            "add", "all", "alter", "and", "as", "autoincrement", "between", "case", "check", "collate", "commit",
            "constraint", "create", "cross", "current_date", "current_time", "current_timestamp", "default",
            "deferrable", "delete", "distinct", "drop", "else", "escape", "except", "exists", "foreign", "from", "full",
            "group", "having", "if", "in", "index", "inner", "insert", "intersect", "into", "is", "isnull", "join", "left",
            "limit", "natural", "not", "nothing", "notnull", "null", "on", "or", "order", "outer", "primary", "raise",
            "references", "returning", "right", "select", "set", "table", "then", "to", "transaction", "union", "unique",
            "update", "using", "values", "when", "where");

    private ReservedWords() {}
}
