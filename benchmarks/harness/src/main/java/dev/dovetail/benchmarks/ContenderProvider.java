package dev.dovetail.benchmarks;

/** Opens a contender: a service, so that peers can be on the class path or not. */
public interface ContenderProvider {

    /** The name in tables and on the command line. */
    String name();

    /** The version of the library, for the report. */
    String version();

    /** Whether the library can do a workload at all; a cell that it cannot do stays empty. */
    default boolean can(Workload workload, String database) {
        return true;
    }

    /** Opens the contender on a database whose tables are there. */
    Contender open(Place place);
}
