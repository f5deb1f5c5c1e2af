package dev.dovetail.tests.conformance.replay;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A command of the transaction. */
public enum Command implements Event {
    BEGIN,
    COMMIT,
    ROLLBACK,
    SAVEPOINT,
    ROLLBACK_TO,
    RELEASE;

    /** The command of a statement, without the savepoint's name; null if it is none. */
    static @Nullable Command of(String sql) {
        String upper = sql.toUpperCase(Locale.ROOT);
        for (Command command : new Command[] {ROLLBACK_TO, ROLLBACK, SAVEPOINT, RELEASE, BEGIN, COMMIT}) {
            if (upper.startsWith(command.toString())) {
                return command;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name().replace('_', ' ');
    }
}
