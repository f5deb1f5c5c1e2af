package dev.dovetail.compile;

/**
 * Statements that turn the checks of foreign keys, or their being put off to the commit, on and off for a connection.
 *
 * @param on turns it on
 * @param off turns it off
 * @param isOn gives one row of one column, true if it is on
 * @param isOff gives one row of one column, true if it is off
 * @param insideTransaction whether it has its effect inside a transaction; if not, it must be sent outside of one
 * @param wholeDatabase whether it holds for all connections to the database, until somebody turns it on again
 * @param wayRound what else can be done where the user may not turn it
 */
public record ForeignKeySwitch(
        String on,
        String off,
        String isOn,
        String isOff,
        boolean insideTransaction,
        boolean wholeDatabase,
        String wayRound) {}
