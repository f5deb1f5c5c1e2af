package dev.dovetail.tests.conformance.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The entity classes are those that the library of schemas asks for. With {@code -Dentities.write=true} it writes them,
 * and Spotless then gives them their form.
 */
class EntityFilesTest {

    private static final Path SCHEMAS = Path.of("src/test/resources/oracle/schemas.json");
    private static final Path SOURCES = Path.of("src/test/java/dev/dovetail/tests/conformance/entities");

    @Test
    void theFilesAreThoseOfTheSchemas() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        for (Schema schema : SchemaReader.read(Files.readString(SCHEMAS))) {
            files.put(SOURCES.resolve(EntityFile.className(schema) + ".java"), EntityFile.of(schema));
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            if (Boolean.getBoolean("entities.write")) {
                Files.writeString(file.getKey(), file.getValue());
            }
            assertThat(layoutApart(Files.readString(file.getKey())))
                    .as("%s; -Dentities.write=true writes it", file.getKey())
                    .isEqualTo(layoutApart(file.getValue()));
        }
        assertThat(written()).isEqualTo(files.keySet());
    }

    private static Set<Path> written() throws IOException {
        try (Stream<Path> all = Files.list(SOURCES)) {
            return all.filter(file -> !file.endsWith("package-info.java")).collect(Collectors.toSet());
        }
    }

    /** Without what Spotless decides: white space, and imports that a schema does not need. */
    private static String layoutApart(String text) {
        return text.replaceAll("(?m)^import .*$", "").replaceAll("[\\s*]+", "");
    }
}
