package dev.dovetail.tests.conformance.corpus;

import java.util.Set;

/** The numbers of the steps where SQLAlchemy itself guarantees less. */
public record Marks(Set<Integer> unordered, Set<Integer> selectsVary, Set<Integer> partial, Set<Integer> loose) {}
