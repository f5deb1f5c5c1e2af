package dev.dovetail.orm.mapping.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.mapping.model.Finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The guide's page of rules says what {@link Rule} says, in the same order. */
class MappingRulesPageTest {

    private static final Path PAGE = Path.of("..", "guide", "mapping-rules.md");

    @Test
    void pageHasOneSectionForEachRule() throws IOException {
        List<String> headings = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("## "))
                .toList();
        assertThat(headings)
                .containsExactlyElementsOf(Arrays.stream(Rule.values())
                        .map(rule -> "## " + rule.code() + ": " + rule.title())
                        .toList());
    }

    @Test
    void eachSectionSaysWhatItIsWhatItPreventsAndWhatToDo() throws IOException {
        String[] sections = Files.readString(PAGE).split("(?m)^## ");
        for (Rule rule : Rule.values()) {
            String section = Arrays.stream(sections)
                    .filter(text -> text.startsWith(rule.code() + ": "))
                    .findFirst()
                    .orElseThrow();
            boolean suppressible = rule.severity() != Severity.ERROR;
            String severity = rule.severity().name().charAt(0)
                    + rule.severity().name().substring(1).toLowerCase(Locale.ROOT);
            assertThat(section).contains(severity + ". " + rule.sentence()).contains("**Prevents**: ", "**Mend**: ");
            assertThat(section.contains("@SuppressWarnings(\"" + rule.code() + "\")"))
                    .as("%s can be suppressed", rule.code())
                    .isEqualTo(suppressible);
        }
    }

    @Test
    void codesAreUnique() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::code)).doesNotHaveDuplicates();
        assertThat(Rule.byCode("FK12")).contains(Rule.KEY_DOES_NOT_FIT);
        assertThat(Rule.byCode("unchecked")).isEmpty();
    }
}
