package dev.dovetail.examples.stories.lostpage;

import dev.dovetail.engine.Engine;
import dev.dovetail.engine.StatementEvent;
import dev.dovetail.engine.StatementListener;
import dev.dovetail.orm.SessionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says how long it takes from the start of {@code java} to the first statement, and to the first object stored. The
 * argument is the time just before the start, in milliseconds: {@code java -cp … Startup $(date +%s%3N)}.
 */
final class Startup {

    private Startup() {}

    public static void main(String[] arguments) throws IOException {
        long start = Long.parseLong(arguments[0]);
        Path folder = Files.createTempDirectory("dovetail-startup");
        try (Engine engine = Engine.create("jdbc:sqlite:" + folder.resolve("startup.db"))) {
            engine.addListener(new FirstStatement(start));
            SessionFactory sessions = SessionFactory.of(engine, Relation.class, Belong.class, Page.class);
            sessions.metadata().createAll(engine);
            sessions.transaction(session -> session.add(new Relation()));
            System.out.println("first object after " + (System.currentTimeMillis() - start) + " ms");
        }
    }

    /** Prints the time of the first statement. */
    private static final class FirstStatement implements StatementListener {

        private final long start;
        private boolean seen;

        FirstStatement(long start) {
            this.start = start;
        }

        @Override
        public void onStatement(StatementEvent event) {
            if (!seen) {
                seen = true;
                System.out.println("first statement after " + (System.currentTimeMillis() - start) + " ms");
            }
        }
    }
}
