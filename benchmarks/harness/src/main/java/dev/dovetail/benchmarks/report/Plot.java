package dev.dovetail.benchmarks.report;

import dev.dovetail.benchmarks.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Ratios to {@code jdbc} as an SVG picture: a panel for each database, a line for each workload, a logarithmic scale. On
 * PostgreSQL it is the time by the clock; in the process, where nobody is waited for, the steadier CPU time.
 */
public final class Plot {

    private static final int LEFT = 220;
    private static final int WIDTH = 560;
    private static final int LINE = 24;
    private static final int HEAD = 70;
    private static final int GAP = 60;
    private static final double LEAST = 0.1;
    private static final double GREATEST = 30;
    private static final double[] MARKS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20};

    /** Of distinct lightness too, so that they can be told apart in grey. */
    private static final List<String> COLOURS =
            List.of("#888888", "#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#0072b2", "#b8860b", "#7f5539", "#9b5de5");

    private final List<Figure> figures;
    private final Map<String, String> colours = new LinkedHashMap<>();
    private final StringBuilder svg = new StringBuilder();

    private Plot(List<Figure> figures) {
        this.figures = figures;
    }

    /** The picture of some figures. */
    public static String of(List<Figure> figures) {
        return new Plot(figures).draw();
    }

    private String draw() {
        Set<String> databases = new LinkedHashSet<>();
        for (Figure figure : figures) {
            databases.add(figure.database());
            if (!figure.contender().equals("jdbc")) {
                colours.computeIfAbsent(
                        figure.contender(),
                        name -> name.equals("dovetail") ? "#d00000" : COLOURS.get(colours.size() % COLOURS.size()));
            }
        }
        int y = HEAD;
        StringBuilder panels = new StringBuilder();
        for (String database : databases) {
            y = panel(database, y) + GAP;
        }
        panels.append(svg);
        svg.setLength(0);
        int height = y;
        int width = LEFT + WIDTH + 30;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n",
                width,
                height,
                width,
                height,
                width,
                height));
        text(LEFT, 20, "start", "Time of an operation, ratio to hand-written JDBC (logarithmic; left is faster)");
        legend();
        return svg.append(panels).append("</svg>\n").toString();
    }

    private void legend() {
        int x = 20;
        for (Map.Entry<String, String> colour : colours.entrySet()) {
            svg.append(String.format(
                    Locale.ROOT, "<circle cx=\"%d\" cy=\"40\" r=\"5\" fill=\"%s\"/>%n", x, colour.getValue()));
            text(x + 9, 44, "start", colour.getKey());
            x += 30 + colour.getKey().length() * 7;
        }
    }

    /** Draws one database; gives the height at which it ends. */
    private int panel(String database, int top) {
        List<Workload> workloads = new ArrayList<>();
        for (Workload workload : Workload.values()) {
            if (figures.stream()
                    .anyMatch(figure -> figure.database().equals(database) && figure.workload() == workload)) {
                workloads.add(workload);
            }
        }
        int bottom = top + 20 + workloads.size() * LINE;
        text(20, top + 10, "start", database + (byClock(database) ? ", by the clock" : ", CPU time"));
        for (double mark : MARKS) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>%n",
                    x(mark),
                    top + 10,
                    x(mark),
                    bottom,
                    mark == 1 ? "#000000" : "#dddddd"));
            text((int) x(mark), bottom + 16, "middle", mark < 1 ? String.valueOf(mark) : String.valueOf((int) mark));
        }
        int y = top + 20 + LINE / 2;
        for (Workload workload : workloads) {
            text(LEFT - 12, y + 4, "end", workload.label());
            for (String contender : colours.keySet()) {
                dot(database, workload, contender, y);
            }
            y += LINE;
        }
        return bottom;
    }

    private void dot(String database, Workload workload, String contender, int y) {
        double jdbc = time(database, workload, "jdbc");
        double time = time(database, workload, contender);
        if (Double.isNaN(jdbc) || Double.isNaN(time)) {
            return;
        }
        double ratio = time / jdbc;
        boolean own = contender.equals("dovetail");
        svg.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%d\" r=\"%d\" fill=\"%s\" fill-opacity=\"0.85\"><title>%s, %s: %.2f</title>"
                        + "</circle>%n",
                x(ratio),
                y,
                own ? 7 : 5,
                colours.get(contender),
                contender,
                workload.label(),
                ratio));
    }

    private double time(String database, Workload workload, String contender) {
        for (Figure figure : figures) {
            if (figure.database().equals(database)
                    && figure.workload() == workload
                    && figure.contender().equals(contender)) {
                return byClock(database) ? figure.wall() : figure.cpu();
            }
        }
        return Double.NaN;
    }

    private static boolean byClock(String database) {
        return database.equals("postgresql");
    }

    private static double x(double ratio) {
        double within = Math.max(LEAST, Math.min(GREATEST, ratio));
        return LEFT + WIDTH * Math.log(within / LEAST) / Math.log(GREATEST / LEAST);
    }

    private void text(int x, int y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }
}
