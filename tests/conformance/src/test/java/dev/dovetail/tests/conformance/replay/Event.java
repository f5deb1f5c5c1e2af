package dev.dovetail.tests.conformance.replay;

/** Something that was sent: a command of the transaction, a query, or one row of a write. */
public sealed interface Event permits Command, Query, Written {}
