package dev.dovetail.examples.stories.vanishingconstraint;

import dev.dovetail.IntegrityException;
import dev.dovetail.engine.Engine;
import dev.dovetail.examples.stories.Narrator;
import dev.dovetail.examples.stories.Story;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;

/**
 * The same delete is refused, and allowed once a back reference is added, and nobody knows why. After "SQLAlchemy Foreign
 * keys and relationships" by Gene Zhang.
 */
public final class VanishingConstraint implements Story {

    @Override
    public String name() {
        return "vanishing-constraint";
    }

    @Override
    public String title() {
        return "2. The vanishing constraint: a delete that is refused until a back reference is added";
    }

    @Override
    public void tell(Narrator out) {
        out.say("child.parent_id may be NULL and has no rule. c1.parent is p1; p1 is deleted.");
        part(out, "Dovetail's default, Child.parent only", "vanishing-one", OneSided.family());
        part(out, "Dovetail's default, Child.parent and Parent.children", "vanishing-both", BothSides.family());
        part(out, "SQLAlchemy's mode, Child.parent only", "vanishing-one-sqlalchemy", OneSidedSqlalchemy.family());
        part(
                out,
                "SQLAlchemy's mode, Child.parent and Parent.children",
                "vanishing-both-sqlalchemy",
                BothSidesSqlalchemy.family());
        out.say("");
        out.say(
                "Why: in SQLAlchemy's mode the session sets the key of the children to NULL when their parent is deleted, but"
                        + System.lineSeparator()
                        + "it can do so only where the parent has a relationship to them. With Child.parent alone the DELETE meets"
                        + System.lineSeparator()
                        + "the foreign key; with Parent.children an UPDATE comes first, and nothing is left to refer to the parent."
                        + System.lineSeparator()
                        + "The constraint did not vanish: it was satisfied behind your back. By Dovetail's default the foreign key"
                        + System.lineSeparator()
                        + "itself says what a delete does, whichever holders there are, and so both sides give one answer.");
    }

    private static void part(Narrator out, String heading, String database, Family family) {
        out.part(heading);
        try (Engine engine = out.database(database)) {
            SessionFactory sessions = SessionFactory.of(
                    engine, family.p1().getClass(), family.c1().getClass());
            sessions.metadata().createAll(engine);
            out.echo(engine);
            try (Session session = sessions.open()) {
                session.add(family.c1());
                session.commit();

                session.delete(family.p1());
                try {
                    session.commit();
                    out.say("Deleted.");
                } catch (IntegrityException e) {
                    out.failed(e);
                    session.rollback();
                    out.say("Refused, and rolled back.");
                }
                out.say("c1.parent is " + (family.parentOfC1().get() == null ? "null" : "p1"));
            }
            out.rows(engine, sessions.metadata().tables());
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
