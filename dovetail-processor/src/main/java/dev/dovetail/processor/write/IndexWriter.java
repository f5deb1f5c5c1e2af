package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ClassName;
import java.util.List;

/** Writes the index of a compilation. */
public final class IndexWriter {

    /** The class that indexes extend, which is also the service that they provide. */
    public static final String SERVICE = "dev.dovetail.orm.generated.EntityIndex";

    private IndexWriter() {}

    /**
     * Writes an index.
     *
     * @param index its name
     * @param entities the entities, in the order in which they are to stand
     * @param inNamedModule whether it belongs to a named module
     * @return the source text
     */
    public static String write(ClassName index, List<ClassName> entities, boolean inNamedModule) {
        JavaSource source = new JavaSource(index);
        source.line("/** The entities of this compilation. Written by Dovetail's processor. */");
        Exports.suppress(inNamedModule, source);
        source.open("public final class " + index.simple() + " extends " + source.type(SERVICE));
        source.blank();
        source.line("/** The instance that applications use. */");
        source.assign("public static final " + index.simple() + " INSTANCE", "new " + index.simple() + "()");
        source.blank();
        source.line("/** For the service loader. */");
        source.open("public " + index.simple() + "()");
        source.call(
                "super",
                entities.stream()
                        .map(entity -> source.type(entity.mapper()) + ".INSTANCE")
                        .toList(),
                ";");
        source.close();
        source.close();
        return source.toString();
    }
}
