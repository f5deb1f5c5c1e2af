package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.schema.UniqueConstraint;

/**
 * The check of a unique key, put off before rows exchange its values, or made after it.
 *
 * @param entity an entity whose rows have the key
 * @param key the key
 * @param deferred whether the check is put off
 */
public record CheckStep(EntityDescriptor<?> entity, UniqueConstraint key, boolean deferred) implements FlushStep {

    @Override
    public String toString() {
        return (deferred ? "DEFER " : "CHECK ") + key.name();
    }
}
