package dev.dovetail.examples.stories.lostpage;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.engine.Engine;
import dev.dovetail.examples.stories.Narrator;
import dev.dovetail.examples.stories.Story;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.schema.ReferentialAction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A POST ends in an error 500, because the page's {@code belong_id} refers to nothing. After "flaskでpostメソッドを実施すると
 * 外部キー制約周りでエラーが発生する" (an error around foreign key constraints when posting with Flask), 2019.
 */
public final class LostPage implements Story {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2019-01-02T06:16:56Z"), ZoneOffset.UTC);

    @Override
    public String name() {
        return "lost-page";
    }

    @Override
    public String title() {
        return "3. The page that could not be posted: belong_id refers to nothing";
    }

    @Override
    public void tell(Narrator out) {
        out.part("An action that is misspelt");
        out.say("In the mapping it cannot be written: onDelete = CASCASE does not compile. Where it arrives as text:");
        try {
            ReferentialAction.parse("CASCASE");
        } catch (UsageException e) {
            out.failed(e);
        }
        try (Engine engine = out.database("lost-page")) {
            // Declared as in the document: the page is named first, what it refers to last.
            SessionFactory sessions = SessionFactory.of(engine, Page.class, Belong.class, Relation.class)
                    .with(SessionOptions.DEFAULT.withClock(CLOCK));
            out.part("Tables declared in the wrong order are created in the right one");
            out.echo(engine);
            sessions.metadata().createAll(engine);
            try (Session session = sessions.open()) {
                post(out, session);
            }
            out.rows(engine, sessions.metadata().sortedTables());
        }
    }

    private static void post(Narrator out, Session session) {
        out.part("POST /pages?title=test&belong_id=7");
        Page page = new Page();
        page.title = "test";
        page.belongId = 7;
        session.add(page);
        try {
            session.commit();
        } catch (ForeignKeyViolationException e) {
            out.failed(e);
            session.rollback();
        }

        out.part("The same page, with a belong that exists");
        Belong belong = new Belong();
        session.add(belong);
        session.flush();
        page.belongId = belong.id;
        session.add(page);
        session.commit();
        out.say("Page " + page.id + " belongs to " + page.belongId + ".");
    }

    @Override
    public String toString() {
        return name();
    }
}
