package dev.dovetail.sql;

/** What is done with two numbers. */
public enum ArithmeticOperator {
    /** The sum. */
    PLUS("+"),
    /** The difference. */
    MINUS("-"),
    /** The product. */
    TIMES("*"),
    /** The quotient; of two integers, whole or not as the database has it. */
    DIVIDED_BY("/");

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
