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
        if (count == 0) { // a switch expression must have a value
            source.line("throw " + unknown + "(" + variable + ");");
            return;
        }
        source.open((returns ? "return " : "") + "switch (" + variable + ")");
        for (int i = 0; i < count; i++) {
            source.line("case " + i + " -> " + arm.apply(i) + ";");
        }
        source.line("default -> throw " + unknown + "(" + variable + ");");
        source.close(returns ? "};" : "}");
    }
}
