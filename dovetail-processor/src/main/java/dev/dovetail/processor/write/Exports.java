package dev.dovetail.processor.write;

/** Keeps javac from warning, in a named module, that generated public classes name types of packages that are not exported. */
final class Exports {

    private Exports() {}

    static void suppress(boolean inNamedModule, JavaSource source) {
        if (inNamedModule) {
            source.line("@SuppressWarnings(\"exports\")");
        }
    }
}
