package dev.dovetail.tests.conformance.interpret;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What results call an object: the first label it got, else its entity and key, or its entity and a number. */
final class ObjectNames {

    private final Map<String, @Nullable Object> labels = new HashMap<>();
    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> withoutKey = new HashMap<>();

    void label(String label, @Nullable Object object) {
        labels.put(label, object);
        if (object != null && names.putIfAbsent(object, label) == null) {
            taken.add(label);
        }
    }

    /** {@return the object of a label; null where the step that was to give it found none, or failed} */
    @Nullable
    Object labelled(String label) {
        return labels.get(label);
    }

    boolean knows(Object object) {
        return names.containsKey(object);
    }

    /** Names an object that nobody has labelled. */
    void found(Object object, String entity, List<?> key) {
        String name = key.isEmpty()
                ? entity + "+" + withoutKey.merge(entity, 1, Integer::sum)
                : entity + "#" + key.stream().map(String::valueOf).collect(Collectors.joining(","));
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "~" + i;
        }
        names.put(object, free);
    }

    String of(Object object) {
        String name = names.get(object);
        if (name == null) {
            throw new IllegalStateException("an object without a name: " + object);
        }
        return name;
    }

    /** {@return all objects that have a name} */
    Collection<Object> objects() {
        return List.copyOf(names.keySet());
    }
}
