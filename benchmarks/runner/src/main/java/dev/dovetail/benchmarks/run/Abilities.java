package dev.dovetail.benchmarks.run;

import dev.dovetail.benchmarks.Workload;
import java.util.Map;
import java.util.Set;

/** What a contender cannot do at all, and why; those cells stay empty. */
final class Abilities {

    private static final Map<String, Set<Workload>> UNABLE = Map.of(
            // no lazy loading, no change tracking
            "jooq", Set.of(Workload.W6B),
            "jdbi", Set.of(Workload.W6B, Workload.W8),
            // immutable objects, no session
            "jimmer", Set.of(Workload.W6B, Workload.W8),
            // lazy loading, no change tracking
            "mybatis", Set.of(Workload.W8));

    /** EclipseLink has no platform for SQLite. */
    private static final Map<String, Set<String>> NOT_ON = Map.of("sqlite", Set.of("eclipselink"));

    private Abilities() {}

    static boolean can(String contender, Workload workload, String database) {
        return !UNABLE.getOrDefault(contender, Set.of()).contains(workload)
                && !NOT_ON.getOrDefault(database, Set.of()).contains(contender);
    }
}
