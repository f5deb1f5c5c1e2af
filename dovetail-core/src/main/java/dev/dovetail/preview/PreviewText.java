package dev.dovetail.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The preview for a console: the tree with its columns one below the other, then the numbers of each table. */
final class PreviewText {

    private static final List<String> HEADS =
            List.of("table", "by program", "by database", "set NULL", "set default", "refuse");

    private final StringBuilder text = new StringBuilder();
    private final List<Line> lines = new ArrayList<>();

    /** A line of the tree; of a remedy only the tree and the words. */
    private record Line(String mark, String tree, String rows, String action, String path, String keys) {}

    private PreviewText() {}

    static String of(DeletePreview preview) {
        PreviewText writer = new PreviewText();
        writer.headline(preview);
        preview.effects().forEach(effect -> writer.collect(effect, "", ""));
        writer.tree();
        writer.totals(preview.totals());
        preview.notes()
                .forEach(note -> writer.text.append("note: ").append(note).append('\n'));
        return writer.text.toString();
    }

    private void headline(DeletePreview preview) {
        text.append(
                switch (preview.verdict()) {
                    case ALLOWED -> "ALLOWED: no foreign key refuses the delete";
                    case REFUSED -> "REFUSED" + tables(preview.refusals());
                    case DEPENDS -> "DEPENDS on the order in which the database works";
                });
        text.append("\n\n");
    }

    private static String tables(List<DeleteEffect> refusals) {
        return refusals.isEmpty()
                ? ""
                : refusals.stream()
                        .map(DeleteEffect::table)
                        .distinct()
                        .collect(Collectors.joining(", ", " by rows of ", ""));
    }

    private void collect(DeleteEffect effect, String own, String below) {
        String path = effect.path() == null ? "" : effect.path();
        if (effect.rule() != null) {
            path += ", " + effect.rule().sql();
        }
        lines.add(new Line(
                effect.refuses() ? "! " : "  ",
                own + effect.table(),
                (effect.atLeast() ? "\u2265 " : "") + effect.rows(),
                action(effect),
                path,
                keys(effect) + (effect.elsewhere() ? " (goes on at " + effect.table() + " above)" : "")));
        if (effect.remedy() != null) {
            lines.add(new Line("  ", below, "", "\u21b3 " + effect.remedy(), "", ""));
        }
        for (int i = 0; i < effect.effects().size(); i++) {
            boolean last = i == effect.effects().size() - 1;
            collect(
                    effect.effects().get(i),
                    below + (last ? "\u2514\u2500 " : "\u251c\u2500 "),
                    below + (last ? "   " : "\u2502  "));
        }
    }

    static String action(DeleteEffect effect) {
        String actor = " by the " + effect.actor().name().toLowerCase(Locale.ROOT);
        return switch (effect.action()) {
            case DELETE -> "deleted" + actor;
            case SET_NULL -> "set to NULL" + actor;
            case SET_DEFAULT -> "set to default" + actor;
            case REFUSE -> effect.rows() == 1 ? "refuses" : "refuse";
        };
    }

    /** Such as {@code 1, 2, 3, …}; of several columns {@code (1, a), …}. */
    static String keys(DeleteEffect effect) {
        String keys = effect.sampleKeys().stream().map(PreviewText::key).collect(Collectors.joining(", "));
        return effect.sampleKeys().size() < effect.rows() && !keys.isEmpty() ? keys + ", \u2026" : keys;
    }

    private static String key(List<@Nullable Object> key) {
        String values = key.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return key.size() == 1 ? values : "(" + values + ")";
    }

    private void tree() {
        int tree = width(lines, Line::tree);
        int rows = width(lines, Line::rows);
        List<Line> effects =
                lines.stream().filter(line -> !line.rows().isEmpty()).toList();
        int action = width(effects, Line::action);
        int path = width(effects, Line::path);
        for (Line line : lines) {
            text.append((line.mark() + left(line.tree(), tree) + "  " + right(line.rows(), rows) + "  "
                                    + left(line.action(), action) + "  " + left(line.path(), path) + "  " + line.keys())
                            .stripTrailing())
                    .append('\n');
        }
    }

    private void totals(List<DeleteTotal> totals) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADS);
        for (DeleteTotal total : totals) {
            rows.add(List.of(
                    total.table() + (total.atLeast() ? " (at least)" : ""),
                    number(total.byProgram()),
                    number(total.byDatabase()),
                    number(total.setNull()),
                    number(total.setDefault()),
                    number(total.refusing())));
        }
        text.append('\n');
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  " + left(row.get(0), width(rows, cells -> cells.get(0))));
            for (int column = 1; column < row.size(); column++) {
                int position = column;
                line.append("  ").append(right(row.get(column), width(rows, cells -> cells.get(position))));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static String number(long number) {
        return number == 0 ? "-" : Long.toString(number);
    }

    private static <T> int width(List<T> lines, Function<T, String> part) {
        return lines.stream().mapToInt(line -> part.apply(line).length()).max().orElse(0);
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
