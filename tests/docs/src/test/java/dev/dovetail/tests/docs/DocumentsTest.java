package dev.dovetail.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.mapping.model.Rule;
import dev.dovetail.tests.docs.Documents.Block;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What the documents say is so: samples are code that runs, commands and excerpts are those of the repository, every code
 * of an error is explained, every link leads somewhere.
 */
class DocumentsTest {

    private static final Path ROOT = Documents.ROOT;
    private static final String BUILD = "./mvnw --batch-mode verify";

    @Test
    @DisplayName("every java block is a region of a source here, and every region is shown")
    void javaBlocksAreRegions() {
        Map<String, String> regions = Documents.regions();
        List<Block> blocks = Documents.blocks("java");
        for (Block block : blocks) {
            assertThat(block.sample())
                    .as(
                            "above the block in %s that begins with '%s' there is <!-- sample: name -->",
                            block.document(), first(block))
                    .isNotNull();
            assertThat(block.text())
                    .as("sample %s in %s", block.sample(), block.document())
                    .isEqualTo(regions.get(block.sample()));
        }
        assertThat(blocks)
                .extracting(Block::sample)
                .as("samples that are shown")
                .containsAll(regions.keySet());
    }

    private static String first(Block block) {
        return block.text().lines().findFirst().orElse("");
    }

    @Test
    @DisplayName("the first command of the README is a script, the second is the one of .ci/run")
    void commands() {
        List<String> commands = Documents.blocks("sh").stream()
                .filter(block -> block.document().equals("README.md"))
                .map(Block::text)
                .toList();
        assertThat(commands).startsWith("./stories", BUILD);
        assertThat(Files.isExecutable(ROOT.resolve("stories"))).isTrue();
        assertThat(Files.isExecutable(ROOT.resolve(".ci/run"))).isTrue();
        assertThat(Documents.read(ROOT.resolve(".ci/run"))).endsWith("\nexec " + BUILD + "\n");
    }

    @Test
    @DisplayName("every text block of the README is what a story prints")
    void excerpts() {
        String told = Documents.files(ROOT.resolve("examples/stories/src/test/resources"), ".txt").stream()
                .map(Documents::read)
                .flatMap(String::lines)
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        List<Block> excerpts = Documents.blocks("text").stream()
                .filter(block -> block.document().equals("README.md"))
                .toList();
        assertThat(excerpts).isNotEmpty().allSatisfy(block -> assertThat(told).contains(block.text()));
    }

    @Test
    @DisplayName("the processor is configured in this module as the README says")
    void processorConfiguration() {
        String pom = withoutIndentation(Documents.read(Path.of("pom.xml")));
        List<String> plugins = Documents.blocks("xml").stream()
                .map(block -> block.text().replace("${dovetail.version}", "${project.version}"))
                .filter(text -> text.startsWith("<plugin>"))
                .toList();
        assertThat(plugins).isNotEmpty().allSatisfy(plugin -> assertThat(pom).contains(plugin));
    }

    @Test
    @DisplayName("guide/errors.md has a section for each code, and none for others")
    void codesHaveSections() {
        Set<String> thrown = new TreeSet<>();
        for (String module : List.of("dovetail-core", "dovetail-orm", "dovetail-processor")) {
            for (Path source : Documents.files(ROOT.resolve(module).resolve("src/main/java"), ".java")) {
                matches("\"(DVT-[A-Z0-9-]+)\"", Documents.read(source)).forEach(thrown::add);
            }
        }
        // Findings about a mapping have a page of their own.
        Arrays.stream(Rule.values()).map(Rule::code).forEach(thrown::remove);
        Set<String> explained = new TreeSet<>();
        matches("(?m)^### (DVT-[A-Z0-9-]+)$", Documents.read(ROOT.resolve("guide/errors.md")))
                .forEach(explained::add);
        assertThat(explained).isEqualTo(thrown);
    }

    @Test
    @DisplayName("links to files lead to files, and links to headings to headings")
    void linksLeadSomewhere() {
        for (Path document : Documents.all()) {
            String text = Documents.read(document);
            matches("]\\((?!https?:)([^)\\s]+)\\)", text).forEach(link -> {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
                assertThat(target).as("%s in %s", link, document).exists();
                if (parts.length > 1) {
                    assertThat(anchors(Documents.read(target)))
                            .as("%s in %s", link, document)
                            .contains(parts[1]);
                }
            });
        }
    }

    /** Headings as GitHub names them. */
    private static List<String> anchors(String text) {
        return matches("(?m)^#+ (.+)$", text)
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static Stream<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1));
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
