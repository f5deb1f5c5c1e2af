package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An attribute of an object, or its life cycle, in the step that is being compared, where the two differ. */
record Place(
        Course course,
        String object,
        String attribute,
        @Nullable Object expected,
        @Nullable Object actual) {

    /** {@return whether both know the object} */
    boolean known() {
        return expectedState(object) != null && actualState(object) != null;
    }

    ObjectState expectedState() {
        return Objects.requireNonNull(course.now().expected().result().objects().get(object));
    }

    ObjectState actualState() {
        return Objects.requireNonNull(course.now().actual().result().objects().get(object));
    }

    /** What an object is for Dovetail now, null if it does not know it. */
    @Nullable
    ObjectState actualState(String other) {
        return course.now().actual().result().objects().get(other);
    }

    /** What an object is for SQLAlchemy now, null if it does not know it. */
    @Nullable
    ObjectState expectedState(String other) {
        return course.now().expected().result().objects().get(other);
    }
}
