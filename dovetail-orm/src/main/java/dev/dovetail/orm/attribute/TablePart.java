package dev.dovetail.orm.attribute;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import java.util.List;

/**
 * One of the tables that the rows of a mapped class are in, and which of the class's columns it has. A class of a joined
 * hierarchy has several, that of its root first; every other class has one.
 *
 * @param table the table
 * @param first the position of the class's first column in this table
 * @param end the position after the last
 * @param key the primary key's columns in this table
 */
public record TablePart(Table table, int first, int end, List<Column<?>> key) {

    /** Copies what can change. */
    public TablePart {
        key = List.copyOf(key);
    }

    /**
     * Whether one of the class's columns is in this table.
     *
     * @param position the column's position
     * @return true if it is
     */
    public boolean has(int position) {
        return first <= position && position < end;
    }
}
