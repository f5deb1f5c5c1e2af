package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.attribute.HolderAccess;
import dev.dovetail.orm.attribute.Many;
import dev.dovetail.orm.attribute.One;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.cascade.Related;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills holders on demand. A reference whose object is in the identity map needs no SQL. */
public final class HolderLoader {

    private final LoadContext session;
    private final EntityLoader entities;
    private final LinkLoader links;

    /**
     * A loader for a session.
     *
     * @param session the session
     * @param entities its entity loader
     */
    public HolderLoader(LoadContext session, EntityLoader entities) {
        this.session = session;
        this.entities = entities;
        this.links = new LinkLoader(session, entities);
    }

    /**
     * Fills a holder.
     *
     * @param owner the holder's owner, which has a row
     * @param holder the holder
     */
    public void load(InstanceState owner, Holder<?> holder) {
        RelationshipEnd end = HolderAccess.end(holder);
        if (owner.stale()) {
            session.autoflush();
            if (owner.stale()) {
                entities.reread(List.of(owner));
            }
        }
        owner.readAt(session.nextRead());
        if (end.toParent()) {
            HolderAccess.fill((One<?>) holder, parent(owner, end));
        } else {
            session.autoflush();
            fill(owner, end, holder, children(owner, end));
        }
    }

    /**
     * Fills the holders of one relationship for many owners, in as few statements as the keys need.
     *
     * @param owners the owners
     * @param end the relationship
     */
    public void loadAll(Collection<InstanceState> owners, RelationshipEnd end) {
        List<InstanceState> missing = owners.stream()
                .filter(owner -> owner.type().isA(session.mappings().of(end.owner())))
                .filter(owner -> !HolderAccess.loaded(end.holder(owner.entity())))
                .toList();
        if (end.linkTable() != null) {
            Map<List<?>, List<InstanceState>> found = links.targets(missing, end);
            missing.forEach(owner -> {
                owner.readAt(session.nextRead());
                fill(
                        owner,
                        end,
                        end.holder(owner.entity()),
                        found.getOrDefault(LinkLoader.keyOf(owner, end), List.of()));
            });
            return;
        }
        EntityDescriptor<?> target = session.mappings().of(end.target());
        int[] own = end.toParent() ? end.childColumns() : end.parentColumns();
        int[] other = end.toParent() ? end.parentColumns() : end.childColumns();
        Map<List<Object>, List<InstanceState>> byKey = new LinkedHashMap<>();
        for (InstanceState owner : missing) {
            Object[] key = end.toParent() ? end.foreignKey(owner.entity()) : end.key(owner.entity());
            if (key != null) {
                byKey.computeIfAbsent(List.of(key), ignored -> new ArrayList<>())
                        .add(owner);
            }
        }
        Map<List<Object>, List<InstanceState>> found = entities.byKeys(
                target, other, List.copyOf(byKey.keySet()), end.model().orderBy(), "loading " + end.label());
        for (InstanceState owner : missing) {
            owner.readAt(session.nextRead());
            List<Object> key = Arrays.stream(own).mapToObj(owner::get).toList();
            fill(owner, end, end.holder(owner.entity()), found.getOrDefault(key, List.of()));
        }
    }

    private void fill(InstanceState owner, RelationshipEnd end, Holder<?> holder, List<InstanceState> found) {
        List<Object> objects = found.stream().map(InstanceState::entity).toList();
        if (holder instanceof Many<?> many) {
            HolderAccess.fill(many, objects);
        } else {
            if (objects.size() > 1) {
                session.warn(
                        end.label() + " of " + owner + " should be one object, but " + objects.size()
                                + " rows refer to it; the first is taken. A unique constraint on the foreign key prevents this");
            }
            HolderAccess.fill((One<?>) holder, objects.isEmpty() ? null : objects.get(0));
        }
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

    private @Nullable Object parent(InstanceState owner, RelationshipEnd end) {
        Object[] reference = end.foreignKey(owner.entity());
        if (reference == null) {
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
        List<InstanceState> found = entities.byColumns(
                session.mappings().of(end.parent()),
                end.parentColumns(),
                reference,
                List.of(),
                "loading " + end.label() + " of " + owner);
        return found.isEmpty() ? null : found.get(0).entity();
    }

    private @Nullable InstanceState inIdentityMap(InstanceState owner, RelationshipEnd end) {
        Object[] reference = end.foreignKey(owner.entity());
        EntityDescriptor<?> parent = session.mappings().of(end.parent());
        if (reference == null || !Arrays.equals(end.parentColumns(), parent.idColumns())) {
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
        if (end.linkTable() != null) {
            return links.targets(owner, end);
        }
        // A key that was changed and not flushed is not known to the database yet.
        Object[] key = owner.hasRow() ? owner.known(end.parentColumns()) : end.key(owner.entity());
        if (key == null) {
            return List.of();
        }
        return entities.byColumns(
                session.mappings().of(end.child()),
                end.childColumns(),
                key,
                end.model().orderBy(),
                "loading " + end.label() + " of " + owner);
    }
}
