package dev.dovetail.compile;

/**
 * Asks a database which objects it has.
 *
 * @param query gives a row for each: the name of a {@link DdlObject.Kind}; the schema; whether that is the connection's
 *     default schema, 1 or 0; the table that it belongs to, or NULL; the name
 * @param ignoresCase whether names that differ only in case are the same
 */
public record ObjectCatalogue(String query, boolean ignoresCase) {}
