package dev.dovetail.internal;

import dev.dovetail.internal.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Takes out of an expression what a database has put in: parentheses that change nothing, quotes around plain names, casts
 * of texts to text. Databases keep expressions as trees and write them out again in their own way, so that this can come
 * near to what was written, not always meet it.
 */
public final class ExpressionText {
    private static final int NOTHING = 0;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int OTHER = 5;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final int CAST = 8;
    private static final int HIGHEST = 9;

    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "==");
    /** Between these, an expression stands as in parentheses. */
    private static final Set<String> FENCES =
            Set.of("case", "when", "then", "else", "end", "select", "from", "where", "as", "by");
    /** Words after which a parenthesis opens an expression; after others it opens arguments or a list. */
    private static final Set<String> BEFORE_OPERAND = Set.of(
            "and", "or", "not", "case", "when", "then", "else", "between", "like", "ilike", "escape", "from", "similar",
            "to", "is", "regexp", "rlike", "div", "mod", "xor", "collate");
    /** Types to which PostgreSQL and H2 cast literals and columns that need no cast. */
    private static final Set<String> PLAIN_CASTS = Set.of(
            "text",
            "character varying",
            "bpchar",
            "character",
            "varchar",
            "integer",
            "bigint",
            "smallint",
            "numeric",
            "text[]",
            "character varying[]",
            "bpchar[]",
            "integer[]",
            "bigint[]",
            "numeric[]");

    private static final Set<String> NUMBER_CASTS = Set.of("integer", "bigint", "smallint", "numeric");

    /** Words that are written in upper case, as they mostly are. */
    private static final Set<String> KEYWORDS = Set.of(
            "AND",
            "OR",
            "NOT",
            "IN",
            "IS",
            "NULL",
            "LIKE",
            "BETWEEN",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "TRUE",
            "FALSE",
            "CURRENT_TIMESTAMP",
            "CURRENT_DATE");

    private final List<SqlToken> tokens;
    private final UnaryOperator<String> names;

    private ExpressionText(List<SqlToken> tokens, UnaryOperator<String> names) {
        this.tokens = tokens;
        this.names = names;
    }

    /**
     * Simplifies an expression.
     *
     * @param sql the expression as the catalogue has it
     * @param names gives a name in quotes, as it stands there without them, as it should be written
     * @return the expression
     */
    public static String simple(String sql, UnaryOperator<String> names) {
        ExpressionText text = new ExpressionText(new ArrayList<>(SqlToken.of(sql)), names);
        text.dropCasts();
        text.dropCastsOfNumbers();
        text.nameOperators();
        int before;
        do {
            before = text.tokens.size();
            text.dropParentheses();
        } while (text.tokens.size() < before);
        text.listOfAny();
        return text.written();
    }

    /**
     * Simplifies the expression for a default, where the column says the type.
     *
     * @param sql the expression as the catalogue has it
     * @param names as for {@link #simple}
     * @return the expression
     */
    public static String ofDefault(String sql, UnaryOperator<String> names) {
        ExpressionText text = new ExpressionText(new ArrayList<>(SqlToken.of(sql)), names);
        if (text.tokens.size() > 2
                && text.tokens.get(1).is("::")
                && text.castEnd(2) == text.tokens.size()
                && (text.tokens.get(0).kind() == Kind.STRING
                        || text.tokens.get(0).is("NULL"))) {
            String type = text.castType(2);
            SqlToken literal = text.tokens.get(0);
            return NUMBER_CASTS.contains(type) && isNumber(literal.value()) ? literal.value() : literal.text();
        }
        return simple(sql, names);
    }

    /**
     * A form in which two expressions are the same text if they differ only in white space, in the case of words outside
     * quotes, or in what {@link #simple} takes out.
     *
     * @param sql an expression
     * @return the form, to be compared
     */
    public static String comparable(String sql) {
        StringBuilder form = new StringBuilder();
        for (SqlToken token : SqlToken.of(simple(sql, UnaryOperator.identity()))) {
            boolean word = token.kind() == Kind.WORD;
            form.append(word ? token.text().toLowerCase(Locale.ROOT) : token.value())
                    .append(' ');
        }
        return form.toString().strip();
    }

    private SqlToken token(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : new SqlToken(Kind.SYMBOL, "", 0, 0);
    }

    // Casts as PostgreSQL writes them: operand::type

    private void dropCasts() {
        for (int at = tokens.size() - 1; at > 0; at--) {
            if (!token(at).is("::")) {
                continue;
            }
            String type = castType(at + 1);
            SqlToken operand = token(at - 1);
            boolean number = NUMBER_CASTS.contains(type) && operand.kind() == Kind.STRING && isNumber(operand.value());
            boolean droppable = PLAIN_CASTS.contains(type)
                    && (number || !NUMBER_CASTS.contains(type) && (operand.kind() != Kind.NUMBER));
            if (droppable) {
                tokens.subList(at, castEnd(at + 1)).clear();
                if (number) {
                    tokens.set(at - 1, new SqlToken(Kind.NUMBER, operand.value(), operand.start(), operand.end()));
                }
            }
        }
    }

    /** H2 casts each number to the type that it is compared with: {@code CAST(0 AS BIGINT)}. */
    private void dropCastsOfNumbers() {
        for (int at = 0; at + 4 < tokens.size(); at++) {
            int number = token(at + 2).is("-") ? at + 3 : at + 2;
            boolean cast = token(at).is("cast")
                    && token(at + 1).is("(")
                    && token(number).kind() == Kind.NUMBER
                    && token(number + 1).is("as");
            if (cast) {
                tokens.subList(number + 1, close(at + 1) + 1).clear();
                tokens.subList(at, at + 2).clear();
            }
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    private int castEnd(int at) {
        int end = at + 1;
        while (token(end).is(".")) {
            end += 2;
        }
        boolean named = true;
        while (named) {
            named = token(end).is("varying")
                    || token(end).is("precision")
                    || token(end).is("with")
                    || token(end).is("without")
                    || token(end).is("time")
                    || token(end).is("zone");
            end += named ? 1 : 0;
        }
        if (token(end).is("(")) {
            end = close(end) + 1;
        }
        while (token(end).is("[") && token(end + 1).is("]")) {
            end += 2;
        }
        return end;
    }

    private String castType(int at) {
        StringBuilder type = new StringBuilder();
        for (int index = at; index < castEnd(at); index++) {
            if (token(index).is("(")) {
                index = close(index);
            } else {
                boolean glued = token(index).is("[") || token(index).is("]");
                type.append(type.isEmpty() || glued ? "" : " ")
                        .append(token(index).text());
            }
        }
        return type.toString();
    }

    // PostgreSQL's names of LIKE

    private void nameOperators() {
        for (int at = 0; at < tokens.size(); at++) {
            String name = switch (token(at).text()) {
                case "~~" -> "LIKE";
                case "!~~" -> "NOT LIKE";
                case "~~*" -> "ILIKE";
                case "!~~*" -> "NOT ILIKE";
                default -> "";
            };
            if (!name.isEmpty() && token(at).kind() == Kind.SYMBOL) {
                tokens.set(
                        at,
                        new SqlToken(
                                Kind.SYMBOL, name, token(at).start(), token(at).end()));
            }
        }
    }

    // Parentheses

    private int close(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            if (token(at).is("(") || token(at).is("[")) {
                depth++;
            } else if (token(at).is(")") || token(at).is("]")) {
                depth--;
                if (depth == 0) {
                    return at;
                }
            }
        }
        return tokens.size();
    }

    private void dropParentheses() {
        for (int open = 0; open < tokens.size(); open++) {
            int close = token(open).is("(") ? close(open) : tokens.size();
            if (close < tokens.size() && opensOperand(open) && changesNothing(open, close)) {
                tokens.remove(close);
                tokens.remove(open);
                open--;
            }
        }
    }

    private boolean opensOperand(int open) {
        SqlToken before = token(open - 1);
        return switch (before.kind()) {
            case WORD -> BEFORE_OPERAND.contains(before.text().toLowerCase(Locale.ROOT));
            case NAME, STRING, NUMBER -> false;
            case SYMBOL -> !before.is(")") && !before.is("]");
        };
    }

    private boolean changesNothing(int open, int close) {
        int inside = HIGHEST;
        int depth = 0;
        if (close == open + 1
                || token(open + 1).is("select")
                || token(open + 1).is("-")
                || token(open + 1).is("with")) {
            return false;
        }
        for (int at = open + 1; at < close; at++) {
            SqlToken token = token(at);
            if (token.is("(") || token.is("[") || token.is("case")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("end")) {
                depth--;
            } else if (depth == 0 && token.is(",")) {
                return false;
            } else if (depth == 0) {
                inside = Math.min(inside, precedence(at));
            }
        }
        int left = precedence(open - 1);
        int right = precedence(close + 1);
        if (left == CAST || right == CAST) {
            return inside == HIGHEST && close == open + 2;
        }
        boolean same = inside == left && (inside == OR || inside == AND) && inside >= right;
        return same || inside > left && (inside > right || inside == right && inside != COMPARISON);
    }

    /** How tightly the operator binds that stands there; the highest for an operand, nothing for an end or a fence. */
    private int precedence(int at) {
        SqlToken token = token(at);
        String text = token.text().toLowerCase(Locale.ROOT);
        if (token.kind() == Kind.SYMBOL) {
            return switch (text) {
                case "", "(", ")", ",", "[", "]" -> NOTHING;
                case "+", "-" -> SUM;
                case "*", "/", "%" -> PRODUCT;
                case "::", "." -> CAST;
                case "like", "not like", "ilike", "not ilike" -> COMPARISON;
                default -> COMPARISONS.contains(text) ? COMPARISON : OTHER;
            };
        }
        if (token.kind() != Kind.WORD) {
            return HIGHEST;
        }
        return switch (text) {
            case "or", "xor" -> OR;
            case "and" -> closesBetween(at) ? COMPARISON : AND;
            case "not" -> negates(at) ? NOT : COMPARISON;
            case "is", "in", "like", "ilike", "between", "regexp", "rlike", "similar", "escape" -> COMPARISON;
            case "div", "mod" -> PRODUCT;
            case "collate" -> CAST;
            default -> FENCES.contains(text) ? NOTHING : HIGHEST;
        };
    }

    private boolean closesBetween(int at) {
        int depth = 0;
        for (int before = at - 1; before >= 0 && depth >= 0; before--) {
            if (token(before).is(")") || token(before).is("]")) {
                depth++;
            } else if (token(before).is("(") || token(before).is("[")) {
                depth--;
            } else if (depth == 0 && (token(before).is("and") || token(before).is("or"))) {
                return false;
            } else if (depth == 0 && token(before).is("between")) {
                return true;
            }
        }
        return false;
    }

    private boolean negates(int at) {
        SqlToken next = token(at + 1);
        return !token(at - 1).is("is")
                && !next.is("in")
                && !next.is("like")
                && !next.is("ilike")
                && !next.is("between")
                && !next.is("regexp");
    }

    /** PostgreSQL writes {@code x IN (1, 2)} as {@code x = ANY (ARRAY[1, 2])}, NOT IN as {@code <> ALL}. */
    private void listOfAny() {
        for (int at = 1; at + 3 < tokens.size(); at++) {
            boolean in = token(at).is("=") && token(at + 1).is("any");
            boolean notIn = token(at).is("<>") && token(at + 1).is("all");
            if ((in || notIn)
                    && token(at + 2).is("(")
                    && token(at + 3).is("array")
                    && token(at + 4).is("[")) {
                int end = close(at + 4);
                if (close(at + 2) == end + 1) {
                    SqlToken first = token(at);
                    tokens.set(end, new SqlToken(Kind.SYMBOL, ")", 0, 0));
                    tokens.remove(end + 1);
                    tokens.subList(at, at + 5).clear();
                    tokens.add(at, new SqlToken(Kind.SYMBOL, "(", 0, 0));
                    tokens.add(at, new SqlToken(Kind.WORD, in ? "IN" : "NOT IN", first.start(), first.end()));
                }
            }
        }
    }

    // Writing

    private String written() {
        StringBuilder sql = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            SqlToken token = token(at);
            sql.append(at > 0 && isApart(at) ? " " : "");
            sql.append(token.kind() == Kind.NAME ? names.apply(token.value()) : word(token));
        }
        return sql.toString();
    }

    private static String word(SqlToken token) {
        String upper = token.text().toUpperCase(Locale.ROOT);
        return token.kind() == Kind.WORD && KEYWORDS.contains(upper) ? upper : token.text();
    }

    private boolean isApart(int at) {
        SqlToken before = token(at - 1);
        SqlToken token = token(at);
        if (token.is(")") || token.is(",") || token.is("]") || token.is("[") || token.is(".") || token.is("::")) {
            return false;
        }
        if (before.is("(") || before.is("[") || before.is(".") || before.is("::")) {
            return false;
        }
        if (before.is("-") || before.is("+")) {
            // A sign belongs to its number.
            SqlToken operator = token(at - 2);
            boolean sign = operator.kind() == Kind.SYMBOL && !operator.is(")") && !operator.is("]");
            return !sign || token.kind() != Kind.NUMBER;
        }
        return !token.is("(") || before.kind() == Kind.SYMBOL || isKeyword(before);
    }

    private static boolean isKeyword(SqlToken token) {
        String word = token.text().toLowerCase(Locale.ROOT);
        return BEFORE_OPERAND.contains(word) || word.equals("in") || word.equals("not in") || FENCES.contains(word);
    }
}
