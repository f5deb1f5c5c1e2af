package dev.dovetail.benchmarks.run;

import dev.dovetail.benchmarks.Growth;
import dev.dovetail.benchmarks.report.Figure;
import dev.dovetail.benchmarks.report.Plot;
import dev.dovetail.benchmarks.report.Tables;
import dev.dovetail.tests.servers.FreshDatabase;
import dev.dovetail.tests.servers.Servers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code ./benchmark} runs. */
public final class Main {

    /** As it was: JMH takes the property for the JVMs that it starts, and so it is set for each contender. */
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private static final Path RESULTS = Path.of("benchmarks", "results");

    private Main() {}

    /** Runs what is asked for; writes the results if that is all. */
    public static void main(String[] arguments) throws Exception {
        ClassPaths classPaths = new ClassPaths();
        Settings settings = Settings.of(arguments, classPaths.contenders());
        List<String> jvm = new ArrayList<>(List.of("-Xms1g", "-Xmx2g", "-Dorg.jboss.logging.provider=slf4j"));
        if (settings.databases().contains("postgresql")) {
            // One server for all JVMs; it ends with this one.
            FreshDatabase database = Servers.named("postgresql").fresh();
            jvm.add("-Ddovetail.test.postgresql=" + database.url());
        }
        if (settings.parts().contains("workloads")) {
            workloads(settings, classPaths, jvm);
        }
        if (settings.parts().contains("start")) {
            write(
                    settings,
                    "start",
                    "# Start and size\n\n" + Conditions.machine() + "\n\n" + new Start(settings, classPaths).run());
        }
        if (settings.parts().contains("growth")) {
            String powers = settings.longRun() ? "6" : "5";
            write(
                    settings,
                    "growth",
                    "# Growth\n\n" + Conditions.machine() + "\n\n"
                            + java(List.of("-Xmx6g"), Growth.class, "jdbc,dovetail", "h2", powers));
        }
        if (settings.parts().contains("memory")) {
            // JOL reads fields that modules hide.
            String weighed = java(
                    List.of(
                            "-Djol.magicFieldOffset=true",
                            "-Djdk.attach.allowAttachSelf=true",
                            "--add-exports=java.base/jdk.internal.vm.annotation=ALL-UNNAMED"),
                    Memory.class);
            String streamed = java(List.of("-Xmx40m"), Memory.class, "stream", "1000000");
            write(settings, "memory", "# Memory\n\n" + Conditions.machine() + "\n\n" + weighed + streamed);
        }
        System.exit(0);
    }

    private static void workloads(Settings settings, ClassPaths classPaths, List<String> jvm) throws Exception {
        List<Figure> figures = new Workloads(settings, classPaths, jvm).run();
        Tables tables = new Tables(figures);
        for (String database : settings.databases()) {
            write(
                    settings,
                    database,
                    "# " + database + "\n\n" + Conditions.text(settings) + " " + versions(settings, classPaths) + "\n\n"
                            + tables.of(database));
        }
        if (settings.writes()) {
            Files.writeString(RESULTS.resolve("ratios.svg"), Plot.of(figures));
        }
    }

    private static String versions(Settings settings, ClassPaths classPaths) {
        return settings.contenders().stream()
                .filter(contender -> !contender.equals("jdbc"))
                .map(contender ->
                        contender + " " + classPaths.provider(contender).version())
                .collect(Collectors.joining(", ", "", "."));
    }

    private static void write(Settings settings, String name, String text) throws IOException {
        System.out.println("\n" + text);
        if (settings.writes()) {
            Files.writeString(Files.createDirectories(RESULTS).resolve(name + ".md"), text);
        }
    }

    /** Runs a program in a JVM of its own, with this one's class path, and gives what it prints. */
    private static String java(List<String> options, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", CLASS_PATH, program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program.getSimpleName() + " failed:\n" + output);
        }
        return output;
    }
}
