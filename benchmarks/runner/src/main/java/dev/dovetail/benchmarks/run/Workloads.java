package dev.dovetail.benchmarks.run;

import dev.dovetail.benchmarks.Workload;
import dev.dovetail.benchmarks.report.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the cells by JMH, each in JVMs of its own; contenders take turns, and the next round begins with another one. */
final class Workloads {

    private final Settings settings;
    private final ClassPaths classPaths;
    private final List<String> jvm;

    Workloads(Settings settings, ClassPaths classPaths, List<String> jvm) {
        this.settings = settings;
        this.classPaths = classPaths;
        this.jvm = jvm;
    }

    List<Figure> run() throws IOException, RunnerException {
        List<Figure> figures = new ArrayList<>();
        int turn = 0;
        for (String database : settings.databases()) {
            for (Workload workload : settings.workloads()) {
                List<String> order = new ArrayList<>(settings.contenders());
                Collections.rotate(order, turn++);
                List<Figure> row = new ArrayList<>();
                for (String contender : order) {
                    if (!settings.leavesOut(contender, database)
                            && classPaths.provider(contender).can(workload, database)) {
                        Figure figure = measured(database, workload, contender);
                        row.add(figure);
                        System.out.printf(
                                Locale.ROOT,
                                "%-11s %-34s %-18s %12.1f us %12.1f us cpu %10.1f kB  %s%n",
                                database,
                                workload.label(),
                                contender,
                                figure.wall() / 1000,
                                figure.cpu() / 1000,
                                figure.bytes() / 1000,
                                figure.sent());
                    }
                }
                // In the order of the columns.
                for (String contender : settings.contenders()) {
                    row.stream()
                            .filter(figure -> figure.contender().equals(contender))
                            .forEach(figures::add);
                }
            }
        }
        return figures;
    }

    private Figure measured(String database, Workload workload, String contender) throws IOException, RunnerException {
        Path beside = Files.createTempFile("benchmark", ".txt");
        List<String> arguments = new ArrayList<>(jvm);
        arguments.add("-Dbenchmarks.beside=" + beside);
        boolean longRun = settings.longRun();
        System.setProperty("java.class.path", classPaths.of(contender));
        RunResult result = new Runner(new OptionsBuilder()
                        .include(WorkloadBenchmark.class.getName() + "\\." + (workload.writes() ? "writes" : "reads"))
                        .param("workload", workload.code())
                        .param("database", database)
                        .param("contender", contender)
                        .forks(longRun ? 2 : 1)
                        .warmupIterations(longRun ? 5 : 3)
                        .warmupTime(TimeValue.milliseconds(longRun ? 1000 : 300))
                        .measurementIterations(longRun ? 5 : 3)
                        .measurementTime(TimeValue.milliseconds(longRun ? 1000 : 250))
                        .addProfiler("gc")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgs(arguments.toArray(new String[0]))
                        .build())
                .runSingle();
        String[] used = Files.readString(beside).split(" ");
        Files.delete(beside);
        return new Figure(
                database,
                workload,
                contender,
                best(result),
                Double.parseDouble(used[0]),
                Double.parseDouble(used[1]),
                used[2]);
    }

    /** What disturbs an iteration only ever adds to it. */
    private static double best(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(primary -> primary.getScore())
                .min()
                .orElseThrow();
    }
}
