package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The order of entities by their foreign keys: referenced ones first, those that do not depend on each other by name.
 * A hierarchy of classes is one entity here, its root. Entities that refer to each other in a circle form one group (a strongly connected component, after Tarjan).
 */
public final class TableOrder {

    private final Map<EntityDescriptor<?>, Integer> index = new HashMap<>();
    private final Map<EntityDescriptor<?>, Integer> low = new HashMap<>();
    private final Deque<EntityDescriptor<?>> stack = new ArrayDeque<>();
    private final Map<EntityDescriptor<?>, List<EntityDescriptor<?>>> componentOf = new HashMap<>();

    private TableOrder() {}

    /**
     * Groups and orders entities.
     *
     * @param entities all entities
     * @return the groups, referenced ones first
     */
    public static List<List<EntityDescriptor<?>>> of(Collection<EntityDescriptor<?>> entities) {
        TableOrder order = new TableOrder();
        List<EntityDescriptor<?>> byName = entities.stream()
                .<EntityDescriptor<?>>map(EntityDescriptor::root)
                .distinct()
                .sorted(Comparator.comparing(EntityDescriptor::name))
                .toList();
        for (EntityDescriptor<?> entity : byName) {
            if (!order.index.containsKey(entity)) {
                order.connect(entity);
            }
        }
        return order.sort(byName);
    }

    /**
     * Whether rows of a group can depend on each other in a circle.
     *
     * @param component a group
     * @return true if its entities refer to each other, or one to itself
     */
    public static boolean cyclic(List<EntityDescriptor<?>> component) {
        return component.size() > 1
                || component.get(0).hierarchyOutgoing().stream()
                        .anyMatch(key -> key.parent().root() == component.get(0));
    }

    private void connect(EntityDescriptor<?> entity) {
        index.put(entity, index.size());
        low.put(entity, index.get(entity));
        stack.push(entity);
        for (ForeignKeyDescriptor key : entity.hierarchyOutgoing()) {
            EntityDescriptor<?> parent = key.parent().root();
            if (!index.containsKey(parent)) {
                connect(parent);
                low.merge(entity, low.get(parent), Math::min);
            } else if (stack.contains(parent)) {
                low.merge(entity, index.get(parent), Math::min);
            }
        }
        if (low.get(entity).equals(index.get(entity))) {
            List<EntityDescriptor<?>> component = new ArrayList<>();
            EntityDescriptor<?> member;
            do {
                member = stack.pop();
                component.add(member);
                componentOf.put(member, component);
            } while (member != entity);
            component.sort(Comparator.comparing(EntityDescriptor::name));
        }
    }

    private List<List<EntityDescriptor<?>>> sort(List<EntityDescriptor<?>> byName) {
        Map<List<EntityDescriptor<?>>, Integer> open = new HashMap<>();
        Map<List<EntityDescriptor<?>>, List<List<EntityDescriptor<?>>>> blocks = new HashMap<>();
        List<List<EntityDescriptor<?>>> components =
                byName.stream().map(componentOf::get).distinct().toList();
        for (List<EntityDescriptor<?>> component : components) {
            List<List<EntityDescriptor<?>>> parents = component.stream()
                    .flatMap(entity -> entity.hierarchyOutgoing().stream())
                    .<List<EntityDescriptor<?>>>map(
                            key -> componentOf.get(key.parent().root()))
                    .filter(parent -> parent != component)
                    .distinct()
                    .toList();
            open.put(component, parents.size());
            parents.forEach(parent ->
                    blocks.computeIfAbsent(parent, key -> new ArrayList<>()).add(component));
        }
        PriorityQueue<List<EntityDescriptor<?>>> ready = new PriorityQueue<>(Comparator.comparing(
                (List<EntityDescriptor<?>> component) -> component.get(0).name()));
        components.stream().filter(component -> open.get(component) == 0).forEach(ready::add);
        List<List<EntityDescriptor<?>>> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            List<EntityDescriptor<?>> component = ready.poll();
            sorted.add(component);
            for (List<EntityDescriptor<?>> waiting : blocks.getOrDefault(component, List.of())) {
                if (open.merge(waiting, -1, Integer::sum) == 0) {
                    ready.add(waiting);
                }
            }
        }
        return sorted;
    }
}
