package dev.dovetail.orm.internal.load;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.cascade.Related;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.Remedy;
import dev.dovetail.orm.mapping.Loading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fills holders on demand: that of the object that was touched and, in the same statement, those of its siblings. A
 * reference whose object is in the identity map needs no SQL.
 */
public final class HolderLoader {

    private final LoadContext session;
    private final EntityLoader entities;
    private final GraphLoader graphs;
    private final LazyLoadAlarm alarm;

    /**
     * A loader for a session.
     *
     * @param session the session
     * @param entities its entity loader
     * @param graphs loads what comes with an object
     */
    public HolderLoader(LoadContext session, EntityLoader entities, GraphLoader graphs) {
        this.session = session;
        this.entities = entities;
        this.graphs = graphs;
        this.alarm = new LazyLoadAlarm(session.lazyLoadAlarm(), session::warn);
    }

    /**
     * Fills a holder that the application has touched, and those of its owner's siblings.
     *
     * @param owner the holder's owner, which has a row
     * @param holder the holder
     * @throws UsageException if the mapping or the query has forbidden that
     */
    public void touch(InstanceState owner, Holder<?> holder) {
        RelationshipEnd end = HolderAccess.end(holder);
        Loading loading = graphs.plan(owner).loading(end);
        if (loading == Loading.RAISE || (loading == Loading.RAISE_ON_SQL && !inMemory(owner, end))) {
            throw refused(owner, end);
        }
        load(owner, holder, session.siblingsLoadedTogether() - 1, alarm::loads);
    }

    /**
     * Fills a holder, for the session's own purposes.
     *
     * @param owner the holder's owner, which has a row
     * @param holder the holder
     */
    public void load(InstanceState owner, Holder<?> holder) {
        load(owner, holder, 0, ignored -> {});
    }

    private void load(InstanceState owner, Holder<?> holder, int siblings, Consumer<RelationshipEnd> beforeSending) {
        RelationshipEnd end = HolderAccess.end(holder);
        if (owner.stale()) {
            session.autoflush();
            if (owner.stale()) {
                entities.reread(List.of(owner));
            }
        }
        owner.readAt(session.nextRead());
        LoadPlan plan = graphs.plan(owner).along(end);
        if (end.toParent()) {
            HolderAccess.fill((One<?>) holder, parent(owner, end, plan, siblings, beforeSending));
        } else {
            session.autoflush();
            if (HolderAccess.loaded(holder)) {
                // The flush has loaded it for itself, before it wrote.
                HolderAccess.stale(holder);
            }
            List<InstanceState> owners = new ArrayList<>(List.of(owner));
            owners.addAll(LoadedTogether.siblings(
                    owner, session.identityMap(), siblings, sibling -> waits(sibling, owner, end)));
            beforeSending.accept(end);
            graphs.selectIn(owners, end, plan, entities, purpose(owner, end, owners.size() - 1));
        }
    }

    private static UsageException refused(InstanceState owner, RelationshipEnd end) {
        return new UsageException(
                "DVT-ORM-RAISE",
                end.label() + " of " + owner + " is not loaded, and loading it when it is touched was forbidden, by the"
                        + " mapping or by raiseLoad; " + Remedy.load(end));
    }

    private static String purpose(InstanceState owner, RelationshipEnd end, int siblings) {
        return "loading " + end.label() + " of " + owner
                + (siblings == 0 ? "" : " and " + siblings + (siblings == 1 ? " sibling" : " siblings"));
    }

    private boolean waits(InstanceState sibling, InstanceState owner, RelationshipEnd end) {
        return sibling.type().ends().contains(end)
                && sibling.session() == session
                && sibling.canLoad()
                && !sibling.stale()
                && !HolderAccess.loaded(end.holder(sibling.entity()));
    }

    /** Whether a reference can be answered without SQL. */
    private boolean inMemory(InstanceState owner, RelationshipEnd end) {
        if (!end.toParent() || owner.stale()) {
            return false;
        }
        InstanceState known = inIdentityMap(owner, end);
        return end.foreignKey(owner.entity()) == null || (known != null && !known.stale());
    }

    /**
     * What a reference would load, if the session has it in memory.
     *
     * @param owner the holder's owner
     * @param one the holder
     * @return the object, or null
     */
    public @Nullable Object peek(InstanceState owner, One<?> one) {
        RelationshipEnd end = HolderAccess.end(one);
        if (!end.toParent()) {
            List<?> stale = Related.inMemory(one);
            return stale.isEmpty() ? null : stale.get(0);
        }
        InstanceState parent = inIdentityMap(owner, end);
        return parent == null || !fits(parent, end) ? null : parent.entity();
    }

    /** A key of a hierarchy may lead to an object of another class than the relationship's. */
    private boolean fits(InstanceState known, RelationshipEnd end) {
        return known.type().isA(session.mappings().of(end.target()));
    }

