package dev.dovetail.benchmarks.run;

import dev.dovetail.benchmarks.Cell;
import dev.dovetail.benchmarks.Contenders;
import dev.dovetail.benchmarks.Workload;
import dev.dovetail.benchmarks.data.Rows;
import dev.dovetail.benchmarks.dovetail.Loaded;
import dev.dovetail.benchmarks.report.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jol.info.GraphLayout;

/**
 * Weighs a session with JOL, on SQLite, which shares no values with the driver: what it needs for each managed entity beside the entity itself (identity map, snapshot, state).
 * And, with the argument {@code stream}, reads a million rows one by one, in a heap that they would not fit into.
 */
public final class Memory {

    private Memory() {}

    /** Prints a table, or how many rows were read. */
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            stream(Integer.parseInt(arguments[1]));
        } else {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("", "the entity", "beside it"));
            rows.add(weighed("Item, without holders", false, Workload.W8, Workload.CLEAN));
            rows.add(weighed("Child, with a holder", true, Workload.W6, Workload.READ_PARENTS * Workload.CHILDREN));
            System.out.println("### Bytes for each managed entity\n");
            System.out.println(Tables.text(rows));
        }
        System.exit(0);
    }

    private static List<String> weighed(String name, boolean holders, Workload workload, int count) {
        try (Cell cell = new Cell(workload, Contenders.named("jdbc"), "sqlite");
                Loaded loaded = new Loaded(cell.place())) {
            loaded.readOnly(holders); // whatever is made once
            long before = weight(loaded.session());
            List<?> managed = loaded.manage(holders);
            long after = weight(loaded.session(), managed);
            long own = weight(Loaded.madeByHand(holders));
            if (managed.size() != count) {
                throw new IllegalStateException("other entities than there should be");
            }
            return List.of(
                    name,
                    String.format(Locale.ROOT, "%.0f", (double) own / count),
                    String.format(Locale.ROOT, "%.0f", (double) (after - before - own) / count));
        }
    }

    /** JOL follows weak references, too: what nobody else holds has to be gone. */
    private static long weight(Object... roots) {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return GraphLayout.parseInstance(roots).totalSize();
    }

    private static void stream(int count) {
        try (Cell cell = new Cell(Workload.W4, Contenders.named("jdbc"), "postgresql", count);
                Loaded loaded = new Loaded(cell.place())) {
            long expected = 0;
            for (int i = 1; i <= count; i++) {
                expected += Rows.checksum(i, 0);
            }
            if (loaded.stream() != expected) {
                throw new IllegalStateException("other rows");
            }
            System.out.printf(
                    Locale.ROOT,
                    "A stream of %,d rows was read with a heap of %d MB.%n",
                    count,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }
}
