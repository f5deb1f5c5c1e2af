package dev.dovetail.orm.attribute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The objects in a holder of many, whatever it looks like from outside: the content as far as it is loaded, the content as
 * the database has it, and what was added and removed before it was loaded. Elements are found by identity.
 */
class Members<T> extends Side {

    /** The content, as far as it is loaded. */
    List<T> items = new ArrayList<>();
    /** The content as the database has it, while it differs from {@link #items}. */
    @Nullable
    List<T> original;
    /** Added and removed while not loaded; lists of their own only where there is something in them. */
    private List<T> queued = List.of();

    private List<T> dropped = List.of();

    private final Holder<T> holder;

    /** How often the content has moved, for iterators. */
    private int moves;

    Members(Object owner, Holder<T> holder) {
        super(owner);
        this.holder = holder;
    }

    @Override
    Holder<T> holder() {
        return holder;
    }

    /** The content has moved: iterators end here. */
    void moved() {
        moves++;
    }

    /** Whether adding an object twice is as adding it once. */
    boolean eachOnce() {
        return false;
    }

    /** As {@code toString} writes it: it never loads. */
    String label(String kind) {
        return kind + (known() ? "(" + items.size() + ")" : "(not loaded)");
    }

    // what the application reads

    /** The content, loaded if need be. */
    List<T> content() {
        open();
        return items;
    }

    int indexOf(@Nullable Object element) {
        return position(content(), element);
    }

    /** Loads before it begins, so that loading does not look like a change in between. */
    Iterator<T> iterator() {
        open();
        return new Iterator<>() {
            private int next;
            private int expected = moves;

            @Override
            public boolean hasNext() {
                return next < items.size();
            }

            @Override
            public T next() {
                if (expected != moves) {
                    throw new ConcurrentModificationException(end().label() + " was changed during an iteration");
                }
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return items.get(next++);
            }

            @Override
            public void remove() {
                removeAt(--next);
                expected = moves;
            }
        };
    }

    // what the application changes

    void add(T element) {
        check(element);
        checkSingleParent(element, false);
        checkUse();
        if (unseen()) {
            queue(element);
        } else {
            open();
            remember();
            items.add(element);
            moved();
        }
        entered(element);
    }

    /** For holders that have each element once. A new row of a secondary table must be known to be new. */
    boolean addIfAbsent(T element) {
        check(element);
        checkUse();
        if (unseen() && manyToMany()) {
            open();
        }
        if (position(unseen() ? queued : content(), element) >= 0) {
            return false;
        }
        add(element);
        return true;
    }

    void add(int index, T element) {
        check(element);
        checkSingleParent(element, false);
        open();
        remember();
        items.add(index, element);
        moved();
        entered(element);
    }

    T set(int index, T element) {
        check(element);
        checkSingleParent(element, true);
        open();
        remember();
        boolean known = position(items, element) >= 0;
        T old = items.set(index, element);
        // Collections.swap and sort put one element in two places for a moment: only the net effect counts.
        if (position(items, old) < 0) {
            left(old, false);
        }
        if (!known) {
            entered(element);
        }
        return old;
    }

    T removeAt(int index) {
        checkWritable();
        open();
        remember();
        T old = items.remove(index);
        moved();
        if (position(items, old) < 0) {
            left(old, true);
        } else if (manyToMany()) {
            mirrorTake(old);
        }
        return old;
    }

    /** Loads nothing for an element that was added before the content was loaded. */
    boolean remove(@Nullable Object element) {
        checkUse();
        if (unseen() && unqueue(element)) {
            return true;
        }
        int index = indexOf(element);
        if (index >= 0) {
            removeAt(index);
        }
        return index >= 0;
    }

