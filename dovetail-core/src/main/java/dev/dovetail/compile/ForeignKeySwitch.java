package dev.dovetail.compile;

/**
 * Statements that turn something on and off for a connection.
 *
 * @param on turns it on
 * @param off turns it off
 * @param state gives one row of one column
 * @param whenOn what {@code state} gives when it is on, as text
 * @param whenOff what {@code state} gives when it is off, as text
 * @param insideTransaction whether it has its effect inside a transaction; if not, it must be sent outside of one
 */
public record ForeignKeySwitch(
        String on, String off, String state, String whenOn, String whenOff, boolean insideTransaction) {}
