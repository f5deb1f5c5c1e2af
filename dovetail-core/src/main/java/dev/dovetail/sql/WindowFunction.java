package dev.dovetail.sql;

/**
 * A function that has a value only over a window.
 *
 * @param <T> the Java class of the value
 * @param call the function
 */
public record WindowFunction<T>(FunctionCall<T> call) {
    /**
     * Computes this for each row, over the rows of a window around it.
     *
     * @param window the window
     * @return the expression
     */
    public Over<T> over(Window window) {
        return new Over<>(call, window);
    }

    /**
     * Computes this for each row, over all rows of the result.
     *
     * @return the expression
     */
    public Over<T> over() {
        return over(Window.ALL);
    }
}
