package dev.dovetail.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Somebody else's processor: writes an enum and an entity in the first round. */
@SupportedAnnotationTypes("*")
public final class OtherProcessor extends AbstractProcessor {

    private boolean done;

    /** For javac. */
    public OtherProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!done) {
            done = true;
            write("app.Late", "package app; public enum Late { A }");
            write(
                    "app.LateEntity",
                    "package app; @dev.dovetail.orm.mapping.Entity class LateEntity { @dev.dovetail.orm.mapping.Id Integer id; }");
        }
        return false;
    }

    private void write(String name, String text) {
        try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
