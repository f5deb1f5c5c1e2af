package dev.dovetail.processor;

import dev.dovetail.processor.source.ClassName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;

/** Hands source text to the compiler. */
final class GeneratedFiles {

    private final Filer filer;

    GeneratedFiles(Filer filer) {
        this.filer = filer;
    }

    /**
     * Writes a class.
     *
     * @param name its name
     * @param text its source
     * @param origins the elements that it was made from; build tools make it again when one of them changes
     * @return false if there is such a class already
     * @throws UncheckedIOException if the file cannot be written
     */
    boolean write(ClassName name, String text, Element... origins) {
        try (Writer writer = filer.createSourceFile(name.canonical(), origins).openWriter()) {
            writer.write(text);
            return true;
        } catch (FilerException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name.canonical(), e);
        }
    }
}
