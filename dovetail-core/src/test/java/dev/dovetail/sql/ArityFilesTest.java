package dev.dovetail.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Java has no types of any number of parameters, so what exists once for each number of columns is written by a program:
 * this one. With {@code -Darity.write=true} it writes the files, and Spotless then gives them their form; without, it says
 * whether they are what it would write.
 */
class ArityFilesTest {

    private static final int MOST = 22;
    private static final Path SOURCES = Path.of("src/main/java/dev/dovetail");
    private static final String[] NUMBERS = {
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "twenty-one",
        "twenty-two"
    };

    @Test
    void theFilesAreThoseThatThisProgramWrites() throws IOException {
        for (Map.Entry<Path, String> file : files().entrySet()) {
            if (Boolean.getBoolean("arity.write")) {
                Files.writeString(file.getKey(), file.getValue());
            }
            assertThat(layoutApart(Files.readString(file.getKey())))
                    .as("%s; -Darity.write=true writes it", file.getKey())
                    .isEqualTo(layoutApart(file.getValue()));
        }
    }

    private static String layoutApart(String text) {
        return text.replaceAll("[\\s*]+", "");
    }

    private static Map<Path, String> files() {
        Map<Path, String> files = new LinkedHashMap<>();
        for (int n = 2; n <= MOST; n++) {
            files.put(SOURCES.resolve("sql/Row" + n + ".java"), row(n));
        }
        files.put(SOURCES.resolve("sql/SelectFactories.java"), selectFactories());
        files.put(SOURCES.resolve("sql/ReturningFactories.java"), returningFactories());
        files.put(SOURCES.resolve("engine/MappedReads.java"), mappedReads());
        return files;
    }

    private static String row(int n) {
        return lines(
                "package dev.dovetail.sql;",
                "import dev.dovetail.type.Codec;",
                "import java.sql.ResultSet;",
                "import java.sql.SQLException;",
                "import org.jspecify.annotations.Nullable;",
                "/**",
                " * A row of " + NUMBERS[n] + " values.",
                " *",
                each(n, "\n", i -> " * @param <" + letter(i) + "> the class of value " + i),
                each(n, "\n", i -> " * @param value" + i + " value " + i),
                " */",
                "public record Row" + n + "<" + each(n, ", ", i -> letter(i) + " extends @Nullable Object") + ">("
                        + each(n, ", ", i -> letter(i) + " value" + i) + ") {",
                "@SuppressWarnings(\"unchecked\") // the statement that has this shape has columns of these classes, in this order",
                "static <" + each(n, ", ", i -> letter(i) + " extends @Nullable Object") + "> Row" + n + "<"
                        + letters(n) + "> of(@Nullable Object[] values) {",
                "return new Row" + n + "<>(" + each(n, ", ", i -> "(" + letter(i) + ") values[" + (i - 1) + "]") + ");",
                "}",
                "",
                "/**",
                " * Makes something of the values of a row, as the constructor of a record does.",
                " *",
                each(n, "\n", i -> " * @param <" + letter(i) + "> the class of value " + i),
                " * @param <Z> what it makes",
                " */",
                "@FunctionalInterface",
                "public interface Mapper<" + letters(n) + ", Z extends @Nullable Object>" + " extends RowMapper<Row" + n
                        + "<" + letters(n) + ">, Z> {",
                "/**",
                " * Makes it.",
                " *",
                each(n, "\n", i -> " * @param value" + i + " value " + i),
                " * @return what is made of them",
                " */",
                "Z map(" + each(n, ", ", i -> letter(i) + " value" + i) + ");",
                "",
                "@Override",
                "default Z map(Row" + n + "<" + letters(n) + "> row) {",
                "return map(" + each(n, ", ", i -> "row.value" + i + "()") + ");",
                "}",
                "",
                "@Override",
                "@SuppressWarnings(\"unchecked\") // the columns are of these classes, in this order",
                "default Z read(ResultSet resultSet, Codec<?>[] columns, RowShape<Row" + n + "<" + letters(n)
                        + ">> shape) throws SQLException {",
                "return map("
                        + each(n, ", ", i -> "(" + letter(i) + ") columns[" + (i - 1) + "].read(resultSet, " + i + ")")
                        + ");",
                "}",
                "}",
                "}");
    }

