package dev.dovetail.sql;

import dev.dovetail.type.Types;
import java.util.List;

/** An operand whose values are texts. */
public interface TextOperand extends Operand<String> {
    /**
     * Whether this fits a pattern. No character takes {@code %} and {@code _} their meaning, a backslash neither: that is
     * what {@link #contains}, {@link #startsWith} and {@link #endsWith} are for.
     *
     * @param pattern where {@code %} stands for any text and {@code _} for any character
     * @return the condition
     */
    default Condition like(String pattern) {
        return new Like(expression(), new Value<>(pattern, Types.TEXT), false, false, false);
    }

    /**
     * Whether this does not fit a pattern.
     *
     * @param pattern where {@code %} stands for any text and {@code _} for any character
     * @return the condition
     */
    default Condition notLike(String pattern) {
        return new Like(expression(), new Value<>(pattern, Types.TEXT), false, true, false);
    }

    /**
     * Whether this fits a pattern.
     *
     * @param pattern where {@code %} stands for any text and {@code _} for any character
     * @return the condition
     */
    default Condition like(Operand<String> pattern) {
        return new Like(expression(), pattern.expression(), false, false, false);
    }

    /**
     * Whether this fits a pattern, upper and lower case being the same: by ILIKE, or by LIKE of both in lower case. SQLite
     * knows the case of the letters A to Z only.
     *
     * @param pattern where {@code %} stands for any text and {@code _} for any character
     * @return the condition
     */
    default Condition ilike(String pattern) {
        return new Like(expression(), new Value<>(pattern, Types.TEXT), false, false, true);
    }

    /**
     * Whether this does not fit a pattern, upper and lower case being the same; see {@link #ilike}.
     *
     * @param pattern where {@code %} stands for any text and {@code _} for any character
     * @return the condition
     */
    default Condition notIlike(String pattern) {
        return new Like(expression(), new Value<>(pattern, Types.TEXT), false, true, true);
    }

    /**
     * Whether this contains a text; {@code %} and {@code _} in it mean themselves. Upper and lower case are as the
     * database's LIKE has them.
     *
     * @param text the text
     * @return the condition
     */
    default Condition contains(String text) {
        return new Like(expression(), new Value<>("%" + Like.escape(text) + "%", Types.TEXT), true, false, false);
    }

    /**
     * Whether this starts with a text; {@code %} and {@code _} in it mean themselves. Upper and lower case are as the
     * database's LIKE has them.
     *
     * @param text the text
     * @return the condition
     */
    default Condition startsWith(String text) {
        return new Like(expression(), new Value<>(Like.escape(text) + "%", Types.TEXT), true, false, false);
    }

    /**
     * Whether this ends with a text; {@code %} and {@code _} in it mean themselves. Upper and lower case are as the
     * database's LIKE has them.
     *
     * @param text the text
     * @return the condition
     */
    default Condition endsWith(String text) {
        return new Like(expression(), new Value<>("%" + Like.escape(text), Types.TEXT), true, false, false);
    }

    /**
     * This in lower case.
     *
     * @return the text
     */
    default TextOperand lower() {
        return Sql.lower(this);
    }

    /**
     * This in upper case.
     *
     * @return the text
     */
    default TextOperand upper() {
        return Sql.upper(this);
    }

    /**
     * This compared and ordered by a collation.
     *
     * @param collation the name of the collation, as the database knows it
     * @return the text
     */
    default TextOperand collate(String collation) {
        return new TextView(new Collated(expression(), collation));
    }

    /**
     * This with a text behind it.
     *
     * @param text the text
     * @return the longer text
     */
    default TextOperand concat(String text) {
        return concat(new Value<>(text, Types.TEXT));
    }

    /**
     * This with another operand behind it.
     *
     * @param other the operand
     * @return the longer text
     */
    default TextOperand concat(Operand<String> other) {
        return new TextView(new Concat(List.of(expression(), other.expression())));
    }
}
