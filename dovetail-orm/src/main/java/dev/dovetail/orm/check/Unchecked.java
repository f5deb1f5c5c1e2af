package dev.dovetail.orm.check;

/**
 * Something that a check could not decide, so that the flush may still break it.
 *
 * @param what the constraint or the rows
 * @param why why it was not checked
 */
public record Unchecked(String what, String why) {

    @Override
    public String toString() {
        return what + ": " + why;
    }
}
