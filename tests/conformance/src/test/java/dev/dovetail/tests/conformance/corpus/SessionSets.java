package dev.dovetail.tests.conformance.corpus;

import java.util.List;

/** The names of the objects that a session has to insert, may have to update, and has to delete; sorted. */
public record SessionSets(List<String> pending, List<String> dirty, List<String> deleted) {

    /** A session that has nothing to do. */
    public static final SessionSets EMPTY = new SessionSets(List.of(), List.of(), List.of());
}
