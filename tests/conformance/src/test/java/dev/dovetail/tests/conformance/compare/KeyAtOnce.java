package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Schema.EntityClass;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Kind;
import dev.dovetail.tests.conformance.corpus.Schema.Relationship;
import dev.dovetail.tests.conformance.corpus.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The field of a foreign key has the key of what the holder was set to before any flush. */
final class KeyAtOnce implements Difference {

    @Override
    public Rule rule() {
        return Rule.D12;
    }

    @Override
    public boolean column(Place place) {
        Map<String, @Nullable Object> row = place.course().tables(place.object()).stream()
                .filter(table -> table.columnNames().contains(place.attribute()))
                .findFirst()
                .map(table ->
                        place.course().row(place.course().now().actual(), place.object(), place.actualState(), table))
                .orElse(null);
        boolean ofKey = place.course().tables(place.object()).stream()
                .anyMatch(table -> table.primaryKey().contains(place.attribute()));
        boolean unflushed = ofKey || row == null || !Objects.equals(row.get(place.attribute()), place.actual());
        return unflushed
                && place.course().foreignKeys(place.object(), place.attribute()).stream()
                        .anyMatch(key -> ofHolder(place, key) || ofCollection(place, key) || ofStep(place, key));
    }

    private static boolean ofHolder(Place place, ForeignKey key) {
        EntityClass entity = Objects.requireNonNull(place.course().entity(place.object()));
        for (Relationship relationship : place.course().relationships(place.object())) {
            Map<String, @Nullable Object> loaded = place.actualState().relationships();
            if (relationship.kind() == Kind.MANY_TO_ONE
                    && key.equals(Keys.of(place.course(), entity, relationship))
                    && loaded.containsKey(relationship.name())) {
                return Objects.equals(place.actual(), keyOf(place, key, (String) loaded.get(relationship.name())));
            }
        }
        return false;
    }

    private static @Nullable Object keyOf(Place place, ForeignKey key, @Nullable String parent) {
        return parent == null ? null : place.course().lastKnown(parent, Keys.referenced(key, place.attribute()));
    }

    /** The key of the parent whose collection holds the object, or null where the last one gave it up. */
    private static boolean ofCollection(Place place, ForeignKey key) {
        Map<String, ObjectState> objects =
                place.course().now().actual().result().objects();
        List<String> parents = objects.keySet().stream()
                .filter(parent -> holds(place, key, parent, objects.get(parent)))
                .toList();
        if (parents.isEmpty()) {
            return place.actual() == null && heldBefore(place, key);
        }
        return parents.stream().anyMatch(parent -> Objects.equals(place.actual(), keyOf(place, key, parent)));
    }

    private static boolean heldBefore(Place place, ForeignKey key) {
        return place.course().pairs().stream()
                .map(pair -> pair.actual().result().objects())
                .anyMatch(objects -> objects.entrySet().stream()
                        .anyMatch(parent -> holds(place, key, parent.getKey(), parent.getValue())));
    }

    /** The key that the last step gave, where no loaded holder tells: of an unloaded collection that was appended to. */
    private static boolean ofStep(Place place, ForeignKey key) {
        List<StepPair> pairs = place.course().pairs();
        for (int i = pairs.size() - 1; i >= 0; i--) {
            Step step = pairs.get(i).step();
            boolean putHere = place.object().equals(step.value("value"));
            if (putHere && (step.op() == Op.APPEND || step.op() == Op.ASSIGN) && along(place, key, step)) {
                return Objects.equals(
                        place.actual(), keyOf(place, key, place.course().named(step.text("obj"))));
            }
            if (putHere && step.op() == Op.REMOVE && along(place, key, step)) {
                return place.actual() == null;
            }
            if (step.op() == Op.ASSIGN && step.value("value") instanceof List<?> && along(place, key, step)) {
                return place.actual() == null
                        || holds(place, key, place.course().named(step.text("obj")));
            }
        }
        return false;
    }

    private static boolean along(Place place, ForeignKey key, Step step) {
        String owner = place.course().named(step.text("obj"));
        EntityClass entity = place.course().entity(owner);
        Relationship relationship = place.course().relationship(owner, step.text("attr"));
        return entity != null
                && relationship != null
                && relationship.kind() != Kind.MANY_TO_ONE
                && key.equals(Keys.of(place.course(), entity, relationship));
    }

    private static boolean holds(Place place, ForeignKey key, String parent) {
        ObjectState state = place.actualState(parent);
        return state != null
                && holds(place, key, parent, state)
                && Objects.equals(place.actual(), keyOf(place, key, parent));
    }

    private static boolean holds(Place place, ForeignKey key, String parent, ObjectState state) {
        EntityClass entity = place.course().entity(parent);
        return entity != null
                && place.course().relationships(parent).stream()
                        .filter(relationship ->
                                relationship.kind() == Kind.ONE_TO_MANY || relationship.kind() == Kind.ONE_TO_ONE)
                        .filter(relationship -> key.equals(Keys.of(place.course(), entity, relationship)))
                        .anyMatch(relationship -> Keys.doesName(state, relationship.name(), place.object()));
    }
}