    private static String selectFactories() {
        return lines(
                "package dev.dovetail.sql;",
                "import java.util.List;",
                "/** {@link Sql#select} for each number of columns; written by {@code ArityFilesTest}. */",
                "class SelectFactories {",
                "SelectFactories() {}",
                rangeOf(n -> lines(
                        "",
                        "/**",
                        " * Begins a query of " + NUMBERS[n] + " values.",
                        " *",
                        each(n, "\n", i -> " * @param <" + letter(i) + "> the class of value " + i),
                        each(n, "\n", i -> " * @param operand" + i + " value " + i),
                        " * @return the query, without a FROM clause yet",
                        " */",
                        "public static <" + letters(n) + "> Select<Row" + n + "<" + letters(n) + ">> select("
                                + each(n, ", ", i -> "Operand<" + letter(i) + "> operand" + i) + ") {",
                        "return Select.of(List.of(" + each(n, ", ", i -> "operand" + i) + "), Row" + n + "::of);",
                        "}")),
                "}");
    }

    private static String returningFactories() {
        return lines(
                "package dev.dovetail.sql;",
                "/** {@link Write#returning} for each number of columns; written by {@code ArityFilesTest}. */",
                "sealed interface ReturningFactories permits Write {",
                rangeOf(n -> lines(
                        "",
                        "/**",
                        " * Gives back " + NUMBERS[n] + " values of each row that is written.",
                        " *",
                        each(n, "\n", i -> " * @param <" + letter(i) + "> the class of value " + i),
                        each(n, "\n", i -> " * @param operand" + i + " value " + i),
                        " * @return the statement with its result",
                        " */",
                        "default <" + letters(n) + "> Returning<Row" + n + "<" + letters(n) + ">> returning("
                                + each(n, ", ", i -> "Operand<" + letter(i) + "> operand" + i) + ") {",
                        "return Returning.of((Write) this, Row" + n + "::of, " + each(n, ", ", i -> "operand" + i)
                                + ");",
                        "}")),
                "}");
    }

    private static String mappedReads() {
        return lines(
                "package dev.dovetail.engine;",
                "import dev.dovetail.sql.ResultStatement;",
                IntStream.rangeClosed(2, MOST)
                        .mapToObj(n -> "import dev.dovetail.sql.Row" + n)
                        .sorted()
                        .collect(Collectors.joining(";\n", "", ";")),
                "import dev.dovetail.sql.RowMapper;",
                "import java.util.List;",
                "import org.jspecify.annotations.Nullable;",
                "/** {@link Connection#list} into objects for each number of columns; written by {@code ArityFilesTest}. */",
                "abstract class MappedReads {",
                "MappedReads() {}",
                "abstract <T extends @Nullable Object, R extends @Nullable Object> ResultReader<R> mapped(ResultStatement<T> query, RowMapper<T, R> mapper);",
                rangeOf(n -> lines(
                        "",
                        javadoc(
                                n,
                                "All rows of a query of " + NUMBERS[n]
                                        + " columns, made into objects, as by the constructor of a record.",
                                "the objects"),
                        "public <" + letters(n) + ", Z extends @Nullable Object> List<Z> list(" + query(n) + ", "
                                + mapper(n) + ") {",
                        "return mapped(query, mapper).list();",
                        "}",
                        "",
                        javadoc(
                                n,
                                "Begins to read a query of " + NUMBERS[n] + " columns into objects.",
                                "what reads it, once it is told how"),
                        "public <" + letters(n) + ", Z extends @Nullable Object> ResultReader<Z> read(" + query(n)
                                + ", " + mapper(n) + ") {",
                        "return mapped(query, mapper);",
                        "}")),
                "}");
    }

    private static String javadoc(int n, String sentence, String result) {
        return lines(
                "/**",
                " * " + sentence,
                " *",
                each(n, "\n", i -> " * @param <" + letter(i) + "> the class of column " + i),
                " * @param <Z> what a row becomes",
                " * @param query the query",
                " * @param mapper makes the objects",
                " * @return " + result,
                " * @throws dev.dovetail.UsageException if a column is NULL and the mapper takes no null; code {@code DVT-RESULT-NULL}",
                " */");
    }

    private static String query(int n) {
        return "ResultStatement<Row" + n + "<" + letters(n) + ">> query";
    }

    private static String mapper(int n) {
        return "Row" + n + ".Mapper<" + letters(n) + ", Z> mapper";
    }

    private static String rangeOf(IntFunction<String> text) {
        return IntStream.rangeClosed(2, MOST).mapToObj(text).collect(Collectors.joining("\n"));
    }

    private static String letters(int n) {
        return each(n, ", ", ArityFilesTest::letter);
    }

    private static String letter(int i) {
        return String.valueOf((char) ('A' + i - 1));
    }

    private static String each(int n, String between, IntFunction<String> text) {
        return IntStream.rangeClosed(1, n).mapToObj(text).collect(Collectors.joining(between));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
