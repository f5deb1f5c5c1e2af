package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.attribute.EntityPath;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.internal.state.RowLayout;
import dev.dovetail.orm.mapping.Loading;
import dev.dovetail.orm.query.DeferredLoad;
import dev.dovetail.orm.query.LoadOption;
import dev.dovetail.orm.query.OtherLoads;
import dev.dovetail.orm.query.RelationshipLoad;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When each relationship of an entity is loaded, at one place of a path: what the query's options say, else what the
 * mapping says. A mapping never goes round: an entity that the path has been through is not loaded with its owner again
 * unless an option asks for it. Immutable.
 */
public final class LoadPlan {

    private final Mappings mappings;
    private final EntityDescriptor<?> entity;
    private final List<? extends LoadOption<?>> options;
    private final @Nullable Loading others;
    private final List<EntityDescriptor<?>> path;
    private final RowLayout layout;
    /** Found when they are first asked for; which of two threads finds them does not matter. */
    private volatile @Nullable List<Branch> branches;

    private final boolean matters;

    private LoadPlan(
            Mappings mappings,
            EntityDescriptor<?> entity,
            List<? extends LoadOption<?>> options,
            @Nullable Loading others,
            List<EntityDescriptor<?>> before) {
        this.mappings = mappings;
        this.entity = entity;
        this.options = options;
        this.others = others(options, others);
        List<EntityDescriptor<?>> through = new ArrayList<>(before);
        through.add(entity);
        this.path = List.copyOf(through);
        this.layout = entity.layout(undeferred(options));
        this.matters = given() || path.size() > 1;
    }

    private static Set<String> undeferred(List<? extends LoadOption<?>> options) {
        Set<String> names = new HashSet<>(0);
        for (LoadOption<?> option : options) {
            if (option instanceof DeferredLoad<?> load && !load.refused()) {
                load.attributes().forEach(attribute -> names.add(attribute.name()));
            }
        }
        return names;
    }

    private static @Nullable Loading others(List<? extends LoadOption<?>> options, @Nullable Loading outer) {
        Loading others = outer;
        for (LoadOption<?> option : options) {
            if (option instanceof OtherLoads<?> given) {
                others = given.loading();
            }
        }
        return others;
    }

    /**
     * The plan at the beginning of a path.
     *
     * @param mappings the session factory's entities
     * @param entity the entity that is loaded
     * @param options the query's options, none for what the mapping says
     * @return the plan
     */
    public static LoadPlan of(Mappings mappings, EntityDescriptor<?> entity, List<? extends LoadOption<?>> options) {
        return new LoadPlan(mappings, entity, List.copyOf(options), null, List.of());
    }

    /** The same plan for a class of the hierarchy that an object turned out to be of. */
    LoadPlan on(EntityDescriptor<?> type) {
        return type == entity ? this : new LoadPlan(mappings, type, options, others, path.subList(0, path.size() - 1));
    }

    /** {@return the entity that is loaded} */
    public EntityDescriptor<?> entity() {
        return entity;
    }

    /** {@return which columns a statement reads of the entity} */
    public RowLayout layout() {
        return layout;
    }

    /**
     * A relationship that is loaded with its owners.
     *
     * @param end the relationship
     * @param loading JOINED or SELECT_IN
     * @param source where the query itself has joined the other side, or null
     * @param target what is loaded with the objects on the other side
     */
    record Branch(
            RelationshipEnd end, Loading loading, @Nullable EntityPath<?> source, LoadPlan target) {}

    /** The relationships that are loaded with their owners, in the order of the mapping. */
    List<Branch> branches() {
        List<Branch> known = branches;
        if (known == null) {
            known = findBranches();
            branches = known;
        }
        return known;
    }

    private List<Branch> findBranches() {
        List<Branch> found = new ArrayList<>(0);
        for (RelationshipEnd end : ends()) {
            Loading loading = loading(end);
            if (loading == Loading.JOINED && !entity.ends().contains(end)) {
                loading = Loading.SELECT_IN; // not every row has it
            }
            if (loading == Loading.JOINED || loading == Loading.SELECT_IN) {
                found.add(new Branch(end, loading, source(end), along(end)));
            }
        }
        return List.copyOf(found);
    }

    /** The relationships of the entity, then those that its subclasses add. */
    private List<RelationshipEnd> ends() {
        if (entity.hierarchy().size() == 1) {
            return entity.ends();
        }
        Set<RelationshipEnd> ends = new LinkedHashSet<>(entity.ends());
        entity.hierarchy().forEach(subclass -> ends.addAll(subclass.ends()));
        return List.copyOf(ends);
    }

    /** When a relationship of the entity is loaded. */
    Loading loading(RelationshipEnd end) {
        Loading chosen = null;
        for (LoadOption<?> option : options) {
            if (option instanceof RelationshipLoad<?, ?> load && names(load, end)) {
                chosen = load.loading();
            }
        }
        if (chosen != null) {
            return chosen;
        }
        Loading given = others == null ? end.model().loading() : others;
        boolean withOwner = given == Loading.JOINED || given == Loading.SELECT_IN;
        return withOwner && path.contains(mappings.of(end.target())) ? Loading.LAZY : given;
    }

    /** Whether a deferred column is not to be loaded when it is touched. */
    boolean refuses(String column) {
        boolean refused = false;
        for (LoadOption<?> option : options) {
            if (option instanceof DeferredLoad<?> load && load.names(column)) {
                refused = load.refused();
            }
        }
        return refused;
    }

    /** What is loaded with the objects that a relationship leads to. */
    LoadPlan along(RelationshipEnd end) {
        List<LoadOption<?>> nested = new ArrayList<>(0);
        for (LoadOption<?> option : options) {
            if (option instanceof RelationshipLoad<?, ?> load && names(load, end)) {
                nested.addAll(load.nested());
            }
        }
        return new LoadPlan(mappings, mappings.of(end.target()), nested, others, path);
    }

    private @Nullable EntityPath<?> source(RelationshipEnd end) {
        EntityPath<?> source = null;
        for (LoadOption<?> option : options) {
            if (option instanceof RelationshipLoad<?, ?> load && names(load, end)) {
                source = load.source();
            }
        }
        return source;
    }

    private static boolean names(RelationshipLoad<?, ?> load, RelationshipEnd end) {
        return load.relationship().end().model().name().equals(end.model().name());
    }

    /** Whether a query said anything, so that what is loaded later has to ask the plan. */
    boolean given() {
        return !options.isEmpty() || others != null;
    }

    /** Whether an object has to remember the plan. */
    boolean matters() {
        return matters;
    }
}
