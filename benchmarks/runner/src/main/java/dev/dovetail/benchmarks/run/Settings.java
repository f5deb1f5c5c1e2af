package dev.dovetail.benchmarks.run;

import dev.dovetail.benchmarks.Workload;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be run, from the command line.
 *
 * @param writes whether the results are written: if all of them were asked for, or with {@code --write}
 */
record Settings(
        boolean longRun,
        boolean writes,
        Set<String> parts,
        List<Workload> workloads,
        List<String> contenders,
        List<String> databases) {

    private static final Set<String> NAMES = Set.of("only", "contenders", "databases", "parts");

    private static final List<String> PARTS = List.of("workloads", "start", "growth", "memory");

    static Settings of(String[] arguments, List<String> contenders) {
        Map<String, String> options = new HashMap<>();
        boolean longRun = false;
        boolean write = false;
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].replaceFirst("^--", "");
            if (name.equals("long")) {
                longRun = true;
            } else if (name.equals("write")) {
                write = true;
            } else if (NAMES.contains(name) && i + 1 < arguments.length) {
                options.put(name, arguments[++i]);
            } else {
                throw new IllegalArgumentException(arguments[i]
                        + ": use --long, --write, --parts workloads,start,growth,memory, --only W1,W4b,"
                        + " --contenders jdbc,dovetail, --databases h2,sqlite,postgresql");
            }
        }
        return new Settings(
                longRun,
                write || options.isEmpty(),
                Set.copyOf(list(options, "parts", options.isEmpty() ? PARTS : List.of("workloads"))),
                options.containsKey("only")
                        ? Arrays.stream(options.get("only").split(","))
                                .map(Workload::of)
                                .toList()
                        : List.of(Workload.values()),
                list(options, "contenders", contenders),
                list(options, "databases", List.of("h2", "postgresql", "sqlite")));
    }

    /** A short run whose results are written leaves out some cells, so that all of it takes a quarter of an hour. */
    boolean leavesOut(String contender, String database) {
        boolean peer = !contender.equals("jdbc") && !contender.equals("dovetail");
        return !longRun && writes && peer && (database.equals("sqlite") || contender.equals("hibernate-enhanced"));
    }

    private static List<String> list(Map<String, String> options, String name, List<String> otherwise) {
        String given = options.get(name);
        return given == null ? otherwise : List.of(given.split(","));
    }
}
