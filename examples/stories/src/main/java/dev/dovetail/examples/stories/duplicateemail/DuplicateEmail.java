package dev.dovetail.examples.stories.duplicateemail;

import dev.dovetail.IntegrityException;
import dev.dovetail.engine.Engine;
import dev.dovetail.examples.stories.Narrator;
import dev.dovetail.examples.stories.Story;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;

/**
 * An address that somebody else has: recognise it, roll back, go on. After "Python Flask Flask-SQLAlchemy:
 * IntegrityError" and "Flask-SQLAlchemy: Handling Foreign Key Constraint Violation Issue".
 */
public final class DuplicateEmail implements Story {

    @Override
    public String name() {
        return "duplicate-email";
    }

    @Override
    public String title() {
        return "4. The duplicate e-mail: which constraint, which value, which row";
    }

    @Override
    public void tell(Narrator out) {
        try (Engine engine = out.database("duplicate-email")) {
            SessionFactory sessions = SessionFactory.of(engine, User.class);
            sessions.metadata().createAll(engine);
            out.echo(engine);
            try (Session session = sessions.open()) {
                session.add(new User("ada@example.org", 36));
                session.commit();

                out.part("UNIQUE: an address that is taken");
                User second = new User("ada@example.org", 28);
                refused(out, session, second);
                second.email = "grace@example.org";
                goesOn(out, session, second);

                out.part("NOT NULL: no address at all");
                User third = new User(null, 41);
                refused(out, session, third);
                third.email = "edsger@example.org";
                goesOn(out, session, third);

                out.part("CHECK: an age below zero");
                User fourth = new User("barbara@example.org", -1);
                refused(out, session, fourth);
                fourth.age = 28;
                goesOn(out, session, fourth);
            }
            out.rows(engine, sessions.metadata().tables());
        }
    }

    private static void refused(Narrator out, Session session, User user) {
        session.add(user);
        try {
            session.commit();
        } catch (IntegrityException e) {
            out.failed(e);
            session.rollback();
        }
    }

    private static void goesOn(Narrator out, Session session, User user) {
        session.add(user);
        session.commit();
        out.say("The same session goes on: user " + user.id + " is " + user.email + ".");
    }

    @Override
    public String toString() {
        return name();
    }
}
