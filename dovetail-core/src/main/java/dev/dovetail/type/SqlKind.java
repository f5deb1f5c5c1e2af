package dev.dovetail.type;

import java.sql.Types;

/** The kinds of SQL type that a dialect must be able to name and to carry. */
public enum SqlKind {
    /** True or false. */
    BOOLEAN(Types.BOOLEAN),
    /** Signed integer of 8 bits. */
    TINYINT(Types.TINYINT),
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
    /** Text of a fixed number of characters; spaces at its end do not count. */
    CHAR(Types.CHAR),
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
    /** Day and time with an offset from UTC; it comes back in UTC. */
    TIMESTAMP_TZ(Types.TIMESTAMP_WITH_TIMEZONE),
    /** Moment on the time line, without a zone of its own. */
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE),
    /** A document of JSON. */
    JSON(Types.OTHER),
    /** A list of values of one type. */
    ARRAY(Types.ARRAY),
    /** A type of the database's own, known only by its name and carried as text. */
    NATIVE(Types.OTHER);

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
