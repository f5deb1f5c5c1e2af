package dev.dovetail.tests.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a whole text with a file in {@code src/test/resources/golden}. Run with {@code -Dgolden.write=true} to write the
 * files anew, and read the difference before committing it.
 */
final class Golden {

    private Golden() {}

    static void assertText(String name, String text) {
        if (Boolean.getBoolean("golden.write")) {
            write(Path.of("src/test/resources/golden", name), text);
            return;
        }
        assertThat(text + "\n").isEqualTo(read("/golden/" + name));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String resource) {
        try (InputStream stream = Golden.class.getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
