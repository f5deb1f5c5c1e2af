package dev.dovetail.tests.servers;

import java.util.concurrent.atomic.AtomicInteger;

/** Names of databases, which two JVMs that use one server must not both take. */
final class Names {

    private static final String PREFIX =
            "t" + Long.toString(ProcessHandle.current().pid(), 36)
                    + Long.toString(System.currentTimeMillis() % 10_000_000, 36) + "_";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Names() {}

    static String next() {
        return PREFIX + COUNT.incrementAndGet();
    }
}
