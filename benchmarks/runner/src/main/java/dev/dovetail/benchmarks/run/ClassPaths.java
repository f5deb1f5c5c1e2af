package dev.dovetail.benchmarks.run;

import dev.dovetail.benchmarks.ContenderProvider;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The class path of each contender: no library sees another one's classes, drivers and services. */
final class ClassPaths {

    private static final Path PEERS = Path.of("benchmarks", "peers");
    private static final Set<String> OWN = Set.of("jdbc", "dovetail");

    private final String own = System.getProperty("java.class.path");

    /** The contenders that have been built: the base, Dovetail, then the peers by name. */
    List<String> contenders() {
        List<String> all = new ArrayList<>(List.of("jdbc", "dovetail"));
        try (var directories = Files.isDirectory(PEERS) ? Files.list(PEERS) : Stream.<Path>of()) {
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

    /** What a contender says of itself. */
    ContenderProvider provider(String contender) {
        try {
            List<URL> urls = new ArrayList<>();
            for (String path : library(contender).split(File.pathSeparator)) {
                urls.add(Path.of(path).toUri().toURL());
            }
            URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), ClassPaths.class.getClassLoader());
            for (ContenderProvider provider : ServiceLoader.load(ContenderProvider.class, loader)) {
                if (provider.name().equals(contender)) {
                    return provider;
                }
            }
            throw new IllegalArgumentException("no contender " + contender);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path of Dovetail with many entities, without JMH. */
    String libraryWithMany() {
        return Path.of("benchmarks", "many", "target", "classes") + File.pathSeparator + library("dovetail");
    }

    /** The jars that are a contender's own: not those of drivers, pool, logging and harness. */
    List<Path> jars(String contender) {
        List<String> shared = List.of(library("jdbc").split(File.pathSeparator));
        return Arrays.stream(library(contender).split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar") && !path.contains("dovetail-benchmarks"))
                .filter(path -> contender.equals("dovetail")
                        ? path.contains("dovetail-core") || path.contains("dovetail-orm")
                        : !contender.equals("jdbc") && !shared.contains(path))
                .map(Path::of)
                .toList();
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
