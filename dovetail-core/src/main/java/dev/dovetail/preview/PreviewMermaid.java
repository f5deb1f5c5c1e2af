package dev.dovetail.preview;

import org.jspecify.annotations.Nullable;

/** The preview as a flowchart of Mermaid. */
final class PreviewMermaid {

    private final StringBuilder chart = new StringBuilder("flowchart LR\n");
    private final StringBuilder refusing = new StringBuilder();
    private int boxes;

    private PreviewMermaid() {}

    static String of(DeletePreview preview) {
        PreviewMermaid writer = new PreviewMermaid();
        preview.effects().forEach(effect -> writer.box(effect, null));
        if (writer.refusing.length() > 0) {
            writer.chart
                    .append("  classDef refuses stroke:#c00,stroke-width:3px\n  class ")
                    .append(writer.refusing)
                    .append(" refuses\n");
        }
        return writer.chart.toString();
    }

    private void box(DeleteEffect effect, @Nullable String from) {
        String name = "e" + ++boxes;
        chart.append("  ")
                .append(name)
                .append("[\"")
                .append(escaped(effect.table()))
                .append("<br/>");
        chart.append(effect.atLeast() ? "\u2265 " : "").append(effect.rows()).append(' ');
        chart.append(PreviewText.action(effect)).append("\"]\n");
        if (from != null) {
            String path = effect.path()
                    + (effect.rule() == null ? "" : ", " + effect.rule().sql());
            chart.append("  ")
                    .append(from)
                    .append(" -->|\"")
                    .append(escaped(path))
                    .append("\"| ")
                    .append(name)
                    .append('\n');
        }
        if (effect.refuses()) {
            refusing.append(refusing.length() == 0 ? "" : ",").append(name);
        }
        effect.effects().forEach(child -> box(child, name));
    }

    /** Within quotes only these mean something; https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters. */
    private static String escaped(String text) {
        return text.replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }
}
