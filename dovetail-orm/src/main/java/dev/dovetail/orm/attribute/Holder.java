package dev.dovetail.orm.attribute;

/**
 * The attribute of a relationship: {@link One} or a {@link HolderOfMany}. A holder is the only place where loading can happen. It is
 * made with its owner ({@code new Many<>(this)}), kept in a final field, and learns which relationship it is at its first
 * use: from its owner's class to the mapper, to the field that holds it.
 *
 * @param <T> the class on the other side
 */
public sealed interface Holder<T> permits One, HolderOfMany {

    /**
     * Whether the next access is answered from memory. A holder counts as loaded, too, when it is stale and its owner is
     * detached.
     *
     * @return false if an access would send SQL, or could not be answered
     */
    boolean isLoaded();
}
