package dev.dovetail.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Sorts nodes so that each comes after what it depends on; nodes that depend on each other stay together as a group.
 *
 * <p>These are Tarjan's strongly connected components ("Depth-first search and linear graph algorithms", 1972), which
 * come out dependencies first. Nodes are visited in the given order, and a group keeps it, so the result is the same
 * on every run.
 *
 * @param <N> the nodes, told apart by {@code equals}
 */
public final class DependencyGroups<N> {
    private final Function<N, ? extends Collection<N>> dependencies;
    private final Map<N, Integer> positions = new HashMap<>();
    private final Map<N, Integer> lowest = new HashMap<>();
    private final Map<N, Integer> visited = new HashMap<>();
    private final Deque<N> open = new ArrayDeque<>();
    private final List<List<N>> groups = new ArrayList<>();

    private DependencyGroups(List<N> nodes, Function<N, ? extends Collection<N>> dependencies) {
        this.dependencies = dependencies;
        for (N node : nodes) {
            positions.put(node, positions.size());
        }
    }

    /**
     * Groups and sorts the nodes.
     *
     * @param <N> the nodes, told apart by {@code equals}
     * @param nodes all nodes, in the order that decides where dependencies do not
     * @param dependencies what each node depends on; only nodes of the list
     * @return the groups, dependencies first; a group of more than one node is a cycle
     */
    public static <N> List<List<N>> sort(List<N> nodes, Function<N, ? extends Collection<N>> dependencies) {
        DependencyGroups<N> sorting = new DependencyGroups<>(nodes, dependencies);
        for (N node : nodes) {
            if (!sorting.visited.containsKey(node)) {
                sorting.visit(node);
            }
        }
        return List.copyOf(sorting.groups);
    }

    private int visit(N node) {
        int number = visited.size();
        visited.put(node, number);
        lowest.put(node, number);
        open.push(node);
        int low = number;
        for (N dependency : dependencies.apply(node)) {
            Integer seen = visited.get(dependency);
            if (seen == null) {
                low = Math.min(low, visit(dependency));
            } else if (lowest.containsKey(dependency)) {
                low = Math.min(low, seen);
            }
        }
        lowest.put(node, low);
        if (low == number) {
            groups.add(closeGroup(node));
        }
        return low;
    }

    private List<N> closeGroup(N root) {
        List<N> group = new ArrayList<>();
        N node;
        do {
            node = open.pop();
            lowest.remove(node);
            group.add(node);
        } while (!node.equals(root));
        group.sort(Comparator.comparing(positions::get));
        return List.copyOf(group);
    }
}
