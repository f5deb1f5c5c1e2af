package dev.dovetail.tests.orm.loading;

/** A line of an application. */
public final class Report {

    private Report() {}

    /** Does something, always from the same line. */
    public static void print(Runnable touch) {
        touch.run();
    }
}
