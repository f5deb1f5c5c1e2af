package dev.dovetail.benchmarks.run;

import dev.dovetail.benchmarks.Cell;
import dev.dovetail.benchmarks.Contenders;
import dev.dovetail.benchmarks.FirstRow;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Workload;
import dev.dovetail.benchmarks.report.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** W9: from the start of the process to the first row, and how large it all is. Contenders take turns. */
final class Start {

    private final Settings settings;
    private final ClassPaths classPaths;
    private final Map<String, List<long[]>> measured = new HashMap<>();

    Start(Settings settings, ClassPaths classPaths) {
        this.settings = settings;
        this.classPaths = classPaths;
    }

    String run() throws IOException, InterruptedException {
        try (Cell cell = new Cell(Workload.W5, Contenders.named("jdbc"), "postgresql", 1)) {
            for (int round = 0; round < (settings.longRun() ? 15 : 3); round++) {
                for (String contender : settings.contenders()) {
                    for (boolean many : new boolean[] {false, true}) {
                        measured.computeIfAbsent(contender + many, name -> new ArrayList<>())
                                .add(start(contender, many, cell.place()));
                    }
                }
            }
        }
        return "### W9 start of the process to the first row read, PostgreSQL\n\n" + Tables.text(times())
                + "\n### Jars of the library itself, without driver and pool\n\n" + Tables.text(jars());
    }

    private long[] start(String contender, boolean many, Place place) throws IOException, InterruptedException {
        String classPath =
                many && contender.equals("dovetail") ? classPaths.libraryWithMany() : classPaths.library(contender);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Dorg.jboss.logging.provider=slf4j",
                        "-cp",
                        classPath,
                        FirstRow.class.getName(),
                        contender,
                        place.database(),
                        place.url(),
                        String.valueOf(many),
                        String.valueOf(System.currentTimeMillis()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(contender + " did not start:\n" + output);
        }
        String[] lines = output.trim().split("\n");
        return Arrays.stream(lines[lines.length - 1].split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private List<List<String>> times() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "", "5 entities: ms", "best", "over jdbc", "RSS MB", "50 entities: ms", "best", "over jdbc", "RSS MB"));
        for (String contender : settings.contenders()) {
            List<String> row = new ArrayList<>(List.of(contender));
            for (boolean many : new boolean[] {false, true}) {
                long median = median(contender + many, 0);
                row.add(String.valueOf(median));
                row.add(String.valueOf(measured.get(contender + many).stream()
                        .mapToLong(run -> run[0])
                        .min()
                        .orElseThrow()));
                List<long[]> base = measured.get("jdbc" + many);
                row.add(base == null ? "" : String.format("%+d", median - median("jdbc" + many, 0)));
                row.add(String.valueOf(median(contender + many, 1) / 1024));
            }
            rows.add(row);
        }
        return rows;
    }

    private long median(String key, int index) {
        long[] sorted =
                measured.get(key).stream().mapToLong(run -> run[index]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private List<List<String>> jars() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "jars", "MB"));
        for (String contender : settings.contenders()) {
            long bytes = 0;
            List<Path> jars = classPaths.jars(contender);
            for (Path jar : jars) {
                bytes += Files.size(jar);
            }
            rows.add(List.of(
                    contender, String.valueOf(jars.size()), String.format(Locale.ROOT, "%.2f", bytes / 1_000_000.0)));
        }
        return rows;
    }
}
