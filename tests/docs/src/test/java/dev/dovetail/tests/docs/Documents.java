package dev.dovetail.tests.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents of the repository, and the code that their samples come from. */
final class Documents {

    /** The root of the repository. */
    static final Path ROOT = Path.of("..", "..");

    private static final Path SAMPLES = Path.of("src", "test", "java");
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- sample: (\\S+) -->\\n)?```(\\w+)\\n(.*?)\\n```\\n", Pattern.DOTALL);
    private static final Pattern REGION =
            Pattern.compile("// tag::(\\S+)\\[]\\n(.*?)\\n *// end::\\1\\[]\\n", Pattern.DOTALL);

    private Documents() {}

    /**
     * A fenced block of a document.
     *
     * @param document the document's path from the root
     * @param sample the region that a comment above the block names, or null
     * @param language the language behind the fence
     * @param text what stands in it, without indentation
     */
    record Block(String document, String sample, String language, String text) {}

    /** All documents that are written by hand: those in the root and the guide. */
    static List<Path> all() {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> guide = Files.list(ROOT.resolve("guide"))) {
            return Stream.concat(root, guide)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Block> blocks(String language) {
        List<Block> blocks = new ArrayList<>();
        for (Path document : all()) {
            Matcher block = BLOCK.matcher(read(document));
            while (block.find()) {
                blocks.add(new Block(
                        ROOT.relativize(document).toString(),
                        block.group(1),
                        block.group(2),
                        withoutIndentation(block.group(3))));
            }
        }
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** The marked regions of this module's sources, by name, without indentation. */
    static Map<String, String> regions() {
        Map<String, String> regions = new LinkedHashMap<>();
        for (Path source : files(SAMPLES, ".java")) {
            Matcher region = REGION.matcher(read(source));
            while (region.find()) {
                String before = regions.put(region.group(1), withoutIndentation(region.group(2)));
                if (before != null) {
                    throw new AssertionError("two regions are named " + region.group(1));
                }
            }
        }
        return regions;
    }

    static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
