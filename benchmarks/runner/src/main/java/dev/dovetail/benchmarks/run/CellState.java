package dev.dovetail.benchmarks.run;

import dev.dovetail.benchmarks.Cell;
import dev.dovetail.benchmarks.Contenders;
import dev.dovetail.benchmarks.Meter;
import dev.dovetail.benchmarks.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A cell in a JVM of its own. JMH measures the time by the clock; CPU time and allocation of the calling thread alone, and
 * what is sent, are left in a file.
 */
@State(Scope.Thread)
public class CellState {

    @Param("W5")
    public String workload;

    @Param("h2")
    public String database;

    @Param("dovetail")
    public String contender;

    Cell cell;
    Meter meter = new Meter();
    long operations;
    private Meter.@Nullable Usage best;

    /** Makes the database, and looks whether the work is done as it should be. */
    @Setup(Level.Trial)
    public void open() {
        cell = new Cell(Workload.of(workload), Contenders.named(contender), database);
        cell.verify();
    }

    /** Begins an iteration. */
    @Setup(Level.Iteration)
    public void begin() {
        meter = new Meter();
        operations = 0;
        if (!Workload.of(workload).writes()) {
            cell.prepare();
            meter.start();
        }
    }

    /** Ends an iteration. */
    @TearDown(Level.Iteration)
    public void end() {
        if (!Workload.of(workload).writes()) {
            meter.stop(operations);
        }
        Meter.Usage usage = meter.take();
        best = best == null ? usage : best.best(usage);
    }

    /** Looks again whether the work is done, and counts what is sent. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        cell.verify();
        Meter.Usage usage = best;
        if (usage == null) {
            throw new IllegalStateException("no iteration");
        }
        String line = usage.cpu() + " " + usage.bytes() + " " + cell.count();
        Files.writeString(Path.of(System.getProperty("benchmarks.beside")), line);
        cell.close();
    }

    /** A cell whose rows are put back before each run, outside of its time. */
    public static class Writing extends CellState {

        /** A run takes hundreds of microseconds at least, so that the clocks that JMH reads around it do not count. */
        @Setup(Level.Invocation)
        public void prepare() {
            cell.prepare();
        }
    }
}
