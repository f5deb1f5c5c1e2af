package dev.dovetail.benchmarks;

import dev.dovetail.benchmarks.count.Traffic;

/** Counts what one run of a cell sends, when nothing is new any more. */
public final class Counting {

    /** pgjdbc prepares a statement on the server when it has been run five times. */
    private static final int RUNS_BEFORE = 8;

    private Counting() {}

    /** Runs the work some times, then counts one run. */
    public static Traffic.Count of(Cell cell) {
        for (int i = 0; i < RUNS_BEFORE; i++) {
            cell.prepare();
            cell.run();
        }
        cell.prepare();
        waitForPool(cell);
        cell.run();
        return cell.counted();
    }

    /** Pools open connections in the background, which sends statements too. */
    private static void waitForPool(Cell cell) {
        try {
            do {
                cell.counted();
                Thread.sleep(100);
            } while (!cell.counted().isNothing());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
