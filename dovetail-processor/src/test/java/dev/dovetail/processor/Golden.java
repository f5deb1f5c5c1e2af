package dev.dovetail.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder of entities ({@code in}) and what is written for them ({@code out}). With the system property
 * {@code dovetail.golden}, naming the folder of golden cases among the sources, what is written becomes what is expected.
 *
 * @param name the folder's name
 * @param entities the sources
 * @param expected the generated files
 */
record Golden(String name, Map<String, String> entities, Map<String, String> expected) {

    static List<Golden> all() {
        return Resources.list("golden").stream()
                .map(folder -> new Golden(
                        folder.getFileName().toString(),
                        Resources.files(folder.resolve("in")),
                        Resources.files(folder.resolve("out"))))
                .toList();
    }

    /** Compiles the entities with all warnings on, and compares every generated file. */
    void check(Compilation.Mode mode) {
        Compilation compilation = Compilation.run(mode, entities, "-Xlint:all");
        List<Compilation.Message> said = compilation.diagnostics().stream()
                .filter(message -> !isAboutEntities(message))
                .toList();
        if (!said.isEmpty()) {
            throw new AssertionError(name + " on the " + mode + ": the compiler says " + said);
        }
        Map<String, String> written = new TreeMap<>();
        compilation.written().keySet().forEach(path -> written.put(path, compilation.source(path)));
        String folder = System.getProperty("dovetail.golden");
        if (folder != null) {
            save(Path.of(folder, name, "out"), written);
        } else {
            compare(mode, written);
        }
    }

    /** Warnings about the entities themselves: missing constructors, and from JDK 21 on {@code new Many<>(this)}. */
    private boolean isAboutEntities(Compilation.Message message) {
        return !message.error() && entities.containsKey(message.file());
    }

    private void compare(Compilation.Mode mode, Map<String, String> written) {
        if (!written.keySet().equals(expected.keySet())) {
            throw new AssertionError(
                    name + " on the " + mode + ": expected " + expected.keySet() + " but was " + written.keySet());
        }
        written.forEach((path, text) -> {
            if (!text.equals(expected.get(path))) {
                throw new AssertionError(
                        name + " on the " + mode + ": " + path + " differs from what is expected:\n" + text);
            }
            text.lines().filter(line -> line.length() > 120).findFirst().ifPresent(line -> {
                throw new AssertionError(name + ": " + path + " has a line of more than 120 columns: " + line);
            });
        });
    }

    private static void save(Path folder, Map<String, String> files) {
        files.forEach((path, text) -> {
            try {
                Files.createDirectories(folder.resolve(path).getParent());
                Files.writeString(folder.resolve(path), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
