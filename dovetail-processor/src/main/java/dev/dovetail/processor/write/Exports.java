package dev.dovetail.processor.write;

import dev.dovetail.processor.source.EntitySource;

/** Keeps javac from warning, in a named module, that generated public classes name types of packages that are not exported. */
final class Exports {

    private Exports() {}

    static void suppress(EntitySource entity, JavaSource source) {
        if (entity.inNamedModule()) {
            source.line("@SuppressWarnings(\"exports\")");
        }
    }
}
