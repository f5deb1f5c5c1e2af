package dev.dovetail.tests.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** SQLite in files. */
final class SqliteFiles implements TestServer {

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public FreshDatabase fresh() {
        try {
            Path directory = Files.createTempDirectory("dovetail-sqlite");
            Path file = directory.resolve("test.db");
            return new FreshDatabase("jdbc:sqlite:" + file, () -> Directories.delete(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
