package dev.dovetail.engine;

import java.time.Duration;

/**
 * Which rows may be looked up to explain a broken constraint.
 *
 * @param inTransaction whether any may, in the transaction itself
 * @param asCommitted whether another connection may be asked where the transaction cannot be
 * @param timeout the longest time that all look-ups for one error take together
 */
record LookupSettings(boolean inTransaction, boolean asCommitted, Duration timeout) {

    static final LookupSettings USUAL = new LookupSettings(true, false, Duration.ofSeconds(1));

    LookupSettings inTransaction(boolean may) {
        return new LookupSettings(may, asCommitted, timeout);
    }

    LookupSettings asCommitted(boolean may) {
        return new LookupSettings(inTransaction, may, timeout);
    }

    LookupSettings timeout(Duration longest) {
        return new LookupSettings(inTransaction, asCommitted, longest);
    }
}
