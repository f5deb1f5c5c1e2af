package dev.dovetail.processor;

import dev.dovetail.orm.mapping.model.Rule;
import dev.dovetail.processor.read.AnnotationUse;
import dev.dovetail.processor.read.ClassNames;
import dev.dovetail.processor.source.ClassName;
import dev.dovetail.processor.write.IndexWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Writes the index of the compilation's entities, and its entry for the service loader. It is made from all entities
 * together, which build tools want to be said of a processor as a whole; so it is a processor of its own.
 *
 * <p>The index is written in the first round that has entities: a later one would make each use of it an error whenever
 * another mistake ends the compilation first.
 */
public final class IndexProcessor extends AbstractProcessor {

    /** The option that names the index. */
    static final String OPTION = "dovetail.index";

    private static final String DEFAULT_NAME = "AppModel";

    private @Nullable ClassName index;
    private boolean checkedModule;

    /** For the service loader. */
    public IndexProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Entities.ANNOTATION);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<TypeElement> entities = Entities.in(round, processingEnv.getElementUtils());
        if (index == null && !entities.isEmpty()) {
            index = name(entities.stream().map(ClassNames::of).toList());
            write(index, entities);
        } else if (index != null) {
            reportLate(index, entities);
            checkModule(index);
        }
        return false;
    }

    private ClassName name(List<ClassName> entities) {
        String option = processingEnv.getOptions().get(OPTION);
        if (option == null) {
            return new ClassName(commonPackage(entities), List.of(DEFAULT_NAME));
        }
        if (!SourceVersion.isName(option)) {
            error("-A" + OPTION + "=" + option + " is no class name; write for instance -A" + OPTION + "=app."
                    + DEFAULT_NAME);
            return new ClassName(commonPackage(entities), List.of(DEFAULT_NAME));
        }
        int dot = option.lastIndexOf('.');
        return new ClassName(dot < 0 ? "" : option.substring(0, dot), List.of(option.substring(dot + 1)));
    }

    /** The longest package that all entities are in or below. */
    private static String commonPackage(List<ClassName> entities) {
        List<String> common = Arrays.asList(entities.get(0).packageName().split("\\."));
        for (ClassName entity : entities) {
            List<String> parts = Arrays.asList(entity.packageName().split("\\."));
            int length = 0;
            while (length < Math.min(common.size(), parts.size())
                    && common.get(length).equals(parts.get(length))) {
                length++;
            }
            common = common.subList(0, length);
        }
        return String.join(".", common);
    }

    private void write(ClassName name, List<TypeElement> entities) {
        Element[] origins = entities.toArray(new Element[0]);
        ModuleElement module = processingEnv.getElementUtils().getModuleOf(entities.get(0));
        String text = IndexWriter.write(
                name, entities.stream().map(ClassNames::of).toList(), module != null && !module.isUnnamed());
        if (!new GeneratedFiles(processingEnv.getFiler()).write(name, text, origins)) {
            error("[" + Rule.NAME_TAKEN.code() + "] the index of the entities is to be " + name.canonical()
                    + ", but there is a class of that name; name another with -A" + OPTION + "=…");
            return;
        }
        String file = "META-INF/services/" + IndexWriter.SERVICE;
        try (Writer writer = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", file, origins)
                .openWriter()) {
            writer.write(name.binary() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void reportLate(ClassName name, List<TypeElement> entities) {
        for (TypeElement entity : entities) {
            ClassName late = ClassNames.of(entity);
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "[" + Rule.NAME_TAKEN.code() + "] " + late.simple()
                                    + " was written by another annotation processor"
                                    + " after the index " + name.canonical()
                                    + "; compile generated entities in a module of their own",
                            entity);
        }
    }

    /** Looks only when the index exists: before that, the directive names a class that is not there. */
    private void checkModule(ClassName name) {
        TypeElement type = processingEnv.getElementUtils().getTypeElement(name.canonical());
        ModuleElement module =
                type == null ? null : processingEnv.getElementUtils().getModuleOf(type);
        if (checkedModule || module == null || module.isUnnamed() || suppressed(module)) {
            return;
        }
        checkedModule = true;
        boolean provided = ElementFilter.providesIn(module.getDirectives()).stream()
                .filter(directive -> directive.getService().getQualifiedName().contentEquals(IndexWriter.SERVICE))
                .flatMap(directive -> directive.getImplementations().stream())
                .anyMatch(implementation -> implementation.equals(type));
        if (!provided) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.WARNING,
                            "[" + Rule.INDEX_NOT_PROVIDED.code()
                                    + "] the service loader finds no entities of the module "
                                    + module.getQualifiedName() + "; add this line to its module-info.java: provides "
                                    + IndexWriter.SERVICE + " with " + name.canonical() + ";",
                            module);
        }
    }

    private static boolean suppressed(ModuleElement module) {
        return AnnotationUse.suppressedWarnings(module).contains(Rule.INDEX_NOT_PROVIDED.code());
    }

    private void error(String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message);
    }
}
