package dev.dovetail.tests.conformance;

import dev.dovetail.tests.conformance.compare.NamedExcuse;
import dev.dovetail.tests.conformance.corpus.Scenario;
import dev.dovetail.tests.conformance.corpus.ScenarioReader;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.SchemaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The library of schemas, and the recorded scenarios that are test data here. */
public final class Corpus {

    /** The backends whose results are compared. */
    public static final List<String> BACKENDS = List.of("sqlite", "postgresql");

    private static final Path ORACLE = Path.of("src/test/resources/oracle");
    private static final Map<String, Schema> SCHEMAS = read();

    private Corpus() {}

    private static Map<String, Schema> read() {
        try {
            return SchemaReader.read(Files.readString(ORACLE.resolve("schemas.json"))).stream()
                    .collect(Collectors.toMap(Schema::name, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the library of schemas} */
    public static Collection<Schema> schemas() {
        return SCHEMAS.values();
    }

    /** {@return the schema of a scenario} */
    public static Schema schema(Scenario scenario) {
        return Objects.requireNonNull(SCHEMAS.get(scenario.schema()), scenario.schema());
    }

    /** {@return the steps that are excused by name} */
    public static List<NamedExcuse> excuses() {
        try {
            return ExcuseReader.read(Files.readString(Path.of("src/test/resources/excuses.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the scenarios that are known not to agree yet; the list is to become empty} */
    public static List<String> open() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/open.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return stories, probes and training scenarios} */
    public static List<Scenario> scenarios() {
        return scenarios(ORACLE);
    }

    /** {@return the scenarios of a folder or file} */
    public static List<Scenario> scenarios(Path path) {
        try {
            return ScenarioReader.read(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
