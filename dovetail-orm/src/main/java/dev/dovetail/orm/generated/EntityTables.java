package dev.dovetail.orm.generated;

import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;

import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.schema.ColumnDefinition;
import dev.dovetail.schema.ForeignKeyDefinition;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.TableBuilder;
import dev.dovetail.type.Type;
import java.util.List;

/** Turns what an entity declares into the table that Core knows. */
final class EntityTables {

    private EntityTables() {}

    static Table table(EntityModel model, List<Type<?>> types) {
        TableBuilder table = Table.builder(model.table());
        if (model.schema() != null) {
            table.schema(model.schema());
        }
        for (int position = 0; position < types.size(); position++) {
            table.add(definition(model.columns().get(position), types.get(position)));
        }
        table.add(primaryKey(model.primaryKey().stream().map(ColumnModel::name).toArray(String[]::new)));
        model.foreignKeys().forEach(key -> table.add(definition(key)));
        model.uniques().forEach(key -> {
            var definition = unique(key.columns().toArray(String[]::new));
            table.add(key.name() == null ? definition : definition.named(key.name()));
        });
        model.checks().forEach(condition -> table.add(check(condition.name(), condition.sql())));
        return table.build();
    }

    /** Enum types of the database, each once. */
    static List<SchemaObject> objects(List<Type<?>> types) {
        return types.stream()
                .filter(type -> type.javaClass().isEnum() && type.storage().nativeName() != null)
                .map(EnumValues::type)
                .distinct()
                .<SchemaObject>map(type -> type)
                .toList();
    }

    private static ColumnDefinition<?> definition(ColumnModel model, Type<?> type) {
        ColumnDefinition<?> definition = column(model.name(), type);
        if (!model.nullable()) {
            definition = definition.notNull();
        }
        if (model.generated()) {
            definition = definition.generated();
        }
        if (model.unique()) {
            definition = definition.unique();
        }
        if (model.traits().contains(ColumnModel.Trait.CHECKED)) {
            definition = definition.check(EnumValues.condition(model.name(), type));
        }
        return model.defaultSql() == null ? definition : definition.defaultSql(model.defaultSql());
    }

    private static ForeignKeyDefinition definition(ForeignKeyModel model) {
        ForeignKeyDefinition definition = foreignKey(model.columns().toArray(String[]::new))
                .references(model.targetTable(), model.targetColumns().toArray(String[]::new))
                .onDelete(model.onDelete())
                .onUpdate(model.onUpdate());
        if (model.deferred()) {
            definition = definition.deferrable(true);
        }
        return model.name() == null ? definition : definition.named(model.name());
    }
}
