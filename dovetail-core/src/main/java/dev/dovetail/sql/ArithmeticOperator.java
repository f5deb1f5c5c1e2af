package dev.dovetail.sql;

/** What is done with two numbers. */
public enum ArithmeticOperator {
    /** The sum. */
    PLUS("+"),
    /** The difference. */
    MINUS("-"),
    /** The product. */
    TIMES("*"),
    /** The quotient; of two integers a whole number, cut towards zero. */
    DIVIDED_BY("/"),
    /** What a division leaves over, with the sign of the first number. */
    MODULO("%");

    private final String sql;

    ArithmeticOperator(String sql) {
        this.sql = sql;
    }

    /**
     * The words of SQL.
     *
     * @return the text
     */
    public String sql() {
        return sql;
    }
}
