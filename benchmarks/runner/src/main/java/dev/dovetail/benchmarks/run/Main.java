package dev.dovetail.benchmarks.run;

import dev.dovetail.benchmarks.report.Figure;
import dev.dovetail.benchmarks.report.Plot;
import dev.dovetail.benchmarks.report.Tables;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code ./benchmark} runs. */
public final class Main {

    private static final Path RESULTS = Path.of("benchmarks", "results");

    private Main() {}

    /** Runs what is asked for; writes the results if that is all. */
    public static void main(String[] arguments) throws Exception {
        ClassPaths classPaths = new ClassPaths();
        Settings settings = Settings.of(arguments, classPaths.contenders());
        List<String> jvm = new ArrayList<>(List.of("-Xms1g", "-Xmx2g"));
        if (settings.databases().contains("postgresql")) {
            // One server for all JVMs; it ends with this one.
            FreshDatabase database = Servers.named("postgresql").fresh();
            jvm.add("-Ddovetail.test.postgresql=" + database.url());
        }
        if (settings.parts().contains("workloads")) {
            workloads(settings, classPaths, jvm);
        }
        System.exit(0);
    }

    private static void workloads(Settings settings, ClassPaths classPaths, List<String> jvm) throws Exception {
        List<Figure> figures = new Workloads(settings, classPaths, jvm).run();
        Tables tables = new Tables(figures);
        for (String database : settings.databases()) {
            String text = "# " + database + "\n\n" + Conditions.text(settings) + "\n\n" + tables.of(database);
            System.out.println("\n" + text);
            if (!settings.narrowed()) {
                Files.writeString(Files.createDirectories(RESULTS).resolve(database + ".md"), text);
            }
        }
        if (!settings.narrowed()) {
            Files.writeString(RESULTS.resolve("ratios.svg"), Plot.of(figures));
        }
    }
}
