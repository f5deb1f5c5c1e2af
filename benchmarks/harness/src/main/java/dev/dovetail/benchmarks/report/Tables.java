package dev.dovetail.benchmarks.report;

import dev.dovetail.benchmarks.Workload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Figures as tables in Markdown: ratios to {@code jdbc}, which stands in the first column with its own values. */
public final class Tables {

    private static final String NONE = "-";

    private final List<Figure> figures;

    /** Tables of some figures, whose order is that of rows and columns. */
    public Tables(List<Figure> figures) {
        this.figures = List.copyOf(figures);
    }

    /** All tables of one database. */
    public String of(String database) {
        return "### Time by the clock, ratio to jdbc\n\n" + ratios(database, Figure::wall)
                + "\n### CPU time of the calling thread, ratio to jdbc\n\n" + ratios(database, Figure::cpu)
                + "\n### Bytes allocated by the calling thread\n\n"
                + table(database, (figure, jdbc) -> bytes(figure.bytes()))
                + "\n### JDBC executes / statements" + (database.equals("postgresql") ? " / network round trips" : "")
                + "\n\n" + table(database, (figure, jdbc) -> figure.sent());
    }

    /** The table of times by the clock alone. */
    public String times(String database) {
        return ratios(database, Figure::wall);
    }

    private String ratios(String database, ToDoubleFunction<Figure> value) {
        return table(
                database,
                (figure, jdbc) -> jdbc == null
                        ? time(value.applyAsDouble(figure))
                        : String.format(Locale.ROOT, "%.2f", value.applyAsDouble(figure) / value.applyAsDouble(jdbc)));
    }

    private String table(String database, Content content) {
        Set<String> contenders = new LinkedHashSet<>();
        Set<Workload> workloads = new LinkedHashSet<>();
        for (Figure figure : figures) {
            if (figure.database().equals(database)) {
                contenders.add(figure.contender());
                workloads.add(figure.workload());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(contenders);
        rows.add(head);
        for (Workload workload : workloads) {
            List<String> row = new ArrayList<>(List.of(workload.label()));
            Figure jdbc = figure(database, workload, "jdbc");
            for (String contender : contenders) {
                Figure figure = figure(database, workload, contender);
                row.add(figure == null ? NONE : content.of(figure, figure == jdbc ? null : jdbc));
            }
            rows.add(row);
        }
        return text(rows);
    }

    private @Nullable Figure figure(String database, Workload workload, String contender) {
        for (Figure figure : figures) {
            if (figure.database().equals(database)
                    && figure.workload() == workload
                    && figure.contender().equals(contender)) {
                return figure;
            }
        }
        return null;
    }

    /** A table in Markdown: the first column to the left, the others to the right. */
    public static String text(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            line(text, rows, row);
            if (row == 0) {
                for (int column = 0; column < rows.get(0).size(); column++) {
                    text.append(column == 0 ? "| " : " ")
                            .append("-".repeat(width(rows, column) - (column == 0 ? 0 : 1)))
                            .append(column == 0 ? " |" : ": |");
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<List<String>> rows, int row) {
        for (int column = 0; column < rows.get(row).size(); column++) {
            String cell = rows.get(row).get(column);
            String space = " ".repeat(width(rows, column) - cell.length());
            text.append(column == 0 ? "| " + cell + space : " " + space + cell).append(" |");
        }
        text.append('\n');
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** A time with its unit, three digits. */
    public static String time(double nanos) {
        if (nanos >= 1e6) {
            return digits(nanos / 1e6) + " ms";
        }
        return nanos >= 1e3 ? digits(nanos / 1e3) + " us" : digits(nanos) + " ns";
    }

    /** An amount of memory with its unit, three digits. */
    public static String bytes(double bytes) {
        if (bytes >= 1e6) {
            return digits(bytes / 1e6) + " MB";
        }
        return bytes >= 1e3 ? digits(bytes / 1e3) + " kB" : digits(bytes) + " B";
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    /** What is in a cell; jdbc is null in its own column. */
    private interface Content {
        String of(Figure figure, @Nullable Figure jdbc);
    }
}
