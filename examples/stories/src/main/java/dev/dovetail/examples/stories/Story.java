package dev.dovetail.examples.stories;

/** A small program about something that goes wrong with foreign keys, and what Dovetail makes of it. */
public interface Story {

    /** The name by which {@code ./stories NAME} runs it. */
    String name();

    /** What it is about, in a line. */
    String title();

    /** Tells it. */
    void tell(Narrator out);
}
