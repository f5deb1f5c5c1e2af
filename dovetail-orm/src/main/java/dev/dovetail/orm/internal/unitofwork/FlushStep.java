package dev.dovetail.orm.internal.unitofwork;

/** Rows of one table to which a flush does the same, one after the other or by one statement; or the check of a key. */
public sealed interface FlushStep permits CheckStep, FlushPlan.Step, LinkStep, SetDelete {}
