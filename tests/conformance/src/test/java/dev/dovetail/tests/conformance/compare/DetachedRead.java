package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Op;
import dev.dovetail.tests.conformance.corpus.Raised;
import dev.dovetail.tests.conformance.corpus.Returned;
import java.util.Objects;
import java.util.stream.Stream;

/** A detached object answers with what it has, a column or a holder that was loaded once, where SQLAlchemy raises. */
final class DetachedRead {

    private DetachedRead() {}

    static boolean allows(Course course) {
        Raised raised = course.now().expected().result().raised();
        Returned returned = course.now().actual().result().returned();
        if (raised == null
                || !raised.type().equals("DetachedInstanceError")
                || course.now().step().op() != Op.READ
                || course.now().actual().result().raised() != null
                || returned == null
                || !course.now().actual().events().isEmpty()) {
            return false;
        }
        String object = course.named(course.now().step().text("obj"));
        String attribute = course.now().step().text("attr");
        return course.pairs().subList(0, course.pairs().size() - 1).stream()
                .flatMap(pair -> Stream.of(pair.actual(), pair.expected()))
                .map(half -> half.result().objects().get(object))
                .filter(Objects::nonNull)
                .anyMatch(state -> had(state, attribute, returned));
    }

    private static boolean had(ObjectState state, String attribute, Returned returned) {
        return Stream.of(state.columns(), state.relationships())
                .anyMatch(values ->
                        values.containsKey(attribute) && Objects.equals(values.get(attribute), returned.value()));
    }
}
