package dev.dovetail.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All cases once more on every other JDK of at least 17: those that the system property or environment variable
 * {@code dovetail.jdks} ({@code DOVETAIL_JDKS}) lists, and those in the usual places.
 */
class OtherJdksTest {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/lib/jvm",
            "/opt/java",
            "/Library/Java/JavaVirtualMachines",
            "/opt/hostedtoolcache/Java_Temurin-Hotspot_jdk");

    @Test
    void allCasesOnOtherJdks() throws IOException, InterruptedException {
        Set<Path> homes = others();
        assumeFalse(
                homes.isEmpty(),
                "no second JDK (17 or newer, another release than "
                        + Runtime.version().feature() + "): list homes in -Ddovetail.jdks or DOVETAIL_JDKS; looked in "
                        + USUAL_PLACES);
        for (Path home : homes) {
            assertThat(run(home)).as("cases on %s", home).endsWith(" ok");
        }
    }

    private static String run(Path home) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        home.resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AllCases.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + (process.waitFor() == 0 ? " ok" : " failed");
    }

    /** One home for each other release, by its {@code release} file. */
    private static Set<Path> others() throws IOException {
        List<Path> candidates = new ArrayList<>();
        String given = System.getProperty("dovetail.jdks", System.getenv().getOrDefault("DOVETAIL_JDKS", ""));
        for (String home : given.split(File.pathSeparator)) {
            if (!home.isBlank()) {
                candidates.add(Path.of(home));
            }
        }
        for (String place : USUAL_PLACES) {
            if (Files.isDirectory(Path.of(place))) {
                try (Stream<Path> entries = Files.list(Path.of(place))) {
                    entries.sorted()
                            .flatMap(entry -> Stream.of(entry, entry.resolve("Contents/Home")))
                            .forEach(candidates::add);
                }
            }
        }
        Set<Integer> releases = new LinkedHashSet<>(Set.of(Runtime.version().feature()));
        Set<Path> homes = new LinkedHashSet<>();
        for (Path home : candidates) {
            int release = release(home);
            if (release >= 17 && Files.isExecutable(home.resolve("bin/javac")) && releases.add(release)) {
                homes.add(home);
            }
        }
        return homes;
    }

    private static int release(Path home) throws IOException {
        Path file = home.resolve("release");
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("^JAVA_VERSION=\"(\\d+).*$", "$1"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }
}
