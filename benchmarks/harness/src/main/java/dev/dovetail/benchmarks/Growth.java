package dev.dovetail.benchmarks;

import dev.dovetail.benchmarks.report.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How costs grow with the number of rows: nanoseconds for each row, which stay the same where costs are linear. Arguments:
 * contenders, database, greatest power of ten.
 */
public final class Growth {

    private static final List<Workload> GROWING =
            List.of(Workload.W1, Workload.W2, Workload.W4, Workload.W4R, Workload.W8);
    private static final long LONG_ENOUGH = 400_000_000;

    private static final int ROWS_TOGETHER = 5000;

    private Growth() {}

    /** Prints a table for each workload. */
    public static void main(String[] arguments) {
        List<ContenderProvider> contenders = Contenders.named(List.of(arguments[0].split(",")));
        int powers = Integer.parseInt(arguments[2]);
        for (Workload workload : GROWING) {
            List<List<String>> rows = new ArrayList<>();
            List<String> head = new ArrayList<>(List.of("rows"));
            contenders.forEach(contender -> head.add(contender.name()));
            rows.add(head);
            for (int power = 0; power <= powers; power++) {
                int count = (int) Math.pow(10, power);
                List<String> row = new ArrayList<>(List.of(String.format(Locale.ROOT, "%,d", count)));
                for (ContenderProvider contender : contenders) {
                    row.add(Tables.time(perRow(workload, contender, arguments[1], count)));
                }
                rows.add(row);
            }
            System.out.println("### " + workload.code() + ", CPU time for each "
                    + (workload == Workload.W1 ? "parent with its ten children" : "row") + ", " + arguments[1] + "\n");
            System.out.println(Tables.text(rows));
        }
        System.exit(0);
    }

    private static double perRow(Workload workload, ContenderProvider contender, String database, int count) {
        try (Cell cell = new Cell(workload, contender, database, count)) {
            cell.verify();
            Meter meter = new Meter();
            // Of few rows the clock sees only many runs.
            int together = workload.writes() ? 1 : Math.max(1, ROWS_TOGETHER / count);
            double best = Double.MAX_VALUE;
            long until = System.nanoTime() + LONG_ENOUGH;
            int runs = 0;
            while (System.nanoTime() < until || runs < 3) {
                cell.prepare();
                meter.start();
                for (int i = 0; i < together; i++) {
                    cell.run();
                }
                meter.stop(together);
                best = Math.min(best, meter.take().cpu());
                runs++;
            }
            return best / count;
        }
    }
}
