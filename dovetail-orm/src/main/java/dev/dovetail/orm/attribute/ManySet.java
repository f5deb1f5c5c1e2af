package dev.dovetail.orm.attribute;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the objects on the other side of a one-to-many or many-to-many relationship as a set by identity: each object is
 * in it once, and {@code equals} and {@code hashCode} are those of the holder itself. Iteration is in the order of the
 * relationship's {@code orderBy} where it was loaded, then in the order of adding.
 *
 * <p>Adding to a set that is not loaded loads nothing, unless the relationship goes through a secondary table: there a row
 * that is there already must not be inserted again. Everything that has to see the content loads it.
 *
 * @param <T> the class on the other side
 */
public final class ManySet<T> extends AbstractSet<T> implements HolderOfMany<T> {

    final Members<T> members;

    /** The content by identity, until it moves. */
    private @Nullable Set<Object> identities;

    /**
     * A holder for a final field of its owner.
     *
     * @param owner the object whose field it is: {@code new ManySet<>(this)}
     */
    public ManySet(Object owner) {
        this.members = new Members<>(owner, this) {
            @Override
            void moved() {
                super.moved();
                identities = null;
            }
        };
    }

    @Override
    public boolean isLoaded() {
        return members.known();
    }

    @Override
    public int size() {
        return members.content().size();
    }

    @Override
    public Iterator<T> iterator() {
        return members.iterator();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        List<T> content = members.content();
        Set<Object> known = identities;
        if (known == null) {
            known = Members.identities(content);
            identities = known;
        }
        return known.contains(element);
    }

    /**
     * Adds an object.
     *
     * @param element the object
     * @return false if it is known to be there
     */
    @Override
    public boolean add(T element) {
        return members.addIfAbsent(element);
    }

    /** Takes a copy first: what comes from another parent's collection leaves that one while it is added here. */
    @Override
    public boolean addAll(Collection<? extends T> elements) {
        boolean added = false;
        for (T element : List.copyOf(elements)) {
            added |= add(element);
        }
        return added;
    }

    /** Loads nothing for an element that was added before the set was loaded. */
    @Override
    public boolean remove(@Nullable Object element) {
        return members.remove(element);
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        boolean removed = false;
        for (Object element : List.copyOf(elements)) {
            removed |= remove(element);
        }
        return removed;
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        Set<Object> given = Members.identities(elements);
        return removeIf(element -> !given.contains(element));
    }

    @Override
    public void clear() {
        members.setAll(List.of());
    }

    /**
     * Makes the content equal to the given one: what is not in it is removed, what is new is added, what stays is not
     * touched.
     *
     * @param elements the new content
     */
    public void setAll(Collection<? extends T> elements) {
        members.setAll(List.copyOf(elements).stream().distinct().toList());
    }

    /** The identity of the holder. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /** The identity of the holder. */
    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Never loads. */
    @Override
    public String toString() {
        return members.label("ManySet");
    }
}
