package dev.dovetail.orm.mapping.model;

import org.jspecify.annotations.Nullable;

/**
 * What a check has to say of a mapping.
 *
 * @param rule the rule that is broken
 * @param entity the binary name of the class it is about
 * @param member the field it is about, or null for the class; of an embedded record, the field that holds it
 * @param annotation the simple name of the annotation that is at fault, or null
 * @param occurrence which of several such annotations on the member, from 0
 * @param element the annotation's element that is at fault, or null
 * @param message what is wrong, with names, and what to do
 */
public record Finding(
        Rule rule,
        String entity,
        @Nullable String member,
        @Nullable String annotation,
        int occurrence,
        @Nullable String element,
        String message) {

    /** Takes the field of a path into an embedded record. */
    public Finding {
        member = member == null ? null : member.split("\\.", 2)[0];
    }

    /** How bad a finding is. */
    public enum Severity {
        /** The mapping cannot be used. */
        ERROR,
        /** The mapping works, but not as most people expect. */
        WARNING,
        /** Worth knowing; there may be nothing to mend. */
        NOTE
    }

    /**
     * A finding about a member as a whole.
     *
     * @param rule the rule that is broken
     * @param entity the class's binary name
     * @param member the field, or null for the class
     * @param message what is wrong, and what to do
     * @return the finding
     */
    public static Finding of(Rule rule, String entity, @Nullable String member, String message) {
        return new Finding(rule, entity, member, null, 0, null, message);
    }

    /**
     * The same, about an annotation.
     *
     * @param annotationName the annotation's simple name
     * @param elementName its element, or null for the annotation as a whole
     * @return the finding
     */
    public Finding at(String annotationName, @Nullable String elementName) {
        return at(annotationName, 0, elementName);
    }

    /**
     * The same, about one of several annotations of a kind.
     *
     * @param annotationName the annotation's simple name
     * @param which which of them, from 0
     * @param elementName its element, or null for the annotation as a whole
     * @return the finding
     */
    public Finding at(String annotationName, int which, @Nullable String elementName) {
        return new Finding(rule, entity, member, annotationName, which, elementName, message);
    }

    /**
     * The stable code, for instance {@code FK02}.
     *
     * @return the rule's code
     */
    public String code() {
        return rule.code();
    }

    /**
     * How bad it is.
     *
     * @return the rule's severity
     */
    public Severity severity() {
        return rule.severity();
    }

    /**
     * The message as a compiler or a log prints it.
     *
     * @return the code in brackets, and the message
     */
    public String text() {
        return "[" + code() + "] " + message;
    }

    @Override
    public String toString() {
        return severity() + " " + entity + (member == null ? "" : "." + member) + ": " + text();
    }
}
