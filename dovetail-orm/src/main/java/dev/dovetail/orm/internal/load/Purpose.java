package dev.dovetail.orm.internal.load;

/**
 * What a statement is for, as errors and listeners tell it; the words are put together only when somebody asks.
 *
 * @param doing for instance {@code reading}
 * @param what for instance the key of the row
 */
public record Purpose(String doing, Object what) {

    @Override
    public String toString() {
        return doing + " " + what;
    }
}
