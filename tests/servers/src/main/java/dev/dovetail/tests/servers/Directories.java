package dev.dovetail.tests.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories that tests make. */
final class Directories {

    private Directories() {}

    /** Where the files of servers are kept between runs: {@code -Ddovetail.test.cache}, else below the home directory. */
    static Path cache() {
        String wanted = System.getProperty("dovetail.test.cache");
        if (wanted != null) {
            return Path.of(wanted).toAbsolutePath();
        }
        Path home = Path.of(System.getProperty("user.home"));
        Path parent = Files.isWritable(home) ? home : Path.of(System.getProperty("java.io.tmpdir"));
        return parent.resolve(".cache").resolve("dovetail-tests").toAbsolutePath();
    }

    /** A new directory with a short name, because the path of a socket ends at 107 bytes. */
    static Path shortTemporary() throws IOException {
        Path tmp = Path.of("/tmp");
        return Files.isWritable(tmp) ? Files.createTempDirectory(tmp, "dt") : Files.createTempDirectory("dt");
    }

    static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
