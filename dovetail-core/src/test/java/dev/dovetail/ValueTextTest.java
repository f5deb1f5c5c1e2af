package dev.dovetail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTextTest {

    @Test
    void values() {
        assertThat(ValueText.of(null)).isEqualTo("null");
        assertThat(ValueText.of(7)).isEqualTo("7");
        assertThat(ValueText.of(new BigDecimal("1.50"))).isEqualTo("1.50");
        assertThat(ValueText.of("it's")).isEqualTo("'it''s'");
        assertThat(ValueText.of(List.of(1, 2))).endsWith("[2]");
        assertThat(ValueText.of(Redacted.VALUE)).isEqualTo("\u2039redacted\u203a");
    }

    @Test
    void longTextIsCutAndItsLengthTold() {
        assertThat(ValueText.of("x".repeat(64))).isEqualTo("'" + "x".repeat(64) + "'");
        assertThat(ValueText.of("x".repeat(1000))).isEqualTo("'" + "x".repeat(64) + "\u2026' (1000 characters)");
        // A character outside of the first plane is not cut in two.
        assertThat(ValueText.of("\uD834\uDD1E".repeat(65))).startsWith("'" + "\uD834\uDD1E".repeat(64) + "\u2026'");
    }

    @Test
    void dataWritesNoLinesOfItsOwn() {
        assertThat(ValueText.of("a\nBEGIN\r\u0000")).isEqualTo("'a\\nBEGIN\\r\\u0000'");
        assertThat(ValueText.of("\uD800x")).isEqualTo("'\\ud800x'");
        assertThat(ValueText.of("\uD83D\uDE00")).isEqualTo("'\uD83D\uDE00'");
    }

    @Test
    void bytesAreToldByTheirNumberAndTheFirstOfThem() {
        assertThat(ValueText.of(new byte[] {0, 1, (byte) 0xff})).isEqualTo("byte[3] 0x0001ff");
        assertThat(ValueText.of(new byte[20])).isEqualTo("byte[20] 0x0000000000000000\u2026");
    }

    @Test
    void rowsAndKeys() {
        assertThat(ValueText.row(Arrays.asList(1, null, "a"))).isEqualTo("(1, null, 'a')");
        assertThat(ValueText.key(List.of(1))).isEqualTo("1");
        assertThat(ValueText.key(List.of(1, "a"))).isEqualTo("(1, 'a')");
    }

    @Test
    void namesAreQuotedWhereTheyWouldBeMisread() {
        assertThat(ValueText.name("parent_id")).isEqualTo("parent_id");
        assertThat(ValueText.name("Gr\u00f6\u00dfe")).isEqualTo("Gr\u00f6\u00dfe");
        assertThat(ValueText.name("odd name")).isEqualTo("\"odd name\"");
        assertThat(ValueText.names(List.of("a", "b c"))).isEqualTo("(a, \"b c\")");
    }
}
