package dev.dovetail.orm;

import dev.dovetail.engine.Engine;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the statements that a thread sends on an engine while it is asked to. Thread-safe. */
final class StatementCount implements StatementListener {

    private final ThreadLocal<@Nullable List<String>> sent = new ThreadLocal<>();

    StatementCount(Engine engine) {
        engine.addListener(this);
    }

    @Override
    public void onStatement(StatementEvent event) {
        List<String> open = sent.get();
        if (open != null) {
            open.add(event.sql());
        }
    }

    <X extends Exception> void expect(int expected, Work<X> work) throws X {
        List<String> outer = sent.get();
        List<String> own = new ArrayList<>();
        sent.set(own);
        try {
            work.run();
        } finally {
            if (outer == null) {
                sent.remove();
            } else {
                outer.addAll(own);
                sent.set(outer);
            }
        }
        if (own.size() != expected) {
            throw new AssertionError("expected " + expected + (expected == 1 ? " statement" : " statements") + ", but "
                    + own.size() + (own.size() == 1 ? " was" : " were") + " sent:" + System.lineSeparator() + "  "
                    + String.join(System.lineSeparator() + "  ", own));
        }
    }
}
