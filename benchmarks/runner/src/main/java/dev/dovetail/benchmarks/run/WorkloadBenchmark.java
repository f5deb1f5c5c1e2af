package dev.dovetail.benchmarks.run;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What JMH runs: workloads that leave the rows as they are, and workloads whose rows are put back before each run. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WorkloadBenchmark {

    /** Reads. */
    @Benchmark
    public @Nullable Object reads(CellState state) {
        state.operations++;
        return state.cell.run();
    }

    /** Writes. */
    @Benchmark
    public @Nullable Object writes(CellState.Writing state) {
        state.meter.start();
        Object result = state.cell.run();
        state.meter.stop(1);
        return result;
    }
}
