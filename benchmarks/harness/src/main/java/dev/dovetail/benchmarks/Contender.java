package dev.dovetail.benchmarks;

import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.NewParent;
import java.util.List;

/**
 * A library at work: each workload as its own manual recommends for speed. One contender is one pool of connections; it
 * is used by one thread. Each method is a whole unit: it takes a connection, commits (or only reads) and gives it back.
 */
public interface Contender extends AutoCloseable {

    /** W1: stores parents and their children through the unit of work; the database gives the keys. */
    void insertGraph(List<NewParent> graph);

    /** W2: stores rows by the best bulk API there is. */
    void insertItems(List<NewItem> items);

    /** W3: loads the items with keys up to this one, adds one to the quantity of each, writes them. */
    void updateItems(long lastId);

    /** W4: loads all items as entities that a session would write if they were changed. */
    List<?> items();

    /** W4r: loads all items as entities that no session keeps. */
    List<?> itemsReadOnly();

    /** W4b: loads all items into records. */
    List<ItemRow> itemRows();

    /** W5: loads one item by its key, as an entity. */
    Object item(long id);

    /** W5b: loads one item by another unique column, with the query built anew. */
    Object itemNamed(String name);

    /** W6: loads all parents with their children, by the best fetch strategy. */
    List<?> parentsWithChildren();

    /** W6b: loads all parents, and touches the children of each one after the other. */
    List<?> parentsThenChildren();

    /** W7: deletes a parent and its children by the library's own cascade. */
    void deleteParent(long id);

    /** W7b: deletes an owner, whose parts the database deletes. */
    void deleteOwner(long id);

    /** W8: loads the items with keys up to this one and keeps them managed. */
    Managed manage(long lastId);

    /** The checksum of an item that this contender has loaded. */
    long checksumOfItem(Object item);

    /** The checksum of a parent that this contender has loaded, and of its children. */
    long checksumOfParent(Object parent);

    @Override
    void close();

    /** Loaded entities that can be flushed again and again. */
    interface Managed extends AutoCloseable {

        /** Looks for changes and writes those that there are. */
        void flush();

        /** Changes the quantity of the entity with key 1, to show that a flush finds it. */
        void change(int quantity);

        /** Commits. */
        @Override
        void close();
    }
}
