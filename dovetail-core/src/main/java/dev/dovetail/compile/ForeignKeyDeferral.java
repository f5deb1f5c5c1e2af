package dev.dovetail.compile;

import dev.dovetail.sql.RawStatement;

/**
 * How the owner of tables has their foreign keys checked at the end of a transaction, where the checks cannot be switched
 * off by this user.
 *
 * @param undeferrable a query for the foreign keys that are checked at once, with the columns: schema, whether that is the
 *     connection's own, table, name of the foreign key, schema of the table referred to, whether that is the
 *     connection's own, table referred to, the command that makes it deferrable (NULL if this user may not), the
 *     command that takes that back
 * @param defer the command that puts all deferrable constraints off, in this transaction
 * @param check the command that checks what was put off
 */
public record ForeignKeyDeferral(RawStatement undeferrable, String defer, String check) {}
