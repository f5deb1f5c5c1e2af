package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ClassName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of a class that is being written: imports, indentation, and lines that break at 120 columns. JavaPoet would be
 * a dependency on every user's processor path, and lays out neither switches nor call chains; this page does.
 */
final class JavaSource {

    private static final int COLUMNS = 120;
    private static final String INDENT = "    ";
    private static final Set<String> JAVA_LANG = Set.of(
            "Boolean",
            "Byte",
            "Character",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Object",
            "Override",
            "Short",
            "String",
            "SuppressWarnings");

    private final ClassName name;
    private final Map<String, String> outermostBySimpleName = new HashMap<>();
    private final Set<String> imports = new TreeSet<>();
    private final Set<String> staticImports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();
    private int depth;

    /**
     * A class.
     *
     * @param name the class that is written
     * @param reserved simple names that mean something else within it, such as those of nested classes
     */
    JavaSource(ClassName name, String... reserved) {
        this.name = name;
        outermostBySimpleName.put(name.simple(), name.canonical());
        for (String simple : reserved) {
            outermostBySimpleName.put(simple, name.canonical() + "." + simple);
        }
        for (String simple : JAVA_LANG) {
            outermostBySimpleName.put(simple, "java.lang." + simple);
        }
    }

    /** How a class is named here; imports it if it can. */
    String type(ClassName type) {
        ClassName outermost = type.outermost();
        String meant = outermostBySimpleName.putIfAbsent(outermost.simple(), outermost.canonical());
        if (meant != null && !meant.equals(outermost.canonical())) {
            return type.canonical();
        }
        boolean visible = outermost.packageName().equals(name.packageName())
                || outermost.packageName().equals("java.lang")
                || outermost.packageName().isEmpty();
        if (!visible) {
            imports.add(outermost.canonical());
        }
        return type.nested();
    }

    /** How a top-level class is named here. */
    String type(String packageName, String simpleName) {
        return type(new ClassName(packageName, List.of(simpleName)));
    }

    /** How a top-level class is named here; also a primitive type or an array of one. */
    String type(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        return dot < 0 ? qualifiedName : type(qualifiedName.substring(0, dot), qualifiedName.substring(dot + 1));
    }

    /** Imports a static member and names it. */
    String member(String className, String member) {
        staticImports.add(className + "." + member);
        return member;
    }

    void line(String text) {
        if (!text.isEmpty()) {
            body.append(INDENT.repeat(depth)).append(text);
        }
        body.append('\n');
    }

    /** How much has been written, to see whether something was. */
    int length() {
        return body.length();
    }

    void blank() {
        line("");
    }

    /** Opens a block: a line that ends with a brace. */
    void open(String text) {
        line(text + " {");
        depth++;
    }

    void close(String text) {
        depth--;
        line(text);
    }

    void close() {
        close("}");
    }

    /** A call on one line if it fits, or else with each argument on a line of its own. */
    void call(String head, List<String> arguments, String tail) {
        String one = head + "(" + String.join(", ", arguments) + ")" + tail;
        if (fits(one)) {
            line(one);
            return;
        }
        line(head + "(");
        for (int i = 0; i < arguments.size(); i++) {
            boolean last = i == arguments.size() - 1;
            continued(arguments.get(i) + (last ? ")" + tail : ","), 2);
        }
    }

    /** Lines one level deeper. */
    void indented(Runnable lines) {
        depth++;
        lines.run();
        depth--;
    }

    /** Values in braces on one line if they fit, or else each on a line of its own. */
    void braces(String head, List<String> values, String tail) {
        String one = head + "{" + String.join(", ", values) + "}" + tail;
        if (fits(one)) {
            line(one);
            return;
        }
        line(head + "{");
        for (int i = 0; i < values.size(); i++) {
            continued(values.get(i) + (i == values.size() - 1 ? "" : ","), 1);
        }
        line("}" + tail);
    }

    /** Opens a block whose condition is on one line if it fits, or else with each operand on a line of its own. */
    void open(List<String> operands, String operator, String head, String tail) {
        operands(head, operator, operands, tail + " {");
        depth++;
    }

    /** A condition on one line if it fits, or else with each operand on a line of its own. */
    void operands(String head, String operator, List<String> operands, String tail) {
        String one = head + String.join(" " + operator + " ", operands) + tail;
        if (fits(one)) {
            line(one);
            return;
        }
        line(head + operands.get(0));
        for (int i = 1; i < operands.size(); i++) {
            continued(operator + " " + operands.get(i) + (i == operands.size() - 1 ? tail : ""), 2);
        }
    }

    /** An expression with calls on it, on one line if it fits, or else with each call on a line of its own. */
    void chain(String head, List<String> calls, String tail, int levels) {
        String one = head + String.join("", calls) + tail;
        if (calls.isEmpty() || INDENT.length() * levels + depth * INDENT.length() + one.length() <= COLUMNS) {
            continued(one, levels);
            return;
        }
        continued(head, levels);
        for (int i = 0; i < calls.size(); i++) {
            continued(calls.get(i) + (i == calls.size() - 1 ? tail : ""), levels + 2);
        }
    }

    /** A statement that calls are added to: on one line if it fits, or else with each call on a line of its own. */
    void head(String head, List<String> calls, String tail) {
        String one = head + String.join("", calls) + tail;
        if (fits(one)) {
            line(one);
            return;
        }
        line(head);
        for (int i = 0; i < calls.size(); i++) {
            continued(calls.get(i) + (i == calls.size() - 1 ? tail : ""), 2);
        }
    }

    /** A line that continues the one before. */
    void continued(String text, int levels) {
        depth += levels;
        line(text);
        depth -= levels;
    }

    /** An assignment on one line if it fits, or else broken after the sign. */
    void assign(String target, String value) {
        String one = target + " = " + value + ";";
        if (fits(one)) {
            line(one);
        } else {
            line(target + " =");
            continued(value + ";", 2);
        }
    }

    private boolean fits(String text) {
        return depth * INDENT.length() + text.length() <= COLUMNS;
    }

    /** A text as a string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            switch (letter) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    // ASCII only: the encoding of generated files is the compiler's option, not ours.
                    if (letter >= ' ' && letter < 0x7f) {
                        literal.append(letter);
                    } else {
                        literal.append(String.format("\\u%04x", (int) letter));
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!name.packageName().isEmpty()) {
            text.append("package ").append(name.packageName()).append(";\n\n");
        }
        staticImports.forEach(
                member -> text.append("import static ").append(member).append(";\n"));
        text.append(staticImports.isEmpty() ? "" : "\n");
        imports.forEach(type -> text.append("import ").append(type).append(";\n"));
        text.append(imports.isEmpty() ? "" : "\n");
        return text.append(body).toString();
    }
}
