package dev.dovetail.tests.conformance.compare;

import java.util.Locale;

/** What is compared of a step, and of the whole. */
public enum Aspect {
    EXCEPTION,
    RETURNED,
    COMMANDS,
    WRITES,
    ORDER,
    SELECTS,
    LIFE_CYCLE,
    COLUMN,
    RELATIONSHIP,
    SESSION,
    TRANSACTION,
    TABLES;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
