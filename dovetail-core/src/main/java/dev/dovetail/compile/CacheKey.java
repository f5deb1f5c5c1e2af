package dev.dovetail.compile;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What two statements have in common that differ only in their values: equal keys, same SQL. Immutable. */
public final class CacheKey {
    private final @Nullable Object[] parts;
    private final int hash;

    CacheKey(List<@Nullable Object> parts) {
        this.parts = parts.toArray();
        this.hash = Arrays.hashCode(this.parts);
    }

    /**
     * The key of another form of the same statement.
     *
     * @param form names the form
     * @return another key
     */
    public CacheKey of(Object form) {
        return new CacheKey(List.of(form, this));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CacheKey that && hash == that.hash && Arrays.equals(parts, that.parts));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
