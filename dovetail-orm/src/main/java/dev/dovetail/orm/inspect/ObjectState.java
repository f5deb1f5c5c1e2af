package dev.dovetail.orm.inspect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a session knows of an object, at one moment.
 *
 * @param entity the object
 * @param entityName the name of its entity
 * @param lifeCycle where it is in its life
 * @param key the primary key of its row, empty while there is no row
 * @param stale whether something of it is read again when the session next touches it
 * @param toBeDeleted whether the next flush deletes its row
 * @param rowDeleted whether its row was deleted and the deletion committed
 * @param columns its columns, in the order of the entity
 * @param holders its relationships, in the order of the entity
 */
public record ObjectState(
        Object entity,
        String entityName,
        LifeCycle lifeCycle,
        List<?> key,
        boolean stale,
        boolean toBeDeleted,
        boolean rowDeleted,
        List<ColumnState> columns,
        List<HolderState> holders) {

    /** Copies the lists. */
    public ObjectState {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        holders = List.copyOf(holders);
    }

    /**
     * Whether a column or a holder was changed since the last flush.
     *
     * @return true if something was; for an object without a row, only holders count
     */
    public boolean changed() {
        return columns.stream().anyMatch(ColumnState::changed)
                || holders.stream().anyMatch(HolderState::changed);
    }

    /**
     * The columns that the next flush would write.
     *
     * @return the columns, each with its last known value and the new one
     */
    public List<ColumnState> changedColumns() {
        return columns.stream().filter(ColumnState::changed).toList();
    }

    /**
     * The holders that were changed since the last flush.
     *
     * @return the holders
     */
    public List<HolderState> changedHolders() {
        return holders.stream().filter(HolderState::changed).toList();
    }

    /**
     * What is not known to be as in the database: stale columns, and holders that are stale or were never loaded.
     *
     * @return the names of fields and holders
     */
    public List<String> notLoaded() {
        return Stream.concat(
                        columns.stream().filter(ColumnState::stale).map(ColumnState::attribute),
                        holders.stream()
                                .filter(holder -> holder.loading() != Loading.LOADED)
                                .map(HolderState::relationship))
                .toList();
    }

    /**
     * One of the columns.
     *
     * @param name the name of the field or of the column
     * @return the column, empty if there is none of that name
     */
    public Optional<ColumnState> column(String name) {
        return columns.stream()
                .filter(column ->
                        column.attribute().equals(name) || column.column().equals(name))
                .findFirst();
    }

    /**
     * One of the holders.
     *
     * @param name its name
     * @return the holder, empty if there is none of that name
     */
    public Optional<HolderState> holder(String name) {
        return holders.stream()
                .filter(holder -> holder.relationship().equals(name))
                .findFirst();
    }

    /** One line for the object, and one for each column and holder. */
    @Override
    public String toString() {
        String head = entityName + (key.isEmpty() ? "" : " " + key) + " " + lifeCycle
                + (stale ? ", stale" : "")
                + (toBeDeleted ? ", to be deleted" : "")
                + (rowDeleted ? ", its row is gone" : "");
        return Stream.concat(columns.stream(), holders.stream())
                .map(part -> System.lineSeparator() + "    " + part)
                .collect(Collectors.joining("", head, ""));
    }
}
