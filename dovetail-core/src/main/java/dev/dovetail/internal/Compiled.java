package dev.dovetail.internal;

import org.jspecify.annotations.Nullable;

/**
 * A place in an immutable statement for what an engine has made of it, so that one that is sent again and again is not even
 * looked up. Whoever finds something there has to see whether it is his own. Two threads may overwrite each other's, which
 * costs nothing but making it again; so what is put there has final fields only.
 */
public abstract class Compiled {

    private @Nullable Object form;

    /** Only for statements. */
    protected Compiled() {}

    /**
     * What a statement has been made into.
     *
     * @param statement the statement
     * @return the form, or null
     */
    public static @Nullable Object form(Compiled statement) {
        return statement.form;
    }

    /**
     * Keeps what a statement has been made into, in the place of what was there.
     *
     * @param statement the statement
     * @param form the form
     */
    public static void keep(Compiled statement, Object form) {
        statement.form = form;
    }
}
