package dev.dovetail.processor;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.orm.mapping.Entity;
import dev.dovetail.type.Type;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/**
 * One run of the compiler of the JDK that this runs on, with the processors, over sources in memory. Uses no test library,
 * so that {@link AllCases} can run it on another JDK.
 *
 * @param diagnostics errors and warnings, in the compiler's order
 * @param written the generated files by path, and their text
 */
record Compilation(List<Message> diagnostics, Map<String, String> written) {

    /** How libraries and processors are found. */
    enum Mode {
        /** Everything in the unnamed module. */
        CLASS_PATH,
        /** The sources are a named module, and so are Dovetail and its processors. */
        MODULE_PATH
    }

    /**
     * What the compiler said.
     *
     * @param error whether it is an error
     * @param file the path within the sources, empty for none
     * @param line the line, -1 for none
     * @param text the first line of the message
     */
    record Message(boolean error, String file, long line, String text) {}

    /** What a compilation reads and how. */
    record Input(Mode mode, Map<String, String> sources, List<String> options, List<Path> libraries) {

        static Input of(Mode mode, Map<String, String> sources, String... options) {
            return new Input(mode, sources, List.of(options), List.of());
        }
    }

    private static final String MODULE_INFO = "module-info.java";

    /** The option that names what is not to be reported. */
    static final String SUPPRESS = "-Adovetail.suppress=";

    static Compilation run(Mode mode, Map<String, String> sources, String... options) {
        return run(Input.of(mode, sources, options));
    }

    static Compilation run(Input input) {
        try {
            Path output = Files.createTempDirectory("dovetail-compilation");
            try {
                return run(input, output);
            } finally {
                delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Compilation run(Input input, Path output) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var collector = new DiagnosticCollector<JavaFileObject>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(collector, Locale.ROOT, null)) {
            List<String> options = new ArrayList<>(List.of("--release", "17", "-d", output.toString()));
            if (Runtime.version().feature() >= 23) {
                // Called as a library, javac does not take --processor-module-path for a request to process.
                options.add("-proc:full");
            }
            options.addAll(paths(input));
            options.addAll(input.options());
            if (options.stream().noneMatch(option -> option.startsWith(SUPPRESS))) {
                options.add(SUPPRESS + "FK03,FK09,FK10,FK14"); // traps that most tests are not about
            }
            List<Source> units = new ArrayList<>();
            new TreeMap<>(input.sources()).forEach((path, text) -> units.add(new Source(path, text)));
            if (input.mode() == Mode.MODULE_PATH && !input.sources().containsKey(MODULE_INFO)) {
                units.add(new Source(
                        MODULE_INFO,
                        "module app { requires dev.dovetail.orm; exports app;"
                                + " provides dev.dovetail.orm.generated.EntityIndex with app.AppModel; }"));
            }
            compiler.getTask(null, files, collector, options, null, units).call();
        }
        List<Message> messages = collector.getDiagnostics().stream()
                .filter(diagnostic -> switch (diagnostic.getKind()) {
                    case ERROR, WARNING, MANDATORY_WARNING -> true;
                    case NOTE -> diagnostic.getMessage(Locale.ROOT).startsWith("[FK");
                    default -> false;
                })
                .map(diagnostic -> new Message(
                        diagnostic.getKind() == Diagnostic.Kind.ERROR,
                        diagnostic.getSource() == null ? "" : path(diagnostic.getSource(), output),
                        diagnostic.getLineNumber(),
                        diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("")))
                .toList();
        return new Compilation(messages, written(output));
    }

    /** Without the modular wrapping that differs on purpose between the two modes. */
    String source(String path) {
        String text = written.get(path);
        if (text == null) {
            throw new AssertionError("not written: " + path + "; there are " + written.keySet()
                    + ", and the compiler said " + diagnostics);
        }
        return text.replace("@SuppressWarnings(\"exports\")\n", "");
    }

    private static List<String> paths(Input input) {
        List<Path> libraries = new ArrayList<>(
                Stream.of(Type.class, Entity.class, NullMarked.class, Logger.class, HikariDataSource.class)
                        .map(Compilation::location)
                        .toList());
        List<Path> processors = new ArrayList<>(libraries);
        processors.add(location(MappingProcessor.class));
        if (input.mode() == Mode.CLASS_PATH) {
            processors.add(location(Compilation.class)); // for processors of the tests, which are asked for by name
        }
        libraries.addAll(input.libraries());
        boolean modules = input.mode() == Mode.MODULE_PATH;
        return List.of(
                modules ? "--module-path" : "--class-path",
                joined(libraries),
                modules ? "--processor-module-path" : "--processor-path",
                joined(processors));
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String path(JavaFileObject file, Path output) {
        if (file instanceof Source source) {
            return source.path;
        }
        Path path = Path.of(file.toUri());
        return path.startsWith(output) ? output.relativize(path).toString() : path.toString();
    }

    private static Map<String, String> written(Path output) throws IOException {
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".class")) {
                    String path = output.relativize(file).toString().replace(File.separatorChar, '/');
                    written.put(path, Files.readString(file));
                }
            }
        }
        return written;
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String path;
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
