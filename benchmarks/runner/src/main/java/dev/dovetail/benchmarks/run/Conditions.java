package dev.dovetail.benchmarks.run;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where and how something was measured. */
final class Conditions {

    private Conditions() {}

    static String text(Settings settings) {
        return machine() + " "
                + (settings.longRun()
                        ? "Long run: 2 JVMs for each cell, 5 × 1 s warm-up, 5 × 1 s."
                        : "Short run: 1 JVM for each cell, 3 × 0.3 s warm-up, 3 × 0.25 s.")
                + " Best iteration.";
    }

    static String machine() {
        return "Measured on " + LocalDate.now(ZoneOffset.UTC) + ", JDK " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors.";
    }
}
