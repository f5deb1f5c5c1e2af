package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.replay.Verb;

/** A child that moves to an unloaded collection is not deleted by a flush in between. */
final class LostToAutoflush implements Departure {

    @Override
    public Rule rule() {
        return Rule.D11;
    }

    @Override
    public boolean explains(Course course) {
        Raised raised = course.now().expected().result().raised();
        return raised != null
                && raised.type().equals("InvalidRequestError")
                && course.now().step().op() == Op.APPEND
                && course.now().expected().written().stream()
                        .anyMatch(row -> row.write().verb() == Verb.DELETE)
                && course.now().actual().result().raised() == null
                && course.now().actual().written().isEmpty();
    }
}
