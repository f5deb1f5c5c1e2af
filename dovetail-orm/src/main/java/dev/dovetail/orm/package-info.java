/**
 * The session: objects in, statements out. {@link dev.dovetail.orm.SessionFactory} joins an engine and mapped classes;
 * {@link dev.dovetail.orm.Session} is a unit of work over them.
 */
@NullMarked
package dev.dovetail.orm;

import org.jspecify.annotations.NullMarked;
