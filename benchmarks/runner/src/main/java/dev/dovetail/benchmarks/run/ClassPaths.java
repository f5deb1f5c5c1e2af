package dev.dovetail.benchmarks.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The class path of each contender: no library sees another one's classes, drivers and services. */
final class ClassPaths {

    private static final Path PEERS = Path.of("benchmarks", "peers");
    private static final Set<String> OWN = Set.of("jdbc", "dovetail");

    private final String own = System.getProperty("java.class.path");

    /** The contenders that have been built: the base, Dovetail, then the peers by name. */
    List<String> contenders() {
        List<String> all = new ArrayList<>(List.of("jdbc", "dovetail"));
        try (var directories = Files.isDirectory(PEERS) ? Files.list(PEERS) : java.util.stream.Stream.<Path>of()) {
            all.addAll(new TreeSet<>(directories
                    .filter(directory -> Files.exists(directory.resolve("target/classpath")))
                    .map(directory -> directory.getFileName().toString())
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The class path with the harness and JMH. */
    String of(String contender) {
        return OWN.contains(contender) ? own : library(contender) + File.pathSeparator + own;
    }

    /** The class path without JMH, as an application would have it. */
    String library(String contender) {
        Path target = OWN.contains(contender)
                ? Path.of("benchmarks", "harness", "target")
                : PEERS.resolve(contender).resolve("target");
        try {
            return target.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(target.resolve("classpath")).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(contender + " has not been built", e);
        }
    }
}