    /** See {@link Many#setAll}. */
    void setAll(Collection<? extends T> elements) {
        checkWritable();
        List<T> wanted = List.copyOf(elements);
        touch();
        Set<Object> given = identities(wanted);
        for (T element : List.copyOf(content())) {
            if (!given.contains(element)) {
                remove(element);
            }
        }
        for (T element : wanted) {
            if (indexOf(element) < 0) {
                add(element);
            }
        }
        items = new ArrayList<>(wanted);
        moved();
    }

    /** Only reorders: nothing is removed or added in between. */
    void sort(@Nullable Comparator<? super T> order) {
        open();
        remember();
        items.sort(order);
        moved();
    }

    // what happens to the other side

    private void queue(T element) {
        if (!removeFirst(dropped, element) && (!eachOnce() || position(queued, element) < 0)) {
            queued = with(queued, element);
        }
        changed();
    }

    private boolean unqueue(@Nullable Object element) {
        int index = position(queued, element);
        if (index >= 0) {
            T queuedElement = queued.remove(index);
            changed();
            if (position(queued, queuedElement) < 0) {
                left(queuedElement, true);
            } else if (manyToMany()) {
                mirrorTake(queuedElement);
            }
        }
        return index >= 0;
    }

    private void entered(T element) {
        joined(element);
        mirrorPut(element);
        put(element);
    }

    private void left(T element, boolean forGood) {
        parted(element);
        mirrorTake(element);
        taken(element, forGood);
    }

    /** Removes an element without looking whether it is there. */
    void drop(T element) {
        checkWritable();
        checkUse();
        if (!unqueue(element)) {
            dropUnseen(element);
            left(element, true);
        }
    }

    private void dropUnseen(T element) {
        if (position(dropped, element) < 0) {
            dropped = with(dropped, element);
        }
        changed();
    }

    /** The other side took this object: as {@link #add}, without telling it back. */
    @SuppressWarnings("unchecked") // called along the relationship's inverse only
    void accept(Object other) {
        T element = (T) other;
        joined(element);
        if (unseen()) {
            queue(element);
        } else if (manyToMany() || position(items, element) < 0) {
            remember();
            items.add(element);
            moved();
        }
    }

    /** The other side let this object go. */
    @SuppressWarnings("unchecked") // called along the relationship's inverse only
    void release(Object other) {
        T element = (T) other;
        parted(element);
        if (unseen()) {
            boolean wasQueued = manyToMany() ? removeFirst(queued, element) : removeAll(queued, element);
            if (!wasQueued) {
                dropUnseen(element);
            }
            changed();
        } else if (position(items, element) >= 0) {
            remember();
            if (manyToMany()) {
                removeFirst(items, element);
            } else {
                removeAll(items, element);
            }
            moved();
        }
        taken(other, true);
    }

    // what the session does

    /**
     * Fills the holder from the database; what was queued before is applied on top. To whoever is iterating it is a change
     * only if the content is another.
     */
    void fill(List<T> loaded) {
        List<T> before = items;
        items = new ArrayList<>(loaded);
        original = null;
        status(Content.LOADED);
        if (!queued.isEmpty() || !dropped.isEmpty()) {
            remember();
            applyQueued();
            queued = List.of();
            dropped = List.of();
            if (sameElements(items, loaded)) {
                original = null;
            }
        }
        if (!identical(before, items)) {
            moved();
        }
    }

    /** What is held, and what was queued. */
    List<T> inMemory() {
        if (queued.isEmpty()) {
            return items;
        }
        List<T> all = new ArrayList<>(items);
        all.addAll(queued);
        return all;
    }

    @Override
    boolean holds(Object element) {
        return position(items, element) >= 0 || position(queued, element) >= 0;
    }

    /** What was added; as long as the content is not known, each object once. */
    List<T> added() {
        return original == null ? List.copyOf(distinct(queued)) : difference(items, original);
    }

    List<T> removed() {
        return original == null ? List.copyOf(dropped) : difference(original, items);
    }

    boolean isChanged() {
        return original != null || !queued.isEmpty() || !dropped.isEmpty();
    }

