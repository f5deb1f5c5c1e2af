package dev.dovetail.benchmarks;

import java.util.List;

/**
 * Looks whether contenders do the work and what they send, without timing: {@code Check hibernate h2,postgresql}. Ends with 1
 * if one of them does not.
 */
public final class Check {

    private Check() {}

    /** Prints a line for each cell. */
    public static void main(String[] arguments) {
        boolean all = true;
        List<Workload> workloads = arguments.length > 2
                ? List.of(arguments[2].split(",")).stream().map(Workload::of).toList()
                : List.of(Workload.values());
        for (String database : arguments[1].split(",")) {
            for (ContenderProvider provider : Contenders.named(List.of(arguments[0].split(",")))) {
                for (Workload workload : workloads) {
                    all &= works(provider, workload, database);
                }
            }
        }
        System.exit(all ? 0 : 1);
    }

    private static boolean works(ContenderProvider provider, Workload workload, String database) {
        String result;
        boolean works = true;
        if (!provider.can(workload, database)) {
            return true;
        }
        try (Cell cell = new Cell(workload, provider, database)) {
            cell.verify();
            result = cell.count().toString();
            cell.verify();
        } catch (RuntimeException e) {
            result = e.toString();
            works = false;
            if (Boolean.getBoolean("benchmarks.trace")) {
                e.printStackTrace();
            }
        }
        System.out.printf("%-11s %-18s %-34s %s%n", database, provider.name(), workload.label(), result);
        return works;
    }
}
