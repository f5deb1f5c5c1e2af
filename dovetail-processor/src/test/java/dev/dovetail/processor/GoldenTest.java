package dev.dovetail.processor;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what lies in the folder, compiles without a warning, and is the same on both paths. */
class GoldenTest {

    static Stream<Arguments> cases() {
        return Golden.all().stream()
                .flatMap(golden -> Arrays.stream(Compilation.Mode.values()).map(mode -> Arguments.of(golden, mode)));
    }

    @ParameterizedTest(name = "{0} on the {1}")
    @MethodSource("cases")
    void codeIsAsExpected(Golden golden, Compilation.Mode mode) {
        golden.check(mode);
    }
}
