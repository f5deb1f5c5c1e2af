/**
 * What a delete would do, before it is done.
 *
 * <p>The database's catalogue gives the graph of foreign keys ({@link dev.dovetail.preview.ForeignKeyGraph}), also of tables that the
 * program does not know. A preview begins with rows and walks that graph by sets, never by single rows: the rows that would go
 * are one common table expression for each table, made of those that they refer to. A table that refers to itself is a
 * recursive expression. Where several tables refer to each other in a circle, or the database has no such recursion, keys are
 * collected instead, up to a limit ({@link dev.dovetail.preview.ForeignKeyGraph#KEYS}); beyond it numbers are
 * {@linkplain dev.dovetail.preview.DeleteEffect#atLeast() least numbers}. Then each foreign key that leads to rows that would go is
 * counted by one statement, with some sample keys: that is an {@link dev.dovetail.preview.DeleteEffect}.
 *
 * <p>What the session does before the database is given to the preview as {@linkplain dev.dovetail.preview.DeleteStep steps}; it comes
 * first: a row that the session deletes or whose key it sets to NULL is nothing to the database's rules.
 *
 * <p>A row that refuses need not be one that stays. Whether a row that would go by another foreign key is still there when a
 * key is checked depends on the order in which the database works ({@link dev.dovetail.compile.ReferentialOrder}). That order is
 * rehearsed in memory, with keys only, where it matters, and up to the same limit; beyond it, and where the database does not tell the
 * order and others come to other outcomes, the verdict is {@link dev.dovetail.preview.DeleteVerdict#DEPENDS}. Rows without an order of their own are taken by their primary keys.
 *
 * <p>A preview only reads: SELECTs without locks, in the connection's transaction. It does not follow triggers, nor does it know
 * whether a CHECK or a unique key refuses what SET NULL or SET DEFAULT writes.
 *
 * <p>After Django admin's {@code get_deleted_objects}, which loads the objects and knows only its own cascades.
 */
@NullMarked
package dev.dovetail.preview;

import org.jspecify.annotations.NullMarked;
