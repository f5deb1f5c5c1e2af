package dev.dovetail.compile;

/**
 * The JDBC driver that a dialect is made for.
 *
 * @param className the class of the driver
 * @param coordinates where Maven finds it, as {@code group:artifact}
 */
public record DriverInfo(String className, String coordinates) {}
