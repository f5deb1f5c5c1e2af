package dev.dovetail.tests.conformance.replay;

/** What a statement does with rows. */
public enum Verb {
    INSERT,
    UPDATE,
    DELETE
}
