package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.replay.Command;
import dev.dovetail.tests.conformance.replay.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares commands of the transaction. BEGIN and SAVEPOINT are sent before the first statement that needs them; where
 * Dovetail does without a statement they come later, or, where none comes, neither they nor what ends them.
 */
final class Commands {

    private static final List<Command> WITH_SAVEPOINT = List.of(Command.ROLLBACK_TO, Command.ROLLBACK);

    private List<Command> owed = List.of();
    private boolean open;

    /** Whether a step's commands are those recorded, and those still owed from the steps before. */
    boolean agree(List<Event> expected, List<Event> actual) {
        return agree(of(expected), actual);
    }

    /** The same, where Dovetail rolls a whole transaction back without rolling its savepoints back first. */
    boolean agreeWithoutSavepoints(List<Event> expected, List<Event> actual) {
        List<Command> wanted = new ArrayList<>(of(expected));
        boolean shorter = false;
        while (Collections.indexOfSubList(wanted, WITH_SAVEPOINT) >= 0) {
            wanted.remove(Collections.indexOfSubList(wanted, WITH_SAVEPOINT));
            shorter = true;
        }
        return shorter && agree(wanted, actual);
    }

    private boolean agree(Collection<Command> expected, List<Event> actual) {
        List<Command> wanted = new ArrayList<>(owed);
        wanted.addAll(expected);
        List<Command> sent = of(actual);
        boolean nothingAfter = actual.isEmpty() || actual.get(actual.size() - 1) instanceof Command;
        Boolean openAfter = insideTransaction(actual);
        for (List<Command> possible : withoutEmptyPairs(wanted)) {
            List<Command> later = possible.subList(Math.min(sent.size(), possible.size()), possible.size());
            if (openAfter != null
                    && possible.subList(0, possible.size() - later.size()).equals(sent)
                    && later.stream().allMatch(Commands::opens)
                    && (later.isEmpty() || nothingAfter)) {
                owed = List.copyOf(later);
                open = openAfter;
                return true;
            }
        }
        return false;
    }

    /** Whether a transaction is open after the events; null where a statement is outside of one. */
    private @Nullable Boolean insideTransaction(List<Event> events) {
        boolean now = open;
        for (Event event : events) {
            if (event == Command.BEGIN) {
                now = true;
            } else if (event == Command.COMMIT || event == Command.ROLLBACK) {
                now = false;
            } else if (!now) {
                return null;
            }
        }
        return now;
    }

    /** The commands, and what is left of them where transactions or savepoints without a statement are left out. */
    private static Set<List<Command>> withoutEmptyPairs(List<Command> commands) {
        Set<List<Command>> found = new LinkedHashSet<>();
        found.add(commands);
        for (int i = 0; i + 1 < commands.size(); i++) {
            Command first = commands.get(i);
            Command second = commands.get(i + 1);
            boolean whole = second == Command.COMMIT || second == Command.ROLLBACK;
            if (opens(first) && !opens(second) && (first == Command.SAVEPOINT || whole)) {
                List<Command> rest = new ArrayList<>(commands.subList(0, i));
                rest.addAll(commands.subList(first == Command.SAVEPOINT && whole ? i + 1 : i + 2, commands.size()));
                found.addAll(withoutEmptyPairs(rest));
            }
        }
        return found;
    }

    private static boolean opens(Command command) {
        return command == Command.BEGIN || command == Command.SAVEPOINT;
    }

    static List<Command> of(List<Event> events) {
        return events.stream()
                .filter(Command.class::isInstance)
                .map(Command.class::cast)
                .toList();
    }
}
