package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.replay.Command;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A COMMIT that the database refuses has rolled back, and objects are taken back at once, not at the next rollback. */
final class RefusedCommit implements Suspension {

    @Override
    public Rule rule() {
        return Rule.D8;
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(
                Aspect.COMMANDS,
                Aspect.LIFE_CYCLE,
                Aspect.COLUMN,
                Aspect.RELATIONSHIP,
                Aspect.SESSION,
                Aspect.TRANSACTION);
    }

    @Override
    public boolean explains(Course course) {
        Raised expected = course.now().expected().result().raised();
        Raised actual = course.now().actual().result().raised();
        List<Command> sent = Commands.of(course.now().actual().events());
        return expected != null
                && actual != null
                && Objects.equals(expected.kind(), actual.kind())
                && endsWith(Commands.of(course.now().expected().events()), Command.COMMIT)
                && endsWith(sent, Command.ROLLBACK)
                && course.now().actual().result().sets().pending().isEmpty();
    }

    private static boolean endsWith(List<Command> commands, Command last) {
        return !commands.isEmpty() && commands.get(commands.size() - 1) == last;
    }
}
