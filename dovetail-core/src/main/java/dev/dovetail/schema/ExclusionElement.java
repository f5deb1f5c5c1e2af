package dev.dovetail.schema;

/**
 * What an exclusion constraint compares.
 *
 * @param part a column or an expression
 * @param operator a trusted SQL operator, such as {@code =} or <code>&amp;&amp;</code>
 */
public record ExclusionElement(IndexPart part, String operator) {}
