package dev.dovetail.processor.write;

import java.util.function.IntFunction;

/** Writes a switch over positions. */
final class Switches {

    private Switches() {}

    /**
     * Writes a switch with one arm for each position.
     *
     * @param variable what is switched over
     * @param unknown the method that makes the error for other positions
     * @param count the number of positions
     * @param returns whether the arms are values that are returned, or statements without their semicolon
     * @param arm the code for a position
     */
    static void write(
            JavaSource source, String variable, String unknown, int count, boolean returns, IntFunction<String> arm) {
        write(source, variable, "throw " + unknown + "(" + variable + ")", 0, count, returns, arm);
    }

    /**
     * Writes a switch with one arm for each position from a first one on.
     *
     * @param variable what is switched over
     * @param other the code for other positions
     * @param first the first position
     * @param end the position after the last
     * @param returns whether the arms are values that are returned, or statements without their semicolon
     * @param arm the code for a position; an empty block does nothing
     */
    static void write(
            JavaSource source,
            String variable,
            String other,
            int first,
            int end,
            boolean returns,
            IntFunction<String> arm) {
        if (first == end) { // a switch expression must have a value
            source.line((returns && !other.startsWith("throw") ? "return " : "") + other + ";");
            return;
        }
        source.open((returns ? "return " : "") + "switch (" + variable + ")");
        for (int i = first; i < end; i++) {
            String code = arm.apply(i);
            source.line("case " + i + " -> " + code + (code.equals("{}") ? "" : ";"));
        }
        source.line("default -> " + other + ";");
        source.close(returns ? "};" : "}");
    }
}
