package dev.dovetail.orm.inspect;

import java.util.List;

/**
 * What is known of one relationship of an object. Nothing was loaded to find it out.
 *
 * @param relationship the holder's name
 * @param loading what the content is worth
 * @param changed whether the application changed it since the last flush
 * @param content what is in memory, possibly stale; what was queued for a holder that is not loaded included
 * @param added what was put in since the last flush
 * @param removed what was taken out since the last flush
 */
public record HolderState(
        String relationship, Loading loading, boolean changed, List<?> content, List<?> added, List<?> removed) {

    /** Copies the lists. */
    public HolderState {
        content = List.copyOf(content);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** As in {@code children: LOADED, 3 objects, 1 added, 0 removed}. */
    @Override
    public String toString() {
        String text = relationship + ": " + loading + ", " + content.size() + " objects";
        return changed ? text + ", " + added.size() + " added, " + removed.size() + " removed" : text;
    }
}
