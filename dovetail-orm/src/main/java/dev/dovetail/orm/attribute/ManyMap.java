package dev.dovetail.orm.attribute;

import dev.dovetail.UsageException;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds the objects on the other side of a one-to-many or many-to-many relationship as a map, by a key that each of them
 * has itself: {@code new ManyMap<>(this, setting -> setting.name)}. {@code equals} and {@code hashCode} are those of the
 * holder itself, and iteration is in the order of the relationship's {@code orderBy}.
 *
 * <p>The keys are read when the content is loaded or changed. An element without a key, such as a new one whose key the
 * database will generate, is in {@link #elements()} only until it has one. Two elements with one key are an error when the
 * map is looked at; a unique constraint prevents them.
 *
 * @param <K> the key
 * @param <T> the class on the other side
 */
public final class ManyMap<K, T> extends AbstractMap<K, T> implements HolderOfMany<T> {

    final Members<T> members;
    private final Function<? super T, ? extends @Nullable K> key;

    /** The content by key, until it moves. */
    private @Nullable Map<K, T> byKey;

    /**
     * A holder for a final field of its owner.
     *
     * @param owner the object whose field it is
     * @param key gives the key of an element, null as long as it has none
     */
    public ManyMap(Object owner, Function<? super T, ? extends @Nullable K> key) {
        this.key = key;
        this.members = new Members<>(owner, this) {
            @Override
            void moved() {
                super.moved();
                byKey = null;
            }
        };
    }

    @Override
    public boolean isLoaded() {
        return members.known();
    }

    /**
     * The elements, those without a key included.
     *
     * @return an unmodifiable copy, in order
     */
    public Collection<T> elements() {
        return List.copyOf(members.content());
    }

    @Override
    public int size() {
        return byKey().size();
    }

    @Override
    public boolean containsKey(@Nullable Object wanted) {
        return byKey().containsKey(wanted);
    }

    @Override
    public @Nullable T get(@Nullable Object wanted) {
        return byKey().get(wanted);
    }

    /**
     * Adds an element under its own key, in place of the one that has it.
     *
     * @param elementKey the element's key
     * @param element the element
     * @return the element that had the key, or null
     * @throws UsageException if the element's key is another
     */
    @Override
    public @Nullable T put(K elementKey, T element) {
        members.check(element);
        K own = key.apply(element);
        if (!Objects.equals(own, elementKey)) {
            throw new UsageException(
                    "DVT-USE-MAP-KEY",
                    members.end().label() + " cannot have a "
                            + element.getClass().getSimpleName() + " under " + elementKey + ": its own key is " + own
                            + "; set that first, or call add");
        }
        T old = get(elementKey);
        if (old != element) {
            if (old != null) {
                members.remove(old);
            }
            members.add(element);
        }
        return old;
    }

    /**
     * Adds an element under its own key. Loads nothing, and replaces nothing.
     *
     * @param element the element
     */
    public void add(T element) {
        members.addIfAbsent(element);
    }

    @Override
    public @Nullable T remove(@Nullable Object wanted) {
        T old = get(wanted);
        if (old != null) {
            members.remove(old);
        }
        return old;
    }

    @Override
    public void clear() {
        members.setAll(List.of());
    }

    @Override
    public Set<Entry<K, T>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return byKey().size();
            }

            @Override
            public Iterator<Entry<K, T>> iterator() {
                return entries();
            }
        };
    }

    private Iterator<Entry<K, T>> entries() {
        Iterator<Entry<K, T>> entries = List.copyOf(byKey().entrySet()).iterator();
        return new Iterator<>() {
            private @Nullable Entry<K, T> last;

            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Entry<K, T> next() {
                Entry<K, T> next = new SimpleImmutableEntry<>(entries.next());
                last = next;
                return next;
            }

            @Override
            public void remove() {
                if (last == null) {
                    throw new IllegalStateException();
                }
                members.remove(last.getValue());
                last = null;
            }
        };
    }

    private Map<K, T> byKey() {
        List<T> content = members.content();
        Map<K, T> known = byKey;
        if (known != null) {
            return known;
        }
        Map<K, T> index = new LinkedHashMap<>();
        boolean complete = true;
        for (T element : content) {
            K own = key.apply(element);
            if (own == null) {
                complete = false;
            } else if (index.putIfAbsent(own, element) != null) {
                throw new UsageException(
                        "DVT-USE-MAP-KEY",
                        members.end().label() + " has two elements with the key " + own
                                + "; remove one from elements(), or hold them in a Many. A unique constraint on the foreign"
                                + " key and the key prevents this");
            }
        }
        byKey = complete ? index : null;
        return Collections.unmodifiableMap(index);
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
        return members.label("ManyMap");
    }
}
