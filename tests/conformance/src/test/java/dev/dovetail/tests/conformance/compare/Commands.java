package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.replay.Command;
import dev.dovetail.tests.conformance.replay.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares commands of the transaction. BEGIN and SAVEPOINT are sent before the first statement that needs them; where
 * Dovetail does without a statement they come later, or, where none comes, neither they nor what ends them.
 */
final class Commands {

    private List<Command> owed = List.of();
    private boolean open;

    /** Whether a step's commands are those recorded, and those still owed from the steps before. */
    boolean agree(List<Event> expected, List<Event> actual) {
        List<Command> wanted = new ArrayList<>(owed);
        wanted.addAll(of(expected));
        List<Command> sent = of(actual);
        boolean nothingAfter = actual.isEmpty() || actual.get(actual.size() - 1) instanceof Command;
        boolean inside = insideTransaction(actual);
        for (List<Command> possible : withoutEmptyPairs(wanted)) {
            List<Command> later = possible.subList(Math.min(sent.size(), possible.size()), possible.size());
            if (inside
                    && possible.subList(0, possible.size() - later.size()).equals(sent)
                    && later.stream().allMatch(Commands::opens)
                    && (later.isEmpty() || nothingAfter)) {
                owed = List.copyOf(later);
                return true;
            }
        }
        return false;
    }

    private boolean insideTransaction(List<Event> events) {
        for (Event event : events) {
            if (event == Command.BEGIN) {
                open = true;
            } else if (event == Command.COMMIT || event == Command.ROLLBACK) {
                open = false;
            } else if (!open) {
                return false;
            }
        }
        return true;
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
