package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.RowChange.Kind;
import dev.dovetail.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The third stage of a flush: the sorted changes, those next to each other that are the same statement on the same table
 * taken together. Rows of secondary tables that an object leaves behind go first; the others are deleted and inserted
 * when the rows on both sides have been written, and before any of those is deleted.
 *
 * @param all the steps in the order in which they are sent
 */
public record FlushPlan(List<FlushStep> all) {

    /** Copies what can change. */
    public FlushPlan {
        all = List.copyOf(all);
    }

    /** {@return the steps that write the rows of objects} */
    public List<Step> steps() {
        return all.stream().filter(Step.class::isInstance).map(Step.class::cast).toList();
    }

    /** {@return the steps that delete rows without having loaded them} */
    public List<SetDelete> sets() {
        return all.stream()
                .filter(SetDelete.class::isInstance)
                .map(SetDelete.class::cast)
                .toList();
    }

    /** {@return whether there is nothing to be sent} */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Rows of one table to which the same is done.
     *
     * @param kind what is done
     * @param entity the table's entity
     * @param rows the rows, in order
     */
    public record Step(Kind kind, EntityDescriptor<?> entity, List<RowChange> rows) implements FlushStep {}

    /**
     * Groups sorted changes.
     *
     * @param sorted the changes in order
     * @param links the rows of secondary tables
     * @return the plan
     */
    public static FlushPlan of(List<RowChange> sorted, List<LinkChange> links) {
        int writes = sorted.size();
        while (writes > 0 && sorted.get(writes - 1).kind() == Kind.DELETE) {
            writes--;
        }
        List<FlushStep> all = new ArrayList<>();
        all.addAll(LinkStep.of(links, LinkChange.Turn.BEFORE_WRITES));
        all.addAll(steps(sorted.subList(0, writes)));
        all.addAll(LinkStep.of(links, LinkChange.Turn.BEFORE_DELETES));
        all.addAll(steps(sorted.subList(writes, sorted.size())));
        return new FlushPlan(all);
    }

    /**
     * Adds rows that are deleted without having been loaded: after all other writes and the deletes of rows that may refer to
     * them, before the deletes of what they refer to.
     *
     * @param sets the rows
     * @param components the entities, grouped and in order, see {@link TableOrder}
     * @return the plan with them
     */
    public FlushPlan with(List<SetDelete> sets, List<List<EntityDescriptor<?>>> components) {
        if (sets.isEmpty()) {
            return this;
        }
        Map<EntityDescriptor<?>, Integer> places = new HashMap<>();
        components.forEach(component -> component.forEach(entity -> places.putIfAbsent(entity, places.size())));
        List<FlushStep> steps = new ArrayList<>(all);
        for (SetDelete set : sets) {
            int place = places.get(set.entity());
            int position = firstLastDelete(steps);
            while (position < steps.size() && places.get(deletedBy(steps.get(position))) >= place) {
                position++;
            }
            steps.add(position, set);
        }
        return new FlushPlan(steps);
    }

    /** {@return the plan with the checks of those keys put off whose values rows take before others give them up} */
    public FlushPlan withChecks() {
        Map<UniqueConstraint, EntityDescriptor<?>> keys = new LinkedHashMap<>();
        for (Step step : steps()) {
            for (RowChange row : step.rows()) {
                if (!row.deferred().isEmpty()) {
                    row.deferred().forEach(key -> keys.putIfAbsent(key, step.entity()));
                }
            }
        }
        if (keys.isEmpty()) {
            return this;
        }
        List<FlushStep> steps = new ArrayList<>();
        keys.forEach((key, entity) -> steps.add(new CheckStep(entity, key, true)));
        steps.addAll(all);
        keys.forEach((key, entity) -> steps.add(new CheckStep(entity, key, false)));
        return new FlushPlan(steps);
    }

    /** {@return the objects that are deleted when all other writes are done} */
    public Set<InstanceState> lastDeleted() {
        return all.subList(firstLastDelete(all), all.size()).stream()
                .filter(Step.class::isInstance)
                .flatMap(step -> ((Step) step).rows().stream())
                .map(RowChange::state)
                .collect(Collectors.toSet());
    }

    /** Where the steps begin that only delete what entities have. */
    private static int firstLastDelete(List<FlushStep> steps) {
        int first = steps.size();
        while (first > 0
                && (steps.get(first - 1) instanceof SetDelete
                        || steps.get(first - 1) instanceof Step step && step.kind() == Kind.DELETE)) {
            first--;
        }
        return first;
    }

    private static EntityDescriptor<?> deletedBy(FlushStep step) {
        return step instanceof SetDelete set
                ? set.entity()
                : ((Step) step).entity().root();
    }

    private static List<Step> steps(List<RowChange> sorted) {
        List<Step> steps = new ArrayList<>();
        List<RowChange> open = new ArrayList<>();
        for (RowChange change : sorted) {
            if (!open.isEmpty() && !sameStatement(open.get(0), change)) {
                steps.add(step(open));
                open = new ArrayList<>();
            }
            open.add(change);
        }
        if (!open.isEmpty()) {
            steps.add(step(open));
        }
        return steps;
    }

    private static boolean sameStatement(RowChange left, RowChange right) {
        return left.kind() == right.kind()
                && left.state().type() == right.state().type();
    }

    private static Step step(List<RowChange> rows) {
        return new Step(rows.get(0).kind(), rows.get(0).state().type(), List.copyOf(rows));
    }

    /** The numbered steps, each with those it comes after, the constraints behind that, and its first rows. */
    @Override
    public String toString() {
        return PlanText.of(this);
    }
}
