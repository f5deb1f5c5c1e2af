package dev.dovetail.compile;

import dev.dovetail.sql.Expression;
import dev.dovetail.sql.JsonExtraction;
import dev.dovetail.sql.StandardFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the functions for which dialects have templates. */
final class FunctionRendering {
    private final Dialect dialect;
    private final SqlWriter writer;
    private final ExpressionRendering expressions;

    FunctionRendering(Dialect dialect, SqlWriter writer, ExpressionRendering expressions) {
        this.dialect = dialect;
        this.writer = writer;
        this.expressions = expressions;
    }

    void write(StandardFunction<?> node) {
        Capability capability = FunctionTemplates.capability(node.function());
        String name = node.function().name().replace('_', ' ').toLowerCase(Locale.ROOT);
        if (capability != null) {
            writer.require(capability, "function '" + name + "'");
        }
        switch (node.function()) {
            case GREATEST, LEAST, ABS, ROUND, FLOOR, CEILING, SIGN, POWER, SQRT, EXP, LN, NEGATE ->
                expressions.requireNumbers("function '" + name + "'", node.arguments());
            default -> {}
        }
        expressions.amongArguments(node.arguments(), () -> fill(dialect.function(node.function()), node.arguments()));
    }

    /** The template's text, with arguments in the place of {@code {0}} and {@code {*}}. */
    private void fill(String template, List<? extends Expression<?>> arguments) {
        int position = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', position)) {
            int close = template.indexOf('}', open);
            writer.text(template.substring(position, open));
            String which = template.substring(open + 1, close);
            boolean whole = isWhole(template, open, close);
            if (which.equals("*")) {
                writer.list(arguments, ", ", argument -> argument(argument, true));
            } else {
                argument(arguments.get(Integer.parseInt(which)), whole);
            }
            position = close + 1;
        }
        writer.text(template.substring(position));
    }

    /** Whether a place is bounded by brackets and commas alone, so that what stands there needs no brackets. */
    private static boolean isWhole(String template, int open, int close) {
        boolean begins = open > 0 && template.charAt(open - 1) == '(' || template.startsWith(", ", open - 2);
        char after = close + 1 < template.length() ? template.charAt(close + 1) : ' ';
        return begins && (after == ')' || after == ',');
    }

    private void argument(Expression<?> argument, boolean whole) {
        if (ExpressionRendering.isBound(argument)) {
            expressions.typed(argument);
        } else if (whole) {
            expressions.render(argument);
        } else {
            expressions.bracketed(argument, Precedence.ATOM);
        }
    }

    void write(JsonExtraction<?> node) {
        String template = dialect.jsonExtraction(node.asText());
        if (template == null) {
            writer.require(Capability.JSON_PATHS, "path into JSON");
            return;
        }
        List<Expression<?>> arguments = new ArrayList<>(List.of(node.document(), node.path()));
        int keys = template.indexOf("{keys}");
        if (keys < 0) {
            fill(template, arguments);
            return;
        }
        StringBuilder places = new StringBuilder();
        for (int key = 0; key < node.keys().size(); key++) {
            places.append(key == 0 ? "{" : ", {").append(arguments.size()).append('}');
            arguments.add(node.keys().get(key));
        }
        fill(template.replace("{keys}", places), arguments);
    }
}
