package dev.dovetail.benchmarks.run;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where and how something was measured. */
final class Conditions {

    private Conditions() {}

    static String text(Settings settings) {
        return "Measured on " + LocalDate.now(ZoneOffset.UTC) + ", JDK " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, "
                + (settings.longRun()
                        ? "long run: 3 JVMs for each cell, 5 × 2 s warm-up, 8 × 1 s."
                        : "short run: 1 JVM for each cell, 3 × 0.4 s warm-up, 3 × 0.3 s.")
                + " Best iteration.";
    }
}
