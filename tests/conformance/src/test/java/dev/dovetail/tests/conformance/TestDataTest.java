package dev.dovetail.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TestDataTest {

    @Test
    void hasTheLibraryOfSchemas() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/oracle/schemas.json"))) {
            JsonNode schemas = new ObjectMapper().readTree(in).path("schemas");
            assertThat(schemas).hasSize(78);
        }
    }
}
