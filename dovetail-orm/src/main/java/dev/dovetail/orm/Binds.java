package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.engine.Engine;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which engine has the tables of which entity: those that are bound, and the factory's own engine for the rest. */
final class Binds {

    private final Mappings mappings;
    private final Engine usual;
    private final Map<EntityDescriptor<?>, Engine> bound;

    private Binds(Mappings mappings, Engine usual, Map<EntityDescriptor<?>, Engine> bound) {
        this.mappings = mappings;
        this.usual = usual;
        this.bound = bound;
    }

    static Binds none(Mappings mappings, Engine usual) {
        return new Binds(mappings, usual, Map.of());
    }

    Binds with(Engine engine, Class<?>... entities) {
        Map<EntityDescriptor<?>, Engine> more = new LinkedHashMap<>(bound);
        for (Class<?> entity : entities) {
            more.put(mappings.of(entity), engine);
        }
        return new Binds(mappings, usual, more);
    }

    /** A key cannot lead from one database to another. Asked when everything is bound. */
    void check() {
        for (EntityDescriptor<?> child : mappings.entities()) {
            for (ForeignKeyDescriptor key : child.outgoing()) {
                if (of(child) != of(key.parent())) {
                    throw new UsageException(
                            "DVT-USE-BIND",
                            child.name() + " refers to " + key.parent().name()
                                    + " by a foreign key, and they are bound to different engines; bind them to one");
                }
            }
        }
    }

    boolean isSingle() {
        return bound.isEmpty();
    }

    Set<Engine> engines() {
        Set<Engine> engines = new LinkedHashSet<>(List.of(usual));
        engines.addAll(bound.values());
        return engines;
    }

    Engine of(EntityDescriptor<?> entity) {
        return bound.getOrDefault(entity, usual);
    }

    /** The tables that an engine has; a secondary table is where the tables are that it joins. */
    MetaData metadata(Engine engine) {
        List<Table> tables = mappings.metadata().tables().stream()
                .filter(table -> of(table) == engine)
                .toList();
        return MetaData.of(tables);
    }

    private Engine of(Table table) {
        return mappings.entities().stream()
                .filter(entity -> entity.table() == table)
                .findFirst()
                .map(this::of)
                .orElseGet(() -> table.foreignKeys().isEmpty()
                        ? usual
                        : of(mappings.metadata().referenced(table.foreignKeys().get(0))));
    }
}
