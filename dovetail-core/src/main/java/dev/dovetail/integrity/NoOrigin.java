package dev.dovetail.integrity;

/** See {@link StatementOrigin#none()}. */
enum NoOrigin implements StatementOrigin {
    INSTANCE
}
