package dev.dovetail.dialect.sqlite;

import dev.dovetail.internal.SqlToken;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of an index says: its expressions and its condition, https://www.sqlite.org/lang_createindex.html.
 *
 * @param parts what it is on, in order, without ASC, DESC and COLLATE
 * @param withCollation for each part, whether it names a collation
 * @param condition which rows it holds, null for all
 */
record IndexText(
        List<String> parts,
        List<Boolean> withCollation,
        @Nullable String condition) {
    static IndexText of(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        List<String> parts = new ArrayList<>();
        List<Boolean> collations = new ArrayList<>();
        int depth = 0;
        int first = 0;
        for (int at = 0; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            boolean ends = depth == 1 && (token.is(",") || token.is(")"));
            if (ends) {
                int last = at - 1;
                last -= tokens.get(last).is("asc") || tokens.get(last).is("desc") ? 1 : 0;
                boolean collation = last - 1 > first && tokens.get(last - 1).is("collate");
                last -= collation ? 2 : 0;
                while (tokens.get(first).is("(") && close(tokens, first) == last) {
                    first++;
                    last--;
                }
                parts.add(sql.substring(
                        tokens.get(first).start(), tokens.get(last).end()));
                collations.add(collation);
                first = at + 1;
            }
            if (token.is("(")) {
                first = depth == 0 ? at + 1 : first;
                depth++;
            } else if (token.is(")")) {
                depth--;
            }
            if (depth == 0 && token.is("where")) {
                return new IndexText(
                        parts, collations, sql.substring(token.end()).strip());
            }
        }
        return new IndexText(parts, collations, null);
    }

    private static int close(List<SqlToken> tokens, int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            depth += tokens.get(at).is("(") ? 1 : 0;
            depth -= tokens.get(at).is(")") ? 1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return tokens.size();
    }

    String part(int position) {
        return position < parts.size() ? parts.get(position) : "";
    }

    boolean namesCollation(int position) {
        return position < withCollation.size() && withCollation.get(position);
    }
}
