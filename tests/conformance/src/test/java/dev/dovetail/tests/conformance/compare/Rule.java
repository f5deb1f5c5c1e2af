package dev.dovetail.tests.conformance.compare;

/** A difference on purpose; {@code DIFFERENCES.md} gives the reasons. */
public enum Rule {
    /** No hidden reads behind plain fields. */
    D1,
    /** Fewer SELECTs. */
    D2,
    /** No UPDATE for a value equal to the one last known. */
    D3,
    /** A unique value given up by a delete can be taken again in the same flush. */
    D4,
    /** Rows are ordered by all foreign keys, and a cycle is cut where it can be. */
    D5,
    /** Siblings load together. */
    D6,
    /** Accidents of Python are not copied. */
    D7,
    /** A flush that is rolled back takes back what it wrote into objects. */
    D8,
    /** A changed stale object whose column has moved is refused. */
    D9,
    /** A set-based statement counts as the rows that it touched. */
    D10,
    /** A child taken from its parent is an orphan by its old key; appending to an unloaded collection loads nothing. */
    D11,
    /** A holder that is set gives its key to the field at once. */
    D12,
    /** What a foreign key's own rule does to rows, it does to the objects that the session knows. */
    D13,
    /** A deleted object is detached after the commit. */
    D14,
    /** A holder contradicts neither its other side nor, once flushed, its row. */
    D15,
    /** What cannot be is refused before any SQL, and the transaction goes on. */
    D16,
    /** A flush that failed under a savepoint leaves memory as it was before. */
    D17,
    /** A row that goes is not written before. */
    D18,
    /** Nothing is put below an object that was deleted. */
    D19,
    /** An object that takes the row of a deleted one gives it all its values. */
    D20
}
