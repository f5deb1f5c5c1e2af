package dev.dovetail.examples.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each story tells exactly what stands in its file: the statements as they go out, the errors, and the rows that are left.
 * After a deliberate change, {@code -Dstories.write=true} writes the files anew, to be read before they are committed.
 */
class StoriesTest {

    private static final Path TOLD = Path.of("src/test/resources/stories");

    @TempDir
    private Path folder;

    static Iterable<Story> stories() {
        return Stories.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void isToldAsWritten(Story story) throws IOException {
        String told = tell(story);
        Path file = TOLD.resolve(story.name() + ".txt");
        if (Boolean.getBoolean("stories.write")) {
            Files.createDirectories(TOLD);
            Files.writeString(file, told);
        }
        assertThat(told).isEqualTo(Files.readString(file));
    }

    private String tell(Story story) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new Narrator(out, folder).tell(story);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
