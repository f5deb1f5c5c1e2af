package dev.dovetail.compile;

import dev.dovetail.sql.Statement;
import dev.dovetail.sql.Value;
import org.jspecify.annotations.Nullable;

/**
 * A statement, taken apart into its shape and its values. Cheap to make: one walk over the tree, no text.
 *
 * <pre>{@code
 * Structure structure = Structure.of(statement);
 * CompiledStatement compiled = cache.computeIfAbsent(structure.key(), key -> renderer.compile(statement, structure));
 * compiled.bind(prepared, structure.constants(), arguments);
 * }</pre>
 */
public final class Structure {
    private final StructureWalk walk;
    private final CacheKey key;
    private final @Nullable Object[] constants;

    private Structure(StructureWalk walk) {
        this.walk = walk;
        this.key = walk.key();
        this.constants = walk.constants();
    }

    /**
     * Takes a statement apart.
     *
     * @param statement the statement
     * @return its structure
     */
    public static Structure of(Statement statement) {
        StructureWalk walk = new StructureWalk();
        statement.accept(walk);
        return new Structure(walk);
    }

    /**
     * The key under which the compiled statement can be kept for one dialect.
     *
     * @return the key
     */
    public CacheKey key() {
        return key;
    }

    /**
     * The values of the statement, to be bound with its compiled form.
     *
     * @return the values in the order of the walk; not a copy, not to be changed
     */
    public @Nullable Object[] constants() {
        return constants;
    }

    /** Where the values of a list stand, null if they are not all values. */
    @Nullable
    BoundList list(Object node) {
        return walk.list(node);
    }

    /** Where a value of the statement stands among the constants. */
    int position(Value<?> value) {
        int position = walk.position(value);
        if (position < 0) {
            throw new IllegalStateException("the structure is not that of the statement");
        }
        return position;
    }
}
