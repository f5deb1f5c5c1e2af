package dev.dovetail.orm.attribute;

import dev.dovetail.orm.internal.reference.WeakIdentityMap;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * For a relationship that is {@code singleParent}: which holder an object was put into, by the application or by the other
 * side. What is loaded is not noted. It keeps neither the object nor the holder alive.
 */
interface SingleParents {

    /** For a relationship where an object may have several parents. */
    SingleParents UNCHECKED = new SingleParents() {
        @Override
        public @Nullable Side of(Object element) {
            return null;
        }

        @Override
        public void put(Object element, Side holder) {}

        @Override
        public void remove(Object element, Side holder) {}
    };

    /** The holder that an object was put into last. */
    @Nullable
    Side of(Object element);

    void put(Object element, Side holder);

    void remove(Object element, Side holder);

    /** Notes kept by weak reference. */
    static SingleParents noted() {
        WeakIdentityMap<WeakReference<Side>> holders = new WeakIdentityMap<>();
        return new SingleParents() {
            @Override
            public @Nullable Side of(Object element) {
                WeakReference<Side> holder = holders.get(element);
                return holder == null ? null : holder.get();
            }

            @Override
            public void put(Object element, Side holder) {
                holders.put(element, new WeakReference<>(holder));
            }

            @Override
            public void remove(Object element, Side holder) {
                if (of(element) == holder) {
                    holders.remove(element);
                }
            }
        };
    }
}
