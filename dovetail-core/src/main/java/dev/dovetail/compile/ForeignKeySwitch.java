package dev.dovetail.compile;

/**
 * Statements that turn something on and off for a connection.
 *
 * @param on turns it on
 * @param off turns it off
 * @param state gives one row of one column: {@code 1} for on, {@code 0} for off
 * @param insideTransaction whether it has its effect inside a transaction; if not, it must be sent outside of one
 */
public record ForeignKeySwitch(String on, String off, String state, boolean insideTransaction) {}
