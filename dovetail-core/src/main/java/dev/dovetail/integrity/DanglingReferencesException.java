package dev.dovetail.integrity;

import dev.dovetail.DovetailException;
import java.io.Serial;
import java.util.List;

/** Rows refer to rows that do not exist, found when foreign keys were verified after their checks had been off. */
public final class DanglingReferencesException extends DovetailException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 10;

    // Keys and values need not be serializable; the message survives.
    private final transient List<DanglingReference> references;

    /**
     * Makes an exception.
     *
     * @param references the rows, at least one
     * @param more whether there are others beside these
     */
    public DanglingReferencesException(List<DanglingReference> references, boolean more) {
        super("DVT-23-DANGLING", message(references, more), null);
        this.references = List.copyOf(references);
    }

    private static String message(List<DanglingReference> references, boolean more) {
        int count = references.size();
        StringBuilder text = new StringBuilder();
        text.append(more ? "more than " : "").append(count);
        text.append(
                count == 1 && !more
                        ? " row refers to a row that does not exist"
                        : " rows refer to rows that do not exist");
        text.append("; everything was rolled back");
        references.stream()
                .limit(SHOWN)
                .forEach(row -> text.append("\n  dangling    ").append(row));
        if (count > SHOWN || more) {
            text.append("\n              and ").append(count - SHOWN).append(more ? " or more others" : " others");
        }
        text.append("\n  hint        load the rows that are missing as well, or leave these out");
        return text.toString();
    }

    /**
     * The rows whose foreign key leads nowhere.
     *
     * @return the rows, by table and foreign key
     */
    public List<DanglingReference> references() {
        return references;
    }
}
