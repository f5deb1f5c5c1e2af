package dev.dovetail.tests.conformance.corpus;

/** What a session is opened with. */
public record SessionSettings(boolean expireOnCommit, boolean autoflush) {}
