package dev.dovetail.compile;

/**
 * Where the values of an IN list stand among a statement's constants, and how many places they have. Lists of nearly the
 * same length share a statement: the last value is repeated, which changes nothing, so that there are few lengths.
 *
 * @param position the place of the first value
 * @param size how many places there are
 */
record BoundList(int position, int size) {
    /** Up to here lengths are powers of two, from here on multiples of this. */
    private static final int STEP = 1024;

    static int padded(int size) {
        return size <= STEP ? Integer.highestOneBit(2 * size - 1) : (size + STEP - 1) / STEP * STEP;
    }
}
