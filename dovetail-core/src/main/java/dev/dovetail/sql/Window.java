package dev.dovetail.sql;

import dev.dovetail.UsageException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a window function looks at. Immutable: each method gives a new one.
 *
 * @param name the name under which the query declares it ({@link Select#window}), null for one that stands where it is
 *     used
 * @param partitionBy what the rows at hand have in common; nothing for all rows of the result
 * @param orderBy their order
 * @param frame which of them count, null for what the database takes by itself: from the first to the current one where
 *     there is an order, else all
 */
public record Window(
        @Nullable String name,
        List<Expression<?>> partitionBy,
        List<Ordering> orderBy,
        @Nullable Frame frame) {
    /** The window of all rows. */
    static final Window ALL = new Window(null, List.of(), List.of(), null);

    /** Copies the lists. */
    public Window {
        partitionBy = List.copyOf(partitionBy);
        orderBy = List.copyOf(orderBy);
    }

    /**
     * Looks at the rows that have the same values only.
     *
     * @param operands the values, behind those given before
     * @return the new window
     */
    public Window partitionBy(Operand<?>... operands) {
        List<Expression<?>> more = new ArrayList<>(partitionBy);
        for (Operand<?> operand : operands) {
            more.add(operand.expression());
        }
        return new Window(name, more, orderBy, frame);
    }

    /**
     * Orders the rows.
     *
     * @param terms operands, or operands with a direction, behind those given before
     * @return the new window
     */
    public Window orderBy(OrderTerm... terms) {
        List<Ordering> more = new ArrayList<>(orderBy);
        for (OrderTerm term : terms) {
            more.add(term.ordering());
        }
        return new Window(name, partitionBy, more, frame);
    }

    /**
     * Looks at a number of rows around the current one.
     *
     * @param start the first
     * @param end the last
     * @return the new window
     */
    public Window rows(FrameBound start, FrameBound end) {
        return frame(Frame.Unit.ROWS, start, end);
    }

    /**
     * Looks at the rows whose value of the order lies around that of the current row.
     *
     * @param start the least
     * @param end the greatest
     * @return the new window
     */
    public Window range(FrameBound start, FrameBound end) {
        return frame(Frame.Unit.RANGE, start, end);
    }

    /**
     * Looks at a number of groups around that of the current row; a group has rows that are equal in the order.
     *
     * @param start the first
     * @param end the last
     * @return the new window
     */
    public Window groups(FrameBound start, FrameBound end) {
        return frame(Frame.Unit.GROUPS, start, end);
    }

    private Window frame(Frame.Unit unit, FrameBound start, FrameBound end) {
        return new Window(name, partitionBy, orderBy, new Frame(unit, start, end, Frame.Exclusion.NOTHING));
    }

    /**
     * Leaves rows near the current one out of the frame.
     *
     * @param exclusion which
     * @return the new window
     * @throws UsageException if there is no frame yet; code {@code DVT-SQL-WINDOW}
     */
    public Window exclude(Frame.Exclusion exclusion) {
        if (frame == null) {
            throw new UsageException(
                    "DVT-SQL-WINDOW", "EXCLUDE is part of a frame: call rows(…), range(…) or groups(…) first");
        }
        return new Window(name, partitionBy, orderBy, new Frame(frame.unit(), frame.start(), frame.end(), exclusion));
    }

    /**
     * Gives this window a name; the query that uses it declares it by {@link Select#window}.
     *
     * @param newName the name
     * @return the new window
     */
    public Window as(String newName) {
        return new Window(newName, partitionBy, orderBy, frame);
    }
}
