package dev.dovetail.orm.internal.unitofwork;

/** Rows of one table to which a flush does the same, one after the other or by one statement. */
public sealed interface FlushStep permits FlushPlan.Step, LinkStep, SetDelete {}
