package dev.dovetail.orm.attribute;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the objects on the other side of a one-to-many or many-to-many relationship. It is a list with the semantics of identity: elements
 * are found by identity, {@code equals} and {@code hashCode} are those of the holder itself, and {@code toString} never
 * loads. Adding and removing changes the other side's holder at once. Adding at the end of a collection that is not loaded
 * loads nothing; everything that has to see the content loads it.
 *
 * @param <T> the class on the other side
 */
public final class Many<T> extends AbstractList<T> implements Holder<T>, RandomAccess {

    final Side side;
    /** The content, as far as it is loaded. */
    List<T> items = new ArrayList<>(4);
    /** The content as the database has it, while it differs from {@link #items}. */
    @Nullable
    List<T> original;
    /** Added and removed while not loaded. */
    final List<T> queued = new ArrayList<>(0);

    final List<T> dropped = new ArrayList<>(0);

    /**
     * A holder for a final field of its owner.
     *
     * @param owner the object whose field it is: {@code new Many<>(this)}
     */
    public Many(Object owner) {
        this.side = new Side(owner, this);
    }

    @Override
    public boolean isLoaded() {
        return side.known();
    }

    @Override
    public int size() {
        side.open();
        return items.size();
    }

    @Override
    public T get(int index) {
        side.open();
        return items.get(index);
    }

    @Override
    public boolean add(T element) {
        side.check(element);
        side.checkUse();
        if (side.unseen()) {
            queue(element);
        } else {
            side.open();
            remember();
            items.add(element);
            modCount++;
        }
        entered(element);
        return true;
    }

    @Override
    public void add(int index, T element) {
        side.check(element);
        side.open();
        remember();
        items.add(index, element);
        modCount++;
        entered(element);
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
        side.check(element);
        side.open();
        remember();
        boolean known = contains(element);
        T old = items.set(index, element);
        // Collections.swap and sort put one element in two places for a moment: only the net effect counts.
        if (!contains(old)) {
            left(old, false);
        }
        if (!known) {
            entered(element);
        }
        return old;
    }

    @Override
    public T remove(int index) {
        side.open();
        remember();
        T old = items.remove(index);
        modCount++;
        if (!contains(old)) {
            left(old, true);
        } else if (side.manyToMany()) {
            side.mirrorTake(old);
        }
        return old;
    }

    /** Loads nothing for an element that was added before the collection was loaded. */
    @Override
    public boolean remove(@Nullable Object element) {
        side.checkUse();
        if (side.unseen() && unqueue(element)) {
            return true;
        }
        int index = indexOf(element);
        if (index >= 0) {
            remove(index);
        }
        return index >= 0;
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
        Set<Object> given = identities(elements);
        return removeIf(given::contains);
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        Set<Object> given = identities(elements);
        return removeIf(element -> !given.contains(element));
    }

    @Override
    public void clear() {
        touch();
        removeIf(element -> true);
    }

    /**
     * Makes the content equal to the given one: what is not in it is removed, what is new is added, what stays is not
     * touched.
     *
     * @param elements the new content, in its order
     */
    public void setAll(Collection<? extends T> elements) {
        List<T> wanted = List.copyOf(elements);
        touch();
        retainAll(wanted);
        wanted.stream().filter(element -> !contains(element)).forEach(this::add);
        items = new ArrayList<>(wanted);
        modCount++;
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
        side.open();
        remember();
        items.sort(order);
        modCount++;
    }

    /** Loads before it begins, so that loading does not look like a change in between. */
    @Override
    public Iterator<T> iterator() {
        side.open();
        return super.iterator();
    }

    /** Loads before it begins, so that loading does not look like a change in between. */
    @Override
    public Spliterator<T> spliterator() {
        side.open();
        return super.spliterator();
    }

    /** Loads before it begins, so that loading does not look like a change in between. */
    @Override
    public ListIterator<T> listIterator(int index) {
        side.open();
        return super.listIterator(index);
    }

    /** Loads before it begins, so that loading does not look like a change in between. */
    @Override
    public List<T> subList(int from, int to) {
        side.open();
        return super.subList(from, to);
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return indexOf(element) >= 0;
    }

    @Override
    public int indexOf(@Nullable Object element) {
        side.open();
        return position(items, element);
    }

