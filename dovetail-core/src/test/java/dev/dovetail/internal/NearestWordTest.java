package dev.dovetail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {
    @Test
    void nearestByEdits() {
        assertThat(NearestWord.of("titel", List.of("id", "title", "tile"))).isEqualTo("title");
        assertThat(NearestWord.of("TITLE", List.of("id", "title"))).isEqualTo("title");
        assertThat(NearestWord.of("x", List.of("a", "b")))
                .as("the first of equals")
                .isEqualTo("a");
        assertThat(NearestWord.of("x", List.of())).isNull();
    }
}
