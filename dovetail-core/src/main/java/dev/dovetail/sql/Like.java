package dev.dovetail.sql;

/**
 * Whether a text fits a pattern of {@code %} and {@code _}.
 *
 * @param operand the text
 * @param pattern the pattern
 * @param escaped whether {@link #ESCAPE} takes the wildcards of the pattern their meaning
 * @param negated true for NOT LIKE
 * @param ignoringCase whether upper and lower case are the same
 */
public record Like(
        Expression<String> operand, Expression<String> pattern, boolean escaped, boolean negated, boolean ignoringCase)
        implements Condition {
    /**
     * Stands before a wildcard that is meant as itself. Not the backslash, which MySQL takes for an escape in literals.
     */
    public static final char ESCAPE = '/';

    /** Takes the wildcards in a text their meaning. */
    static String escape(String text) {
        return text.replace("/", "//").replace("%", "/%").replace("_", "/_");
    }

    @Override
    public void accept(ExpressionVisitor visitor) {
        visitor.visit(this);
    }
}
