package dev.dovetail.orm.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * What gives a key its value before its row is inserted.
 *
 * @param kind how
 * @param sequence the sequence's name, null for other kinds
 * @param block how many keys one value of the sequence stands for, 0 for other kinds
 */
public record KeySource(Kind kind, @Nullable String sequence, int block) {

    /** A UUID of random bits. */
    public static final KeySource RANDOM_UUID = new KeySource(Kind.RANDOM_UUID, null, 0);

    /** A UUID that begins with the time, so that later ones sort behind earlier ones. */
    public static final KeySource TIME_UUID = new KeySource(Kind.TIME_UUID, null, 0);

    /** How a key gets its value. */
    public enum Kind {
        /** From a sequence of the database. */
        SEQUENCE,
        /** Random bits. */
        RANDOM_UUID,
        /** Time, a count, and random bits. */
        TIME_UUID
    }

    /**
     * From a sequence.
     *
     * @param name its name
     * @param block how many keys one of its values stands for
     * @return the source
     */
    public static KeySource sequence(String name, int block) {
        return new KeySource(Kind.SEQUENCE, name, block);
    }
}
