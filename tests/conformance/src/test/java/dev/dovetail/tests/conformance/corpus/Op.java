package dev.dovetail.tests.conformance.corpus;

import java.util.Locale;

/** What a step does. */
public enum Op {
    NEW,
    ADD,
    APPEND,
    REMOVE,
    ASSIGN,
    DEL_ATTR,
    SET,
    READ,
    FLUSH,
    COMMIT,
    ROLLBACK,
    BEGIN_NESTED,
    SP_COMMIT,
    SP_ROLLBACK,
    DELETE,
    EXPUNGE,
    MAKE_TRANSIENT,
    EXPIRE,
    REFRESH,
    EXPIRE_ALL,
    EXPUNGE_ALL,
    CLOSE,
    NEW_SESSION,
    GET,
    MERGE,
    QUERY_ALL,
    SQL,
    EXTERNAL;

    static Op of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
