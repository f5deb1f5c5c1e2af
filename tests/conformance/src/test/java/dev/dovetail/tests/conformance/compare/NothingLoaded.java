package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Schema.EntityClass;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Relationship;
import java.util.Objects;

/**
 * Appending to an unloaded collection needs no session and does not flush: it cannot fail as SQLAlchemy's load does, and what is
 * half done is not written in between, the child of another parent not deleted.
 */
final class NothingLoaded implements Departure {

    @Override
    public Rule rule() {
        return Rule.D11;
    }

    @Override
    public boolean explains(Course course) {
        Raised raised = course.now().expected().result().raised();
        return raised != null
                && course.now().step().op() == Op.APPEND
                && course.now().actual().result().raised() == null
                && course.now().actual().events().isEmpty()
                && (raised.type().equals("DetachedInstanceError") && appended(course)
                        || !course.now().expected().written().isEmpty());
    }

    /** Whether the child knows its new parent. */
    private static boolean appended(Course course) {
        String parent = course.named(course.now().step().text("obj"));
        String child = course.named(course.now().step().text("value"));
        Relationship relationship =
                course.relationship(parent, course.now().step().text("attr"));
        EntityClass entity = course.entity(parent);
        if (relationship == null || entity == null) {
            return false;
        }
        ObjectState state = course.now().actual().result().objects().get(child);
        if (relationship.backPopulates() != null) {
            return Keys.doesName(state, relationship.backPopulates(), parent);
        }
        ForeignKey key = Keys.of(course, entity, relationship);
        return key != null
                && key.columns().stream()
                        .allMatch(column -> Objects.equals(
                                state.columns().get(column), course.lastKnown(parent, Keys.referenced(key, column))));
    }
}
