package dev.dovetail.engine;

import dev.dovetail.Redacted;
import dev.dovetail.compile.BindSlot;
import dev.dovetail.compile.CompiledStatement;
import dev.dovetail.compile.MisfitException;
import dev.dovetail.compile.Renderer;
import dev.dovetail.integrity.Redaction;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.type.Codec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled statement together with the values of the one statement that it was compiled for.
 *
 * @param compiled the text
 * @param columns how the columns of the result are read; not to be changed
 * @param constants the values
 * @param renderer what compiled it, one for each engine
 */
record ReadyStatement(
        CompiledStatement compiled,
        Codec<?>[] columns,
        @Nullable Object[] constants,
        Renderer renderer) {

    private static final String NOT_KNOWN = "\u2026";

    String sql() {
        return compiled.sql();
    }

    void bind(PreparedStatement statement, @Nullable Object[] arguments) throws SQLException {
        compiled.bind(statement, constants, arguments);
    }

    /** Binds the parameters of one of several rows of a statement, counted from 0. */
    void bind(PreparedStatement statement, @Nullable Object[] arguments, int row) throws SQLException {
        compiled.bind(statement, constants, arguments, row * compiled.slots().size() + 1);
    }

    /** The bound values of each row as they may be shown; what cannot be had is left open, for it is shown with an error. */
    List<List<@Nullable Object>> shown(List<@Nullable Object[]> rows, Redaction redaction, StatementOrigin origin) {
        List<List<@Nullable Object>> shown = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            for (BindSlot<?> slot : compiled.slots()) {
                String column = slot.column() == null ? null : slot.column().name();
                values.add(redaction.hides(origin, column) ? Redacted.VALUE : valueOf(slot, row));
            }
            shown.add(values);
        }
        return shown;
    }

    // A row with too few arguments, or a value that its type cannot convert, must not take the place of an error.
    private @Nullable Object valueOf(BindSlot<?> slot, @Nullable Object[] row) {
        try {
            return slot.value(constants, row);
        } catch (RuntimeException e) {
            return MisfitException.isOne(e) ? slot.given(constants, row) : NOT_KNOWN;
        }
    }
}
