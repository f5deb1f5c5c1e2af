package dev.dovetail.processor;

import dev.dovetail.orm.mapping.model.Finding.Severity;
import dev.dovetail.orm.mapping.model.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A source file with mistakes. What the compiler must say of a line stands below it, after {@code //!}: the whole message,
 * beginning with its code. It must say nothing else.
 *
 * @param name the file's name
 * @param source the text
 */
record Mistake(String name, String source) {

    private static final String MARK = "//! ";

    static List<Mistake> all() {
        return Resources.list("mistakes").stream().map(Mistake::read).toList();
    }

    private static Mistake read(Path file) {
        try {
            return new Mistake(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles the file and compares what the compiler says. */
    void check(Compilation.Mode mode) {
        String path = "app/" + name;
        List<Compilation.Message> found = new ArrayList<>(
                Compilation.run(mode, Map.of(path, source), options()).diagnostics());
        Comparator<Compilation.Message> order =
                Comparator.comparing(Compilation.Message::line).thenComparing(Compilation.Message::text);
        found.sort(order);
        List<Compilation.Message> expected = new ArrayList<>(expected(path));
        expected.sort(order);
        if (!found.equals(expected)) {
            throw new AssertionError(
                    name + " on the " + mode + "\nexpected: " + lines(expected) + "\nbut was:  " + lines(found));
        }
    }

    /** Most mistakes have keys without an index, and more, that they are not about. */
    private String[] options() {
        return name.equals("KeyTraps.java") ? new String[] {Compilation.SUPPRESS} : new String[0];
    }

    /** The codes of the rules that the file breaks. */
    List<String> codes() {
        return expected("").stream().map(message -> code(message.text())).toList();
    }

    private List<Compilation.Message> expected(String path) {
        List<Compilation.Message> expected = new ArrayList<>();
        int number = 0;
        int marked = 0;
        for (String line : source.lines().toList()) {
            number++;
            if (line.strip().startsWith(MARK)) {
                String text = line.strip().substring(MARK.length());
                boolean error = Rule.byCode(code(text)).orElseThrow().severity() == Severity.ERROR;
                expected.add(new Compilation.Message(error, path, marked, text));
            } else {
                marked = number;
            }
        }
        return expected;
    }

    private static String code(String text) {
        return text.substring(1, text.indexOf(']'));
    }

    private static String lines(List<Compilation.Message> messages) {
        StringBuilder lines = new StringBuilder();
        messages.forEach(message -> lines.append("\n  ")
                .append(message.error() ? "error" : "warning")
                .append(" at line ")
                .append(message.line())
                .append(": ")
                .append(message.text()));
        return lines.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
