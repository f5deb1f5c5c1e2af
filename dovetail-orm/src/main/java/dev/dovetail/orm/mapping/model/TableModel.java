package dev.dovetail.orm.mapping.model;

import dev.dovetail.schema.ReferentialAction;
import java.util.List;

/**
 * One of the tables that the rows of an entity are in. A class of a joined hierarchy has several, that of its root first;
 * every other entity has one.
 *
 * @param owner the entity whose table it is, as far as it shows in this class
 * @param firstColumn the position of the first column that is in this table
 * @param key the names of the primary key's columns here; empty for the first table, where they are columns of the entity
 * @param onDelete the rule of the key to the table before, for deletes
 * @param onUpdate the rule of the key to the table before, for changed keys
 */
public record TableModel(
        EntityModel owner, int firstColumn, List<String> key, ReferentialAction onDelete, ReferentialAction onUpdate) {

    /** Copies what can change. */
    public TableModel {
        key = List.copyOf(key);
    }

    /**
     * The table's name.
     *
     * @return the name
     */
    public String name() {
        return owner.table();
    }
}
