package dev.dovetail.processor.write;

/** Where a type annotation stands: before the simple name, {@code java.util.@Nullable Date}. */
final class Nullness {

    private Nullness() {}

    static String annotate(String annotation, String type) {
        int dot = type.lastIndexOf('.');
        return type.substring(0, dot + 1) + annotation + " " + type.substring(dot + 1);
    }
}
