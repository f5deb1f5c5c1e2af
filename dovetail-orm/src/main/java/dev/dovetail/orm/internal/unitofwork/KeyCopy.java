package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key to be written when its row is: the key of another object, which may be known only after that object was
 * inserted, or NULL.
 *
 * @param end the relationship that decides it
 * @param parent the referenced object, or null
 */
public record KeyCopy(RelationshipEnd end, @Nullable InstanceState parent) {

    /** {@return the foreign key's columns, positions in the child} */
    public int[] columns() {
        return end.childColumns();
    }

    /** {@return whether both write the same foreign key} */
    boolean sameKey(KeyCopy other) {
        return Arrays.equals(columns(), other.columns());
    }

    /**
     * Writes the key into the child's fields.
     *
     * @param child the referring object
     */
    public void apply(InstanceState child) {
        if (parent == null) {
            int[] nulled = end.nulledColumns();
            child.set(nulled, new Object[nulled.length]);
        } else {
            int[] from = end.parentColumns();
            @Nullable Object[] key = new Object[from.length];
            for (int i = 0; i < from.length; i++) {
                key[i] = parent.get(from[i]);
            }
            child.set(columns(), key);
        }
    }

    @Override
    public String toString() {
        return end.link().foreignKey().columns() + " of " + (parent == null ? "NULL" : parent);
    }
}
