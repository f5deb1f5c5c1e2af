package dev.dovetail.processor;

import dev.dovetail.orm.mapping.model.Finding;
import dev.dovetail.orm.mapping.model.Finding.Severity;
import dev.dovetail.orm.mapping.model.MappingModel;
import dev.dovetail.orm.mapping.model.Rule;
import dev.dovetail.processor.read.ClassNames;
import dev.dovetail.processor.read.EntityReader;
import dev.dovetail.processor.read.EntityReading;
import dev.dovetail.processor.source.ClassName;
import dev.dovetail.processor.source.EntitySource;
import dev.dovetail.processor.write.MapperWriter;
import dev.dovetail.processor.write.MetamodelWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * Checks mappings, and writes a metamodel and a mapper for each entity, and an accessor for each mapped superclass. Each file comes from one entity and what that
 * points to, so that build tools can process entities one by one.
 *
 * <p>Code is written for entities with mistakes, too, as far as they can be read: otherwise each use of a metamodel would
 * be an error of its own, and hide the one that matters.
 *
 * <p>It claims the mapping annotations, so that {@code -Xlint:processing} does not warn of them; {@link IndexProcessor},
 * which reads one of them, is therefore to be named first where processors are named one by one.
 */
public final class MappingProcessor extends AbstractProcessor {

    private static final String SUPPRESS = "dovetail.suppress";

    /** The entities of all rounds so far, with the fields that were left out because their type did not compile. */
    private final Map<ClassName, List<String>> processed = new LinkedHashMap<>();

    private final Set<Finding> reported = new HashSet<>();

    /** For the service loader. */
    public MappingProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.dovetail.orm.mapping.*");
    }

    /** Warnings and notes that nobody wants to hear of in this compilation, for instance {@code -Adovetail.suppress=FK10,FK14}. */
    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(SUPPRESS);
    }

    private Set<String> suppressed() {
        String codes = processingEnv.getOptions().get(SUPPRESS); // null also where the option has no value
        return codes == null ? Set.of() : Set.copyOf(List.of(codes.split("\\s*,\\s*")));
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        EntityReader reader = new EntityReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        Reporter reporter = new Reporter(processingEnv.getMessager(), reported, suppressed());
        reportLateTypes(reader, reporter);
        List<TypeElement> roots = new ArrayList<>(Entities.in(round, processingEnv.getElementUtils()));
        roots.addAll(Entities.mappedSuperclasses(round, processingEnv.getElementUtils()));
        if (roots.isEmpty()) {
            return true;
        }
        Reach reach = Reach.from(roots, reader);
        for (TypeElement root : roots) {
            reach.find(ClassNames.of(root).binary()).ifPresent(entity -> {
                EntityReading reading = entity.reading();
                processed.put(reading.source().name(), reading.unresolved());
                reading.findings().forEach(finding -> reporter.report(finding, root));
            });
        }
        for (Finding finding : MappingModel.of(reach.models()).findings()) {
            reach.find(finding.entity()).ifPresent(entity -> report(finding, entity, reporter));
        }
        for (TypeElement root : roots) {
            reach.find(ClassNames.of(root).binary())
                    .map(Reach.Reached::reading)
                    .filter(EntityReading::writable)
                    .ifPresent(reading -> write(reading, reporter));
        }
        return true;
    }

    /**
     * Of classes that are not being compiled, only errors: they may come from a change on this side. Of what is no class
     * at all, nothing: that it cannot be an entity has been said.
     */
    private void report(Finding finding, Reach.Reached entity, Reporter reporter) {
        if (entity.reading().element().getKind() != ElementKind.CLASS) {
            return;
        }
        if (processed.containsKey(entity.reading().source().name())) {
            reporter.report(finding, entity.reading().element());
        } else if (finding.severity() == Severity.ERROR) {
            reporter.reportElsewhere(finding, entity.root());
        }
    }

    private void write(EntityReading reading, Reporter reporter) {
        EntitySource source = reading.source();
        GeneratedFiles files = new GeneratedFiles(processingEnv.getFiler());
        if (!reading.isEntity()) {
            write(reading, source.name().accessor(), MapperWriter.writeAccessor(source), files, reporter);
            return;
        }
        write(reading, source.name().metamodel(), MetamodelWriter.write(source), files, reporter);
        write(reading, source.name().mapper(), MapperWriter.write(source), files, reporter);
    }

    private static void write(
            EntityReading reading, ClassName name, String text, GeneratedFiles files, Reporter reporter) {
        if (!files.write(name, text, reading.element())) {
            Finding finding = Finding.of(
                    Rule.NAME_TAKEN,
                    reading.model().className(),
                    null,
                    reading.model().simpleName() + ": the processor writes " + name.canonical()
                            + ", but there is a class of that name; rename that class");
            reporter.report(finding.at("Entity", null), reading.element());
        }
    }

    /** A type that another processor has written only now comes too late for the mapper. */
    private void reportLateTypes(EntityReader reader, Reporter reporter) {
        processed.forEach((name, fields) -> {
            TypeElement type =
                    fields.isEmpty() ? null : processingEnv.getElementUtils().getTypeElement(name.canonical());
            if (type == null) {
                return;
            }
            List<String> still =
                    reader.read(type).map(EntityReading::unresolved).orElse(List.of());
            fields.stream()
                    .filter(field -> !still.contains(field))
                    .forEach(field -> reporter.report(
                            Finding.of(
                                    Rule.FIELD_NOT_MAPPABLE,
                                    name.binary(),
                                    field,
                                    name.simple() + "." + field
                                            + ": its type was written by another annotation processor after the"
                                            + " mapper; compile generated types in a module of their own"),
                            type));
            processed.put(name, still);
        });
    }
}
