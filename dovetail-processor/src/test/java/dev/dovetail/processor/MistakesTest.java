package dev.dovetail.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.mapping.model.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is reported with its code and its message at the line that has it, and nothing else is. */
class MistakesTest {

    static Stream<Arguments> cases() {
        return Mistake.all().stream()
                .flatMap(mistake -> Arrays.stream(Compilation.Mode.values()).map(mode -> Arguments.of(mistake, mode)));
    }

    @ParameterizedTest(name = "{0} on the {1}")
    @MethodSource("cases")
    void mistakeIsReportedWhereItIs(Mistake mistake, Compilation.Mode mode) {
        mistake.check(mode);
    }

    @Test
    @DisplayName("every rule has a case; that of the index is in IndexTest")
    void everyRuleHasACase() {
        TreeSet<String> codes = new TreeSet<>(List.of(Rule.INDEX_NOT_PROVIDED.code()));
        Mistake.all().forEach(mistake -> codes.addAll(mistake.codes()));
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::code).toList());
    }
}
