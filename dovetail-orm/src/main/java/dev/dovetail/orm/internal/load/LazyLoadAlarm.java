package dev.dovetail.orm.internal.load;

import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.Remedy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Notices when one line of a program loads one relationship again and again, and says once what would have loaded it with
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

    private record Site(RelationshipEnd end, String place) {}

    /** A relationship is going to be loaded, by a statement of its own, because a holder was touched. */
    void loads(RelationshipEnd end) {
        if (threshold <= 0) {
            return;
        }
        Site site = new Site(end, place());
        int count = loads.merge(site, 1, Integer::sum);
        if (count == threshold) {
            warning.accept(end.label() + " was loaded " + count + " times at " + site.place()
                    + " in one session, by a statement each time (N+1); " + Remedy.load(end));
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
