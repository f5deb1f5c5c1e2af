package dev.dovetail.preview;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The preview as JSON. */
final class PreviewJson {

    private final StringBuilder json = new StringBuilder();

    private PreviewJson() {}

    static String of(DeletePreview preview) {
        PreviewJson writer = new PreviewJson();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("verdict", preview.verdict());
        fields.put(
                "effects", preview.effects().stream().map(PreviewJson::effect).toList());
        fields.put("totals", preview.totals().stream().map(PreviewJson::total).toList());
        fields.put("notes", preview.notes());
        writer.value(fields, "\n");
        return writer.json.append('\n').toString();
    }

    private static Map<String, @Nullable Object> effect(DeleteEffect effect) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("table", effect.table());
        fields.put("actor", effect.actor());
        fields.put("action", effect.action());
        fields.put("path", effect.path());
        fields.put("constraint", effect.constraint());
        fields.put("rule", effect.rule());
        fields.put("rows", effect.rows());
        fields.put("atLeast", effect.atLeast());
        fields.put("keyColumns", effect.keyColumns());
        fields.put("sampleKeys", effect.sampleKeys());
        fields.put("remedy", effect.remedy());
        fields.put("elsewhere", effect.elsewhere());
        fields.put("effects", effect.effects().stream().map(PreviewJson::effect).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> total(DeleteTotal total) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("table", total.table());
        fields.put("byProgram", total.byProgram());
        fields.put("byDatabase", total.byDatabase());
        fields.put("setNull", total.setNull());
        fields.put("setDefault", total.setDefault());
        fields.put("refusing", total.refusing());
        fields.put("atLeast", total.atLeast());
        return fields;
    }

    /** Lists without objects in them stand on one line. */
    private void value(@Nullable Object value, String line) {
        if (value instanceof Map<?, ?> fields) {
            String separator = "{";
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                json.append(separator).append(line).append("  ");
                text(String.valueOf(field.getKey()));
                json.append(": ");
                value(field.getValue(), line + "  ");
                separator = ",";
            }
            json.append(line).append('}');
        } else if (value instanceof Collection<?> elements) {
            boolean objects = elements.stream().anyMatch(Map.class::isInstance);
            String separator = "[";
            for (Object element : elements) {
                json.append(separator).append(objects ? line + "  " : separator.equals("[") ? "" : " ");
                value(element, line + "  ");
                separator = ",";
            }
            json.append(elements.isEmpty() ? "[" : objects ? line : "").append(']');
        } else if (value == null || value instanceof Boolean || isFinite(value)) {
            json.append(value);
        } else {
            text(value.toString());
        }
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }

    private void text(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ' || Character.isSurrogate(character)) {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        json.append('"');
    }
}
