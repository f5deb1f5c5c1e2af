package dev.dovetail.examples.stories;

/** Runs the stories. */
public final class Stories {
    private Stories() {}

    public static void main(String[] arguments) {
        System.out.println("Dovetail stories");
    }
}
