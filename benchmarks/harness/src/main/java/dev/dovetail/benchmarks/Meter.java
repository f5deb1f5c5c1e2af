package dev.dovetail.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What one thread has used: time by the clock, time of its own on a processor, bytes that it allocated. */
public final class Meter {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long wall;
    private long cpu;
    private long bytes;
    private long operations;
    private long wallBefore;
    private long cpuBefore;
    private long bytesBefore;

    /** Begins to measure. */
    public void start() {
        bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        cpuBefore = THREADS.getCurrentThreadCpuTime();
        wallBefore = System.nanoTime();
    }

    /** Stops, and adds what was used since the start for a number of operations. */
    public void stop(long count) {
        wall += System.nanoTime() - wallBefore;
        cpu += THREADS.getCurrentThreadCpuTime() - cpuBefore;
        bytes += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        operations += count;
    }

    /** What an operation has taken, on average, since the last time this was asked. */
    public Usage take() {
        Usage usage = new Usage(
                (double) wall / operations, (double) cpu / operations, (double) bytes / operations, operations);
        wall = 0;
        cpu = 0;
        bytes = 0;
        operations = 0;
        return usage;
    }

    /**
     * What an operation has taken.
     *
     * @param wall nanoseconds by the clock
     * @param cpu nanoseconds of the calling thread's own
     * @param bytes allocated by the calling thread
     * @param operations how many were measured
     */
    public record Usage(double wall, double cpu, double bytes, long operations) {

        /** The less of each: what disturbs a measurement only ever adds to it. */
        public Usage best(Usage other) {
            return new Usage(
                    Math.min(wall, other.wall),
                    Math.min(cpu, other.cpu),
                    Math.min(bytes, other.bytes),
                    operations + other.operations);
        }
    }
}
