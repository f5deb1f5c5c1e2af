package dev.dovetail.orm.check;

/** What a flush would break. */
public enum ProblemKind {
    /** A column that must have a value has none. */
    NOT_NULL("DVT-23-NOT-NULL"),
    /** A value does not fit its column's type: too long, out of range. */
    DATA("DVT-22-DATA"),
    /** A unique key that another row has, in the database or in the same flush. */
    UNIQUE("DVT-23-UNIQUE"),
    /** A foreign key that refers to no row, or to one that the same flush deletes. */
    MISSING_PARENT("DVT-23-FK-PARENT"),
    /** A row that is to go, or whose key is to change, while others refer to it. */
    STILL_REFERENCED("DVT-23-FK-CHILD"),
    /** A row for which a CHECK constraint is false. */
    CHECK("DVT-23-CHECK"),
    /** A row that somebody else has changed in the same place since it was read. */
    STALE("DVT-STALE"),
    /** A change that the flush refuses before it sends anything. */
    REFUSED("DVT-ORM-UNPLACED");

    private final String code;

    ProblemKind(String code) {
        this.code = code;
    }

    /**
     * The code of the error that the flush would end in.
     *
     * @return the code, as guide/errors.md has it
     */
    public String code() {
        return code;
    }
}
