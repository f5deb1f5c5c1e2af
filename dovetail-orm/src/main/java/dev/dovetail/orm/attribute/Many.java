package dev.dovetail.orm.attribute;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds the objects on the other side of a one-to-many or many-to-many relationship. It is a list with the semantics of
 * identity: elements are found by identity, {@code equals} and {@code hashCode} are those of the holder itself, and
 * {@code toString} never loads. Adding and removing changes the other side's holder at once. Adding at the end of a
 * collection that is not loaded loads nothing; everything that has to see the content loads it.
 *
 * @param <T> the class on the other side
 */
public final class Many<T> extends AbstractList<T> implements HolderOfMany<T>, RandomAccess {

    final Members<T> members;

    /**
     * A holder for a final field of its owner.
     *
     * @param owner the object whose field it is: {@code new Many<>(this)}
     */
    public Many(Object owner) {
        this.members = new Members<>(owner, this) {
            @Override
            void moved() {
                modCount++;
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
    public T get(int index) {
        return members.content().get(index);
    }

    @Override
    public boolean add(T element) {
        members.add(element);
        return true;
    }

    @Override
    public void add(int index, T element) {
        members.add(index, element);
    }

    /** Takes a copy first: what comes from another parent's collection leaves that one while it is added here. */
    @Override
    public boolean addAll(Collection<? extends T> elements) {
        List<T> given = List.copyOf(elements);
        given.forEach(this::add);
        return !given.isEmpty();
    }

    @Override
    public boolean addAll(int index, Collection<? extends T> elements) {
        return super.addAll(index, List.copyOf(elements));
    }

    @Override
    public T set(int index, T element) {
        return members.set(index, element);
    }

    @Override
    public T remove(int index) {
        return members.removeAt(index);
    }

    /** Loads nothing for an element that was added before the collection was loaded. */
    @Override
    public boolean remove(@Nullable Object element) {
        return members.remove(element);
    }

    @Override
    public boolean removeIf(Predicate<? super T> filter) {
        boolean removed = false;
        for (T element : List.copyOf(this)) {
            if (filter.test(element)) {
                removed |= remove(element);
            }
        }
        return removed;
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        Set<Object> given = Members.identities(elements);
        return removeIf(given::contains);
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
     * @param elements the new content, in its order
     */
    public void setAll(Collection<? extends T> elements) {
        members.setAll(elements);
    }

    @Override
    public void replaceAll(UnaryOperator<T> operator) {
        List<T> replaced = new ArrayList<>(this);
        replaced.replaceAll(operator);
        setAll(replaced);
    }

    /** Only reorders: nothing is removed or added in between. */
    @Override
    public void sort(@Nullable Comparator<? super T> order) {
        members.sort(order);
    }

    /** Loads before it begins, so that loading does not look like a change in between. */
    @Override
    public Iterator<T> iterator() {
        members.open();
        return super.iterator();
    }

    /** Loads before it begins, so that loading does not look like a change in between. */
    @Override
    public Spliterator<T> spliterator() {
        members.open();
        return super.spliterator();
    }

    /** Loads before it begins, so that loading does not look like a change in between. */
    @Override
    public ListIterator<T> listIterator(int index) {
        members.open();
        return super.listIterator(index);
    }

    /** Loads before it begins, so that loading does not look like a change in between. */
    @Override
    public List<T> subList(int from, int to) {
        members.open();
        return super.subList(from, to);
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return indexOf(element) >= 0;
    }

    @Override
    public int indexOf(@Nullable Object element) {
        return members.indexOf(element);
    }

    @Override
    public int lastIndexOf(@Nullable Object element) {
        List<T> content = members.content();
        for (int i = content.size() - 1; i >= 0; i--) {
            if (content.get(i) == element) {
                return i;
            }
        }
        return -1;
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
        return members.label("Many");
    }
}
