package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.Remedy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notices when one line of a program loads one relationship or deferred column again and again, and says once what would have loaded it with
 * fewer statements.
 */
final class LazyLoadAlarm {

    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String OWN = "dev.dovetail.orm.";

    private final int threshold;
    private final Consumer<String> warning;
    private final Map<Site, Integer> loads = new HashMap<>();

    /**
     * An alarm for a session.
     *
     * @param threshold at which number of loads it goes off, 0 for never
     * @param warning where it says so
     */
    LazyLoadAlarm(int threshold, Consumer<String> warning) {
        this.threshold = threshold;
        this.warning = warning;
    }

    /** What was loaded, by its name in messages, and where. */
    private record Site(String loaded, String place) {}

    /** A relationship is going to be loaded, by a statement of its own, because a holder was touched. */
    void loads(RelationshipEnd end) {
        loads(end.label(), () -> Remedy.load(end));
    }

    /** A deferred column of a class is going to be loaded. */
    void loads(String entity, String column) {
        loads(entity + "." + column, () -> Remedy.undefer(entity, column));
    }

    private void loads(String loaded, Supplier<String> remedy) {
        if (threshold <= 0) {
            return;
        }
        Site site = new Site(loaded, place());
        int count = loads.merge(site, 1, Integer::sum);
        if (count == threshold) {
            warning.accept(loaded + " was loaded " + count + " times at " + site.place()
                    + " in one session, by a statement each time (N+1); " + remedy.get());
        }
    }

    /** The innermost line that is neither Dovetail's nor Java's own. */
    private static String place() {
        return STACK.walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith(OWN)
                        && !frame.getClassName().startsWith("java."))
                .findFirst()
                .map(StackWalker.StackFrame::toString)
                .orElse("an unknown place"));
    }
}
