package dev.dovetail.orm.generated;

import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.part;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;

import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.IndexModel;
import dev.dovetail.orm.mapping.model.KeySource;
import dev.dovetail.schema.ColumnDefinition;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.ForeignKeyDefinition;
import dev.dovetail.schema.IndexDefinition;
import dev.dovetail.schema.IndexPart;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.TableBuilder;
import dev.dovetail.type.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        model.indexes().forEach(index -> table.add(definition(index)));
        model.checks().forEach(condition -> table.add(check(condition.name(), condition.sql())));
        return table.build();
    }

    /** Enum types and sequences of the database, each once. */
    static List<SchemaObject> objects(EntityModel model, List<Type<?>> types) {
        Set<SchemaObject> objects = new LinkedHashSet<>();
        types.stream()
                .filter(type -> type.javaClass().isEnum() && type.storage().nativeName() != null)
                .map(EnumValues::type)
                .forEach(objects::add);
        model.columns().stream()
                .map(ColumnModel::keySource)
                .filter(source -> source != null && source.sequence() != null)
                .map(EntityTables::sequence)
                .forEach(objects::add);
        return List.copyOf(objects);
    }

    private static Sequence sequence(KeySource source) {
        String name = String.valueOf(source.sequence());
        int dot = name.indexOf('.');
        Sequence sequence = Sequence.of(
                name.substring(dot + 1), options -> options.startWith(1).incrementBy(source.block()));
        return dot < 0 ? sequence : sequence.inSchema(name.substring(0, dot));
    }

    private static IndexDefinition definition(IndexModel model) {
        IndexDefinition definition = index(model.columns().stream()
                .map(column -> column.split("\\s+"))
                .map(words -> words.length > 1 && words[1].equalsIgnoreCase("DESC")
                        ? part(words[0]).desc()
                        : part(words[0]))
                .toArray(IndexPart[]::new));
        definition = model.name() == null ? definition : definition.named(model.name());
        definition = model.unique() ? definition.unique() : definition;
        return model.where() == null ? definition : definition.where(model.where());
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
        String computed = model.details().computed();
        if (computed != null) {
            definition = definition.computed(
                    computed, model.details().stored() ? ColumnValue.Storage.STORED : ColumnValue.Storage.VIRTUAL);
        } else if (!model.insertable()) {
            definition = definition.fetchedOnInsert();
        }
        if (model.traits().contains(ColumnModel.Trait.FETCHED_ON_UPDATE)) {
            definition = definition.fetchedOnUpdate();
        }
        String collation = model.details().collation();
        String comment = model.details().comment();
        definition = collation == null ? definition : definition.collation(collation);
        definition = comment == null ? definition : definition.comment(comment);
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
