package dev.dovetail;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row would refer to one that does not exist, or one would go to which others still refer. */
public final class ForeignKeyViolationException extends IntegrityException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public ForeignKeyViolationException(ErrorFacts facts, @Nullable Throwable cause) {
        super(code(facts), Headline.foreignKey(facts), facts, cause);
    }

    private static String code(ErrorFacts facts) {
        ForeignKeyFacts foreignKey = facts.constraint().foreignKey();
        if (foreignKey == null || foreignKey.side() == null) {
            return "DVT-23-FK";
        }
        return foreignKey.side() == ForeignKeySide.MISSING_PARENT ? "DVT-23-FK-PARENT" : "DVT-23-FK-CHILD";
    }

    /**
     * Which side of the foreign key refused.
     *
     * @return the side, or null if it could not be known
     */
    public @Nullable ForeignKeySide side() {
        ForeignKeyFacts foreignKey = facts().constraint().foreignKey();
        return foreignKey == null ? null : foreignKey.side();
    }

    /**
     * The table that is referred to.
     *
     * @return the table, or null if it is not known
     */
    public @Nullable String referencedTable() {
        ForeignKeyFacts foreignKey = facts().constraint().foreignKey();
        return foreignKey == null ? null : foreignKey.referencedTable();
    }

    /**
     * The columns that are referred to, in the order of {@link #columns()}.
     *
     * @return the columns, empty if they are not known
     */
    public List<String> referencedColumns() {
        ForeignKeyFacts foreignKey = facts().constraint().foreignKey();
        return foreignKey == null ? List.of() : foreignKey.referencedColumns();
    }

    /**
     * The rows that still refer to the one that should go, by foreign key.
     *
     * @return the rows, empty for a missing parent and where they are not known
     */
    public List<ReferencingRows> referencing() {
        ForeignKeyFacts foreignKey = facts().constraint().foreignKey();
        return foreignKey == null ? List.of() : foreignKey.referencing();
    }
}
