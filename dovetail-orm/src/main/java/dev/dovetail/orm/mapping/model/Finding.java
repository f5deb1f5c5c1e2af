package dev.dovetail.orm.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * What a check has to say of a mapping.
 *
 * @param code the stable code, for instance {@code FK02}; a guide page explains each
 * @param severity how bad it is
 * @param entity the binary name of the class it is about
 * @param member the field it is about, or null for the class
 * @param annotation the simple name of the annotation that is at fault, or null
 * @param element the annotation's element that is at fault, or null
 * @param message what is wrong, with names, and what to do
 */
public record Finding(
        String code,
        Severity severity,
        String entity,
        @Nullable String member,
        @Nullable String annotation,
        @Nullable String element,
        String message) {

    /** How bad a finding is. */
    public enum Severity {
        /** The mapping cannot be used. */
        ERROR,
        /** The mapping works, but not as most people expect. */
        WARNING
    }

    @Override
    public String toString() {
        return severity + " [" + code + "] " + entity + (member == null ? "" : "." + member) + ": " + message;
    }
}
