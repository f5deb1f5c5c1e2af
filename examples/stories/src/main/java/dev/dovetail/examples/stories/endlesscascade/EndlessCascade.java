package dev.dovetail.examples.stories.endlesscascade;

import dev.dovetail.IntegrityException;
import dev.dovetail.engine.Engine;
import dev.dovetail.examples.stories.Narrator;
import dev.dovetail.examples.stories.Story;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionFactory;
import java.util.function.Supplier;

/**
 * Deleting a parent fails, although the database has ON DELETE CASCADE: the ORM tries to set the children's key to NULL
 * first. After "SQLAlchemy 中的级联删除" (cascading deletes in SQLAlchemy), 2014.
 */
public final class EndlessCascade implements Story {

    @Override
    public String name() {
        return "endless-cascade";
    }

    @Override
    public String title() {
        return "1. The endless cascade: a parent that cannot be deleted, although the database would";
    }

    @Override
    public void tell(Narrator out) {
        out.say(
                "child.parent_id is NOT NULL and ON DELETE CASCADE. A parent with two children is added, then deleted.");
        part(
                out,
                "(a) SQLAlchemy's default: passiveDeletes = NEVER, no delete cascade",
                "cascade-a",
                SqlalchemyDefault::family,
                SqlalchemyDefault.Parent.class,
                SqlalchemyDefault.Child.class);
        part(
                out,
                "(b) cascade = {ALL, DELETE_ORPHAN}, passiveDeletes = NEVER",
                "cascade-b",
                DeleteOrphan::family,
                DeleteOrphan.Parent.class,
                DeleteOrphan.Child.class);
        part(
                out,
                "(c) passiveDeletes = UNLOADED",
                "cascade-c",
                PassiveUnloaded::family,
                PassiveUnloaded.Parent.class,
                PassiveUnloaded.Child.class);
        part(
                out,
                "(d) Dovetail's default: the foreign key's own rule decides",
                "cascade-d",
                DovetailDefault::family,
                DovetailDefault.Parent.class,
                DovetailDefault.Child.class);
    }

    private static void part(
            Narrator out, String heading, String database, Supplier<Object> family, Class<?> parent, Class<?> child) {
        out.part(heading);
        try (Engine engine = out.database(database)) {
            SessionFactory sessions = SessionFactory.of(engine, parent, child);
            sessions.metadata().createAll(engine);
            out.echo(engine);
            try (Session session = sessions.open()) {
                Object p1 = family.get();
                session.add(p1);
                session.commit();

                session.delete(p1);
                try {
                    session.commit();
                    out.say("Deleted.");
                } catch (IntegrityException e) {
                    out.failed(e);
                    session.rollback();
                    out.say("Rolled back; everything is still there.");
                }
            }
            out.rows(engine, sessions.metadata().tables());
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
