package dev.dovetail.processor.write;

/** Where a type annotation stands: before the simple name, {@code java.util.@Nullable Date}. */
final class Nullness {

    private Nullness() {}

    /** A reference type that may be null. */
    static String nullable(String type, JavaSource source) {
        String annotation = "@" + source.type("org.jspecify.annotations.Nullable");
        return type.endsWith("[]")
                ? type.substring(0, type.length() - 2) + " " + annotation + " []"
                : annotate(annotation, type);
    }

    private static String annotate(String annotation, String type) {
        int arguments = type.indexOf('<');
        int dot = type.lastIndexOf('.', arguments < 0 ? type.length() : arguments);
        return type.substring(0, dot + 1) + annotation + " " + type.substring(dot + 1);
    }
}