    private @Nullable Object parent(
            InstanceState owner,
            RelationshipEnd end,
            LoadPlan plan,
            int siblings,
            Consumer<RelationshipEnd> beforeSending) {
        if (end.foreignKey(owner.entity()) == null) {
            return null;
        }
        InstanceState known = inIdentityMap(owner, end);
        if (known != null) {
            if (!fits(known, end)) {
                return null;
            }
            if (known.stale()) {
                session.autoflush();
                if (known.stale()) {
                    entities.reread(List.of(known));
                }
            }
            return known.entity();
        }
        session.autoflush();
        Object[] reference = end.foreignKey(owner.entity());
        if (reference == null) {
            return null;
        }
        List<InstanceState> others = LoadedTogether.siblings(
                owner, session.identityMap(), siblings, sibling -> waits(sibling, owner, end) && unknown(sibling, end));
        Map<Object, Object[]> keys = new LinkedHashMap<>();
        keys.put(Keys.of(reference), reference);
        for (InstanceState other : others) {
            Object[] key = Objects.requireNonNull(end.foreignKey(other.entity()));
            keys.putIfAbsent(Keys.of(key), key);
        }
        beforeSending.accept(end);
        Map<Object, ? extends Collection<InstanceState>> byKey =
                graphs.byKeys(end, List.copyOf(keys.values()), plan, entities, purpose(owner, end, others.size()));
        Collection<InstanceState> found = found(byKey, reference);
        // By a primary key the others' holders find their object in the identity map when they are touched, by the key
        // that they have then.
        if (!byPrimaryKey(end)) {
            others.forEach(other -> fill(other, end, byKey));
        }
        return found.isEmpty() ? null : found.iterator().next().entity();
    }

    private static Collection<InstanceState> found(
            Map<Object, ? extends Collection<InstanceState>> byKey, Object[] key) {
        Collection<InstanceState> found = byKey.get(Keys.of(key));
        return found == null ? List.of() : found;
    }

    private void fill(
            InstanceState owner, RelationshipEnd end, Map<Object, ? extends Collection<InstanceState>> byKey) {
        Object[] reference = Objects.requireNonNull(end.foreignKey(owner.entity()));
        Collection<InstanceState> found = found(byKey, reference);
        owner.readAt(session.nextRead());
        HolderAccess.fill(
                (One<?>) end.holder(owner.entity()),
                found.isEmpty() ? null : found.iterator().next().entity());
    }

    /**
     * The object that a row's foreign key refers to as far as is known, whatever the holder has by now.
     *
     * @param owner the referring object, which has a row
     * @param end the relationship to the referenced one
     * @return the object, from memory or read; null if there is none
     */
    public @Nullable InstanceState referenced(InstanceState owner, RelationshipEnd end) {
        Object[] reference =
                Arrays.stream(end.childColumns()).mapToObj(owner.known()::value).toArray();
        if (Arrays.stream(reference).anyMatch(Objects::isNull)) {
            return null;
        }
        EntityDescriptor<?> parent = session.mappings().of(end.parent());
        InstanceState known = byPrimaryKey(end) ? session.identityMap().get(parent.keyOf(reference)) : null;
        if (known != null) {
            return known;
        }
        LoadPlan plan = graphs.plan(owner).along(end);
        return found(
                        graphs.byKeys(end, List.<Object[]>of(reference), plan, entities, purpose(owner, end, 0)),
                        reference)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Whether what an object refers to would have to be read. */
    private boolean unknown(InstanceState sibling, RelationshipEnd end) {
        return end.foreignKey(sibling.entity()) != null && inIdentityMap(sibling, end) == null;
    }

    private boolean byPrimaryKey(RelationshipEnd end) {
        return Arrays.equals(
                end.parentColumns(), session.mappings().of(end.parent()).idColumns());
    }

    private @Nullable InstanceState inIdentityMap(InstanceState owner, RelationshipEnd end) {
        Object[] reference = end.foreignKey(owner.entity());
        EntityDescriptor<?> parent = session.mappings().of(end.parent());
        if (reference == null || !byPrimaryKey(end)) {
            return null;
        }
        return session.identityMap().get(parent.keyOf(reference));
    }

    /**
     * Reads the rows whose foreign key refers to an object, or that a secondary table joins to it.
     *
     * @param owner the object
     * @param end the relationship, seen from it
     * @return the objects, in the relationship's order
     */
    public List<InstanceState> children(InstanceState owner, RelationshipEnd end) {
        LoadPlan plan = graphs.plan(owner).along(end);
        Object[] key = new Along(end, plan.layout()).key(owner);
        if (key == null) {
            return List.of();
        }
        return List.copyOf(
                found(graphs.byKeys(end, List.<Object[]>of(key), plan, entities, purpose(owner, end, 0)), key));
    }
}
