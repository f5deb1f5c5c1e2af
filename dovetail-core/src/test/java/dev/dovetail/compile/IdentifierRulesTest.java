package dev.dovetail.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierRulesTest {
    private static final IdentifierRules RULES = new IdentifierRules('"', '"', Set.of("order"));

    @ParameterizedTest
    @ValueSource(strings = {"child", "parent_id", "_x", "a1", "orders"})
    void plainNamesStandBare(String name) {
        assertThat(RULES.write(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "order, \"order\"",
                "Name, \"Name\"",
                "a b, \"a b\"",
                "1a, \"1a\"",
                "a-b, \"a-b\"",
                "été, \"été\"",
                "a\"b, \"a\"\"b\"",
                "\"; DROP TABLE x --, \"\"\"; DROP TABLE x --\""
            })
    void othersAreQuoted(String name, String written) {
        assertThat(RULES.write(name)).isEqualTo(written);
    }

    @Test
    void bracketsAndBackticks() {
        assertThat(new IdentifierRules('[', ']', Set.of()).write("a]b")).isEqualTo("[a]]b]");
        assertThat(new IdentifierRules('`', '`', Set.of()).write("a`b")).isEqualTo("`a``b`");
    }

    @Test
    void whereBareNamesAreStoredInUpperCase() {
        IdentifierRules folding = new IdentifierRules('"', '"', Set.of("order"), true);

        assertThat(folding.write("child")).isEqualTo("child");
        assertThat(folding.stored("child")).isEqualTo("CHILD");
        assertThat(folding.named("CHILD")).isEqualTo("child");
        assertThat(folding.write("order")).isEqualTo("\"ORDER\"");
        assertThat(folding.named("ORDER")).isEqualTo("order");
        assertThat(folding.write("CHILD")).isEqualTo("\"CHILD\"");
        assertThat(folding.write("Child")).isEqualTo("\"Child\"");
        assertThat(folding.stored("Child")).isEqualTo("Child");
        assertThat(folding.named("Child")).isEqualTo("Child");
    }

    @Test
    void namesThatNoDatabaseTakes() {
        assertThatThrownBy(() -> RULES.write("")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> RULES.write("a\0b")).hasMessage("a name cannot hold a NUL character");
    }
}
