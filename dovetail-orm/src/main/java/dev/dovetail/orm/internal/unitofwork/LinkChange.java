package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.attribute.LinkTable;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.InstanceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a secondary table to be inserted or deleted by a flush, or all rows of one object to be deleted or to follow its key.
 *
 * @param kind what is done
 * @param end the relationship, seen from the owner
 * @param owner the object whose holder gained or lost the other, or that is deleted
 * @param target the object on the other side; null for all that the owner is joined to
 * @param former the values by which the rows know the owner before its key changes; empty unless they are to follow
 * @param turn when it is its turn
 * @param causes why it happens, the nearest first
 */
public record LinkChange(
        Kind kind,
        RelationshipEnd end,
        InstanceState owner,
        @Nullable InstanceState target,
        List<Object> former,
        Turn turn,
        List<String> causes) {

    LinkChange(
            Kind kind,
            RelationshipEnd end,
            InstanceState owner,
            @Nullable InstanceState target,
            Turn turn,
            List<String> causes) {
        this(kind, end, owner, target, List.of(), turn, causes);
    }

    /** All rows of an object whose key changes, which the relationship leaves to the session. */
    static LinkChange following(RelationshipEnd end, InstanceState owner) {
        List<Object> former = new ArrayList<>();
        for (int column : Objects.requireNonNull(end.linkTable()).ownKey()) {
            former.add(Objects.requireNonNull(owner.known().value(column)));
        }
        List<String> causes = List.of(
                end.label() + " follows the key of its " + owner.type().name() + " (passiveUpdates NEVER)",
                "changing the key of " + owner);
        return new LinkChange(Kind.UPDATE, end, owner, null, former, Turn.BEFORE_DELETES, causes);
    }

    /** What is done to the row. */
    public enum Kind {
        /** The row gets the new key. Before all others, which name it by that. */
        UPDATE,
        /** The row goes. */
        DELETE,
        /** Two objects are joined. */
        INSERT
    }

    /** When a row is written. */
    public enum Turn {
        /** First of all: an object that the row refers to is deleted. */
        BEFORE_WRITES,
        /** When the rows on both sides are there, and before others go. */
        BEFORE_DELETES
    }

    /** Copies what can change. */
    public LinkChange {
        former = List.copyOf(former);
        causes = List.copyOf(causes);
    }

    /** {@return the secondary table, seen from the owner} */
    public LinkTable table() {
        return Objects.requireNonNull(end.linkTable(), "a many-to-many relationship");
    }

    /** {@return whether both are written by one statement} */
    boolean sameStatement(LinkChange other) {
        return kind == other.kind && end == other.end && (target == null) == (other.target == null);
    }

    /** {@return the two objects, as messages name them} */
    public String objects() {
        return owner + (target == null ? "" : " and " + target);
    }

    @Override
    public String toString() {
        return kind + " " + (target == null ? "all of " : "") + objects() + " in " + end.label()
                + (causes.isEmpty() ? "" : ": " + String.join(", ", causes));
    }
}
