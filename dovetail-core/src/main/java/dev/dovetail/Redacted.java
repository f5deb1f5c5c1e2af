package dev.dovetail;

/** Stands where a value may not be shown. */
public enum Redacted {
    /** The only one. */
    VALUE;

    @Override
    public String toString() {
        return "\u2039redacted\u203a";
    }
}