    /** Forgets what was not flushed. */
    void revert() {
        if (original != null) {
            items = original;
            moved();
        }
        settle();
    }

    /** What is held now is what the database has. Stale content follows, for the day when it cannot be loaded any more. */
    void settle() {
        if (status() == Content.STALE) {
            applyQueued();
        }
        original = null;
        queued = List.of();
        dropped = List.of();
    }

    /** Counts as stale from now on; changes that were not flushed are kept, to be applied to what will be loaded. */
    void makeStale() {
        if (original != null) {
            List<T> added = added();
            List<T> removed = removed();
            items = new ArrayList<>(original);
            original = null;
            added.forEach(element -> queued = with(queued, element));
            removed.forEach(element -> dropped = with(dropped, element));
        }
        status(Content.STALE);
    }

    private void applyQueued() {
        dropped.forEach(element -> removeFirst(items, element));
        queued.stream()
                .filter(element -> manyToMany() || position(items, element) < 0)
                .forEach(items::add);
        moved();
    }

    /** Keeps what a holder without loaded content was given, when its session ends. */
    void keepQueued() {
        if (status() == Content.STALE) {
            remember();
            applyQueued();
            queued = List.of();
            dropped = List.of();
        }
    }

    /** A memento that puts everything back, any number of times. */
    Runnable capture() {
        List<T> itemsThen = List.copyOf(items);
        List<T> originalThen = original == null ? null : List.copyOf(original);
        List<T> queuedThen = List.copyOf(queued);
        List<T> droppedThen = List.copyOf(dropped);
        Content statusThen = status();
        return () -> {
            items = new ArrayList<>(itemsThen);
            original = originalThen == null ? null : new ArrayList<>(originalThen);
            queued = new ArrayList<>(queuedThen);
            dropped = new ArrayList<>(droppedThen);
            status(statusThen);
            moved();
        };
    }

    private void remember() {
        if (original == null && attached() != null) {
            original = new ArrayList<>(items);
        } else if (original == null) {
            original = List.of();
        }
        if (status() == Content.UNKNOWN) {
            status(Content.LOADED);
        }
        changed();
    }

    /** Of an object that no session has, the content is what the application says, even if that is nothing. */
    void touch() {
        if (attached() == null) {
            remember();
        }
    }

    private static boolean identical(List<?> left, List<?> right) {
        return left.size() == right.size()
                && IntStream.range(0, left.size()).allMatch(i -> left.get(i) == right.get(i));
    }

    private static boolean sameElements(List<?> left, List<?> right) {
        return difference(left, right).isEmpty() && difference(right, left).isEmpty();
    }

    private static <T> List<T> difference(List<T> from, List<?> without) {
        if (from.isEmpty() || without.isEmpty()) {
            return List.copyOf(from);
        }
        Set<Object> excluded = identities(without);
        return from.stream().filter(element -> !excluded.contains(element)).toList();
    }

    private static <T> List<T> distinct(List<T> list) {
        if (list.size() < 2) {
            return list;
        }
        Set<Object> seen = identities(List.of());
        return list.stream().filter(seen::add).toList();
    }

    static Set<Object> identities(Collection<?> elements) {
        Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(elements);
        return identities;
    }

    static int position(List<?> list, @Nullable Object element) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == element) {
                return i;
            }
        }
        return -1;
    }

    private static <T> List<T> with(List<T> list, T element) {
        List<T> longer = list.isEmpty() ? new ArrayList<>(2) : list;
        longer.add(element);
        return longer;
    }

    private static boolean removeAll(List<?> list, Object element) {
        return !list.isEmpty() && list.removeIf(item -> item == element);
    }

    private static boolean removeFirst(List<?> list, @Nullable Object element) {
        int index = position(list, element);
        if (index >= 0) {
            list.remove(index);
        }
        return index >= 0;
    }
}
