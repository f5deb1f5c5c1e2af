package dev.dovetail.type;

import java.sql.Types;

/** The kinds of SQL type that a dialect must be able to name and to carry. */
public enum SqlKind {
    /** True or false. */
    BOOLEAN(Types.BOOLEAN),
    /** Signed integer of 16 bits. */
    SMALLINT(Types.SMALLINT),
    /** Signed integer of 32 bits. */
    INTEGER(Types.INTEGER),
    /** Signed integer of 64 bits. */
    BIGINT(Types.BIGINT),
    /** Binary floating point of 32 bits. */
    REAL(Types.REAL),
    /** Binary floating point of 64 bits. */
    DOUBLE(Types.DOUBLE),
    /** Decimal number, exact within its precision and scale. */
    NUMERIC(Types.NUMERIC),
    /** Text of at most a number of characters. */
    VARCHAR(Types.VARCHAR),
    /** Text of any length. */
    TEXT(Types.LONGVARCHAR),
    /** Bytes, at most a number of them. */
    BINARY(Types.VARBINARY),
    /** Bytes, any number of them. */
    BLOB(Types.LONGVARBINARY),
    /** Universally unique identifier. */
    UUID(Types.OTHER),
    /** Day without a time zone. */
    DATE(Types.DATE),
    /** Time of day without a time zone. */
    TIME(Types.TIME),
    /** Day and time without a time zone. */
    TIMESTAMP(Types.TIMESTAMP),
    /** Day and time with an offset from UTC; which offset comes back is the database's matter. */
    TIMESTAMP_TZ(Types.TIMESTAMP_WITH_TIMEZONE),
    /** Moment on the time line, without a zone of its own. */
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE);

    private final int jdbcType;

    SqlKind(int jdbcType) {
        this.jdbcType = jdbcType;
    }

    /**
     * The constant of {@link Types} with which NULL is bound.
     *
     * @return the JDBC type code
     */
    public int jdbcType() {
        return jdbcType;
    }
}
