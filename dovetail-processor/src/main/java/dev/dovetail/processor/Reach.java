package dev.dovetail.processor;

import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.processor.read.ClassNames;
import dev.dovetail.processor.read.EntityReader;
import dev.dovetail.processor.read.EntityReading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** A round's entities and all that they point to, directly or not. */
final class Reach {

    private final EntityReader reader;
    /** Everything that was reached, by class. */
    private final Map<String, Reached> reached = new LinkedHashMap<>();

    /**
     * An entity.
     *
     * @param reading what it declares
     * @param root the entity of this round that led to it; itself for those of the round
     */
    record Reached(EntityReading reading, TypeElement root) {}

    private Reach(EntityReader reader) {
        this.reader = reader;
    }

    static Reach from(List<TypeElement> roots, EntityReader reader) {
        Reach reach = new Reach(reader);
        roots.forEach(root -> reach.add(root, root));
        roots.forEach(reach::follow);
        return reach;
    }

    Optional<Reached> find(String className) {
        return Optional.ofNullable(reached.get(className));
    }

    List<EntityModel> models() {
        return reached.values().stream()
                .map(Reached::reading)
                .filter(EntityReading::isEntity)
                .map(EntityReading::model)
                .toList();
    }

    private void follow(TypeElement root) {
        Deque<EntityReading> open = new ArrayDeque<>();
        find(ClassNames.of(root).binary()).map(Reached::reading).ifPresent(open::add);
        while (!open.isEmpty()) {
            for (TypeElement target : open.remove().targets()) {
                add(target, root).ifPresent(open::add);
            }
        }
    }

    /** Reads a class that was not reached before. */
    private Optional<EntityReading> add(TypeElement type, TypeElement root) {
        String name = ClassNames.of(type).binary();
        if (reached.containsKey(name)) {
            return Optional.empty();
        }
        Optional<EntityReading> reading = reader.read(type);
        reading.ifPresent(read -> reached.put(name, new Reached(read, root)));
        return reading;
    }
}
