package dev.dovetail.orm.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * The table between the two sides of a many-to-many relationship, seen from one of them. The columns of both keys together
 * are its primary key.
 *
 * @param name the table's name
 * @param schema the table's schema, or null for the default one
 * @param toOwner the foreign key to the side that it is seen from
 * @param toTarget the foreign key to the other side
 */
public record SecondaryTable(String name, @Nullable String schema, ForeignKeyModel toOwner, ForeignKeyModel toTarget) {

    /**
     * The same table seen from the other side.
     *
     * @return the table with its keys exchanged
     */
    public SecondaryTable reversed() {
        return new SecondaryTable(name, schema, toTarget, toOwner);
    }

    /**
     * What messages call it.
     *
     * @return for instance {@code post_tag(post_id; tag_id)}
     */
    public String label() {
        return name + "(" + String.join(", ", toOwner.columns()) + "; " + String.join(", ", toTarget.columns()) + ")";
    }
}