    @Override
    public int lastIndexOf(@Nullable Object element) {
        side.open();
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) == element) {
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
        return isLoaded() ? "Many(" + items.size() + ")" : "Many(not loaded)";
    }

    private void queue(T element) {
        if (!removeFirst(dropped, element) && !(side.manyToMany() && position(queued, element) >= 0)) {
            queued.add(element);
        }
        side.changed();
    }

    private boolean unqueue(@Nullable Object element) {
        int index = position(queued, element);
        if (index >= 0) {
            T queuedElement = queued.remove(index);
            side.changed();
            if (position(queued, queuedElement) < 0) {
                left(queuedElement, true);
            }
        }
        return index >= 0;
    }

    private void entered(T element) {
        side.mirrorPut(element);
        side.put(element);
    }

    private void left(T element, boolean forGood) {
        side.mirrorTake(element);
        side.taken(element, forGood);
    }

    /** The other side took this object: as {@link #add}, without telling it back. */
    @SuppressWarnings("unchecked") // called along the relationship's inverse only
    void accept(Object other) {
        T element = (T) other;
        if (side.unseen()) {
            queue(element);
        } else if (side.manyToMany() || position(items, element) < 0) {
            remember();
            items.add(element);
            modCount++;
        }
    }

    /** The other side let this object go. */
    @SuppressWarnings("unchecked") // called along the relationship's inverse only
    void release(Object other) {
        T element = (T) other;
        if (side.unseen()) {
            if (!queued.removeIf(item -> item == element)) {
                dropped.add(element);
            }
            side.changed();
        } else if (position(items, element) >= 0) {
            remember();
            if (side.manyToMany()) {
                removeFirst(items, element);
            } else {
                items.removeIf(item -> item == element);
            }
            modCount++;
        }
        side.taken(other, true);
    }

    /**
     * Fills the holder from the database; what was queued before is applied on top. To whoever is iterating it is a change
     * only if the content is another.
     */
    void fill(List<T> loaded) {
        List<T> before = items;
        items = new ArrayList<>(loaded);
        original = null;
        side.content = Side.Content.LOADED;
        if (!queued.isEmpty() || !dropped.isEmpty()) {
            remember();
            applyQueued();
            queued.clear();
            dropped.clear();
            if (sameElements(items, loaded)) {
                original = null;
            }
        }
        if (!identical(before, items)) {
            modCount++;
        }
    }

    private static boolean identical(List<?> left, List<?> right) {
        return left.size() == right.size()
                && IntStream.range(0, left.size()).allMatch(i -> left.get(i) == right.get(i));
    }

    List<T> added() {
        return original == null ? List.copyOf(queued) : difference(items, original);
    }

    List<T> removed() {
        return original == null ? List.copyOf(dropped) : difference(original, items);
    }

    boolean changed() {
        return original != null || !queued.isEmpty() || !dropped.isEmpty();
    }

    /** Forgets what was not flushed. */
    void revert() {
        if (original != null) {
            items = original;
            modCount++;
        }
        settle();
    }

    /** What is held now is what the database has. Stale content follows, for the day when it cannot be loaded any more. */
    void settle() {
        if (side.content == Side.Content.STALE) {
            applyQueued();
        }
        original = null;
        queued.clear();
        dropped.clear();
    }

    /** Counts as stale from now on; changes that were not flushed are kept, to be applied to what will be loaded. */
    void makeStale() {
        if (original != null) {
            List<T> added = added();
            List<T> removed = removed();
            items = new ArrayList<>(original);
            original = null;
            queued.addAll(added);
            dropped.addAll(removed);
        }
        side.content = Side.Content.STALE;
    }

    private void applyQueued() {
        dropped.forEach(element -> removeFirst(items, element));
        queued.stream()
                .filter(element -> side.manyToMany() || position(items, element) < 0)
                .forEach(items::add);
    }

    /** Keeps what a holder without loaded content was given, when its session ends. */
    void keepQueued() {
        if (side.content == Side.Content.STALE) {
            remember();
            applyQueued();
            queued.clear();
            dropped.clear();
        }
    }

    private void remember() {
        if (original == null && side.attached != null) {
            original = new ArrayList<>(items);
        } else if (original == null) {
            original = List.of();
        }
        if (side.content == Side.Content.UNKNOWN) {
            side.content = Side.Content.LOADED;
        }
        side.changed();
    }

    /** Of an object that no session has, the content is what the application says, even if that is nothing. */
    private void touch() {
        if (side.attached == null) {
            remember();
        }
    }

    private static boolean sameElements(List<?> left, List<?> right) {
        return difference(left, right).isEmpty() && difference(right, left).isEmpty();
    }

    private static <T> List<T> difference(List<T> from, List<?> without) {
        Set<Object> excluded = identities(without);
        return from.stream().filter(element -> !excluded.contains(element)).toList();
    }

    private static Set<Object> identities(Collection<?> elements) {
        Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(elements);
        return identities;
    }

    private static int position(List<?> list, @Nullable Object element) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == element) {
                return i;
            }
        }
        return -1;
    }

    private static boolean removeFirst(List<?> list, Object element) {
        int index = position(list, element);
        if (index >= 0) {
            list.remove(index);
        }
        return index >= 0;
    }
}
