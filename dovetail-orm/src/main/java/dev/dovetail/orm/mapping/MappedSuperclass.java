package dev.dovetail.orm.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a class that is no entity: each entity that extends it has its fields as columns and relationships of its own, before
 * those that the entity itself declares.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface MappedSuperclass {}
