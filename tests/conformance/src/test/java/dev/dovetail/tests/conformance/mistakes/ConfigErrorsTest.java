package dev.dovetail.tests.conformance.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.SchemaReader;
import dev.dovetail.tests.conformance.generate.EntityFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code config-errors.json}: what is wrong in SQLAlchemy does not compile, what is doubtful is a warning. */
class ConfigErrorsTest {

    private static final Path CASES = Path.of("src/test/resources/oracle/config-errors.json");
    private static final Pattern CODE = Pattern.compile("\\b(?:MAP|FK)\\d\\d\\b");

    /**
     * What is said, and why where it is not what SQLAlchemy says. What SQLAlchemy takes without a word and Dovetail too is an
     * empty list.
     */
    private static final Map<String, List<String>> SAID = Map.ofEntries(
            Map.entry("m2o-delete-orphan", List.of("error FK07")),
            Map.entry("m2m-delete-orphan", List.of("error FK07")),
            Map.entry("orphan-without-delete", List.of("warning MAP14")),
            Map.entry("pd-all-with-delete", List.of("error MAP13")),
            Map.entry("pd-on-m2o", List.of()),
            // Nothing follows a change of the key then: only the side of the parent has somewhere to look.
            Map.entry("pu-on-m2o", List.of("warning MAP42")),
            // A cascade is a constant, so that the compiler itself knows which there are.
            Map.entry("bad-cascade", List.of("error of javac")),
            Map.entry("bad-back-populates", List.of("error MAP06", "error MAP08")),
            // SQLAlchemy takes it, and one side does not follow the other.
            Map.entry("half-back-populates", List.of("error MAP08")),
            Map.entry("no-back-populates", List.of("warning MAP43")),
            // The kind of the holder tells the direction.
            Map.entry("same-direction", List.of()),
            Map.entry("no-fk", List.of("error MAP09")),
            // Its second relationship deletes an address that others may have.
            Map.entry("ambiguous-fk", List.of("error MAP10", "warning FK06")),
            Map.entry("fk-missing-table", List.of("error MAP09", "error of javac")),
            Map.entry("fk-missing-column", List.of("error MAP03")),
            Map.entry("m2o-declared-o2o", List.of()),
            // SQLAlchemy drops the writing cascades silently.
            Map.entry("viewonly-cascade", List.of("error MAP52")),
            // One of the two has to be the other side: a second secondary table of the same name there is not.
            Map.entry("m2m-no-back-populates", List.of("error MAP09")),
            Map.entry("m2o-single-parent-ok", List.of()));

    static Stream<Map.Entry<String, Schema>> cases() throws IOException {
        return SchemaReader.readCases(Files.readString(CASES)).entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theCompilerSaysIt(Map.Entry<String, Schema> wrong, @TempDir Path output) {
        assertThat(compile(wrong.getKey(), usable(wrong.getValue()), output)).isEqualTo(SAID.get(wrong.getKey()));
    }

    private static List<String> compile(String name, Schema schema, Path output) {
        var collector = new DiagnosticCollector<JavaFileObject>();
        String path = System.getProperty("java.class.path");
        List<String> options = List.of("-d", output.toString(), "-classpath", path, "-processorpath", path);
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, collector, options, null, List.of(new Source(schema, source(name, schema))))
                .call();
        TreeSet<String> said = new TreeSet<>();
        for (Diagnostic<?> diagnostic : collector.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.NOTE) {
                continue; // such as that of a key without an index: nothing is wrong
            }
            String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error " : "warning ";
            String text = diagnostic.getMessage(Locale.ROOT);
            Matcher code = CODE.matcher(text);
            // What javac says in its own words is other words from one JDK to the next.
            said.add(kind + (code.find() ? code.group() : "of javac"));
        }
        return List.copyOf(said);
    }

    /** The schema with a name that a class can have, and a table for a key that refers to none. */
    private static Schema usable(Schema schema) {
        List<Schema.Table> tables = schema.tables().stream()
                .map(table -> new Schema.Table(
                        table.name(),
                        table.columns(),
                        table.foreignKeys().stream()
                                .map(key -> key.referencedTable().equals("nowhere")
                                        ? new Schema.ForeignKey(
                                                key.columns(), "parent", key.referencedColumns(), null, null, false)
                                        : key)
                                .toList(),
                        table.uniques(),
                        table.checks()))
                .toList();
        return new Schema(
                schema.name().replace('-', '_'),
                schema.family(),
                schema.tier(),
                schema.doc(),
                tables,
                schema.entities());
    }

    /** The generated classes without the suppressed warnings, and with what is wrong where no schema can say it. */
    private static String source(String name, Schema schema) {
        String source = EntityFile.of(schema).replaceAll("@SuppressWarnings\\(.*\\)", "");
        return switch (name) {
            case "fk-missing-table" -> source.replace("references = Parent.class", "references = Nowhere.class");
            case "viewonly-cascade" -> source.replace("{Cascade.ALL}", "{Cascade.ALL}, viewOnly = true");
            case "m2o-declared-o2o" -> source.replace(", orderBy = \"id\"", "");
            default -> source;
        };
    }

    /** A source in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Schema schema, String text) {
            super(
                    URI.create("memory:///dev/dovetail/tests/conformance/entities/" + EntityFile.className(schema)
                            + ".java"),
                    Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
