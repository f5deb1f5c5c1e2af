package dev.dovetail.engine;

import java.util.ArrayList;
import java.util.List;

/** Keeps what an {@link EchoListener} writes. */
final class Echo {

    private final List<String> lines = new ArrayList<>();

    StatementListener listener() {
        return new EchoListener(lines::add);
    }

    /** The lines since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
