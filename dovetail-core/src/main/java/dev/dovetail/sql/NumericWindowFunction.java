package dev.dovetail.sql;

/**
 * A function that has a value only over a window, and that a number.
 *
 * @param <N> the Java class of the number
 * @param call the function
 */
public record NumericWindowFunction<N extends Number>(FunctionCall<N> call) {
    /**
     * Computes this for each row, over the rows of a window around it.
     *
     * @param window the window
     * @return the operand
     */
    public NumericOperand<N> over(Window window) {
        return new NumericView<>(new Over<>(call, window));
    }

    /**
     * Computes this for each row, over all rows of the result.
     *
     * @return the operand
     */
    public NumericOperand<N> over() {
        return over(Window.ALL);
    }
}
