package dev.dovetail.examples.stories.vanishingconstraint;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A parent p1 and its child c1, and what {@code c1.parent.get()} answers. */
record Family(Object p1, Object c1, Supplier<@Nullable Object> parentOfC1) {}
