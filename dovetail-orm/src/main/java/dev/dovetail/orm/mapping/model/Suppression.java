package dev.dovetail.orm.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * A warning that the mapping has silenced with {@code @SuppressWarnings}. It is part of the model because that annotation
 * does not outlive the compiler, and the session factory checks the model once more.
 *
 * @param member the field that it stands on, or null for the class and all its fields
 * @param code the rule's code
 */
public record Suppression(@Nullable String member, String code) {

    /**
     * Whether it silences a finding.
     *
     * @param finding a finding about the same entity
     * @return true for a warning with this code at this place
     */
    boolean covers(Finding finding) {
        return finding.severity() != Finding.Severity.ERROR
                && code.equals(finding.code())
                && (member == null || member.equals(finding.member()));
    }
}
