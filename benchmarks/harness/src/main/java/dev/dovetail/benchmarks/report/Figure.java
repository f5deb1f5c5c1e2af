package dev.dovetail.benchmarks.report;

import dev.dovetail.benchmarks.Workload;

/**
 * What was measured of one contender in one workload on one database.
 *
 * @param wall nanoseconds of an operation by the clock, the best iteration
 * @param cpu nanoseconds of the calling thread's own
 * @param bytes allocated by the calling thread
 * @param sent JDBC executes, statements and, over a network, round trips, as text
 */
public record Figure(
        String database, Workload workload, String contender, double wall, double cpu, double bytes, String sent) {}
