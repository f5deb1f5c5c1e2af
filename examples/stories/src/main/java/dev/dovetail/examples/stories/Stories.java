package dev.dovetail.examples.stories;

import dev.dovetail.examples.stories.bulkload.BulkLoad;
import dev.dovetail.examples.stories.duplicateemail.DuplicateEmail;
import dev.dovetail.examples.stories.endlesscascade.EndlessCascade;
import dev.dovetail.examples.stories.lostpage.LostPage;
import dev.dovetail.examples.stories.vanishingconstraint.VanishingConstraint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the stories that are named, or all of them. */
public final class Stories {

    /** All stories, in the order in which they are told. */
    public static final List<Story> ALL = List.of(
            new EndlessCascade(), new VanishingConstraint(), new LostPage(), new DuplicateEmail(), new BulkLoad());

    private Stories() {}

    public static void main(String[] arguments) throws IOException {
        List<String> names = List.of(arguments);
        List<String> known = ALL.stream().map(Story::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("There are these stories: " + String.join(", ", known));
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("dovetail-stories");
        Narrator out = new Narrator(System.out, folder);
        ALL.stream()
                .filter(story -> names.isEmpty() || names.contains(story.name()))
                .forEach(out::tell);
        System.out.println();
        System.out.println("The databases are in " + folder);
    }
}
