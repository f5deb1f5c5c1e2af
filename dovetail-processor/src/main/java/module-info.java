/**
 * The annotation processors: one checks mappings and writes a metamodel and a mapper for each entity, the other writes the
 * index of a compilation. Nothing of it is called by applications.
 */
module dev.dovetail.processor {
    requires java.compiler;
    requires dev.dovetail.orm;

    // The index first: the mapping processor claims the annotations, and javac asks nobody after that.
    provides javax.annotation.processing.Processor with
            dev.dovetail.processor.IndexProcessor,
            dev.dovetail.processor.MappingProcessor;
}
