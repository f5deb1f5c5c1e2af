package dev.dovetail.orm.attribute;

/**
 * The attribute of a relationship to several objects: a list ({@link Many}), a set ({@link ManySet}), a map
 * ({@link ManyMap}), or none of them, for collections that are never loaded as a whole ({@link WriteOnly}).
 *
 * @param <T> the class on the other side
 */
public sealed interface HolderOfMany<T> extends Holder<T> permits Many, ManySet, ManyMap, WriteOnly {}
