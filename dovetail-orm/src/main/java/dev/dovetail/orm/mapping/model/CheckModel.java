package dev.dovetail.orm.mapping.model;

/**
 * A CHECK constraint.
 *
 * @param name the constraint's name
 * @param sql what must hold
 */
public record CheckModel(String name, String sql) {}
