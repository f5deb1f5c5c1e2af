package dev.dovetail.compile;

/** How the texts of several rows are made one. */
public enum StringAggForm {
    /** {@code string_agg(name, ', ' ORDER BY id)}. */
    STRING_AGG,
    /** {@code group_concat(name, ', ' ORDER BY id)}, without DISTINCT. */
    GROUP_CONCAT,
    /** {@code LISTAGG(name, ', ') WITHIN GROUP (ORDER BY id)}, as in the standard. */
    LISTAGG,
    /** {@code group_concat(concat(', ', name) ORDER BY id SEPARATOR '')}, less the first separator. */
    GROUP_CONCAT_OF_PREFIXED
}
