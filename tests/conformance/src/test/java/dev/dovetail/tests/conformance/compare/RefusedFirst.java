package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Schema.Column;
import dev.dovetail.tests.conformance.corpus.Transaction;
import dev.dovetail.tests.conformance.replay.Command;
import dev.dovetail.tests.conformance.replay.Verb;
import dev.dovetail.tests.conformance.replay.Written;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a flush can know beforehand it refuses before anything is written, and the transaction goes on: a child that was taken from
 * its parent and put nowhere else, and whose key cannot be NULL; a changed object whose row is gone; anything in a transaction
 * that has failed. SQLAlchemy has the database refuse it, or rolls back.
 */
final class RefusedFirst implements Suspension {

    @Override
    public Rule rule() {
        return Rule.D16;
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.complementOf(EnumSet.of(Aspect.TABLES, Aspect.ORDER, Aspect.SELECTS));
    }

    @Override
    public boolean explains(Course course) {
        Raised expected = course.now().expected().result().raised();
        Raised actual = course.now().actual().result().raised();
        if (expected == null
                || actual == null
                || !course.now().actual().written().isEmpty()
                || !actual.type().equals("PendingRollbackError")
                        && course.now().actual().result().transaction() == Transaction.INACTIVE) {
            return false;
        }
        boolean refused = actual.type().equals("InvalidRequestError");
        boolean failedBefore =
                actual.type().equals("PendingRollbackError") && expected.type().equals("InternalError");
        boolean gone = actual.type().equals("ObjectDeletedError")
                && expected.type().equals("ObjectDeletedError")
                && course.now().expected().events().contains(Command.ROLLBACK)
                && !course.now().actual().events().contains(Command.ROLLBACK);
        return gone
                || failedBefore
                || refused && expected.type().equals("AssertionError")
                || refused
                        && Objects.equals(expected.kind(), "not_null")
                        && takesKeyAway(course, course.now().expected().written());
    }

    private static boolean takesKeyAway(Course course, List<Written> rows) {
        return rows.stream()
                .filter(row -> row.failed() && row.write().verb() == Verb.UPDATE)
                .anyMatch(row -> row.write().set().entrySet().stream().anyMatch(set -> {
                    Column column = course.schema().table(row.write().table()).column(set.getKey());
                    return set.getValue() == null && !column.nullable();
                }));
    }
}
