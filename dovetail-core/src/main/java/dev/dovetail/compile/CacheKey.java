package dev.dovetail.compile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What two statements have in common that differ only in their values: equal keys, same SQL. Immutable. */
public final class CacheKey {
    private final @Nullable Object[] parts;
    private final int size;
    private final int hash;

    CacheKey(@Nullable Object[] parts, int size, int hash) {
        this.parts = parts;
        this.size = size;
        this.hash = hash;
    }

    /**
     * The same key in no more memory than it needs, to be kept.
     *
     * @return the key
     */
    public CacheKey trimmed() {
        return new CacheKey(Arrays.copyOf(parts, size), size, hash);
    }

    /**
     * The key of another form of the same statement.
     *
     * @param form names the form
     * @return another key
     */
    public CacheKey of(Object form) {
        Object[] both = {form, trimmed()};
        return new CacheKey(both, both.length, Arrays.hashCode(both));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CacheKey that
                        && hash == that.hash
                        && Arrays.equals(parts, 0, size, that.parts, 0, that.size));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
