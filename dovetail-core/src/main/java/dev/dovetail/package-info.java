/**
 * What can go wrong, as types and as data: the tree of exceptions, the facts that they carry, and the layout of their
 * text. This package knows no other of the module: facts are plain names and values.
 */
@NullMarked
package dev.dovetail;

import org.jspecify.annotations.NullMarked;
