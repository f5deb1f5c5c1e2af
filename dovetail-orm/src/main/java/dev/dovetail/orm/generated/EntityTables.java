package dev.dovetail.orm.generated;

import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;

import dev.dovetail.orm.attribute.TablePart;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.IndexModel;
import dev.dovetail.orm.mapping.model.KeySource;
import dev.dovetail.orm.mapping.model.TableModel;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ColumnDefinition;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.Deferral;
import dev.dovetail.schema.ForeignKeyDefinition;
import dev.dovetail.schema.IndexDefinition;
import dev.dovetail.schema.IndexPart;
import dev.dovetail.schema.Schema;
import dev.dovetail.schema.SchemaObject;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.Table;
import dev.dovetail.schema.TableBuilder;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns what entities declare into the tables that Core knows. */
public final class EntityTables {

    /** A class that has columns in a table; its types are at least those of its own columns and of its bases'. */
    private record Member(EntityModel model, List<Type<?>> types) {

        int firstOwn() {
            return model.columns().size() - model.own(EntityModel::columns).size();
        }
    }

    private final TableModel model;
    private final TableBuilder table;
    private final Set<String> columns = new HashSet<>();
    private final Set<List<?>> foreignKeys = new HashSet<>();

    private EntityTables(TableModel model) {
        this.model = model;
        this.table = Table.builder(model.name());
    }

    /** The tables of one class, as far as the class itself knows them. */
    static List<TablePart> of(EntityModel entity, List<Type<?>> types) {
        List<TableModel> models = entity.tables();
        List<Member> line = new ArrayList<>();
        for (EntityModel next = entity; next != null; next = next.base()) {
            line.add(new Member(next, types));
        }
        Collections.reverse(line);
        List<TablePart> parts = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            TableModel part = models.get(i);
            int end = i + 1 < models.size() ? models.get(i + 1).firstColumn() : types.size();
            List<Member> members = line.stream()
                    .filter(member -> member.model()
                            .tables()
                            .get(member.model().tables().size() - 1)
                            .name()
                            .equals(part.name()))
                    .toList();
            parts.add(part(part, end, new EntityTables(part).build(members)));
        }
        return List.copyOf(parts);
    }

    /**
     * The table that several classes of one hierarchy share, with the columns of all of them.
     *
     * @param part the table
     * @param classes the mappers of the classes that add columns to it
     * @return the table
     */
    public static Table shared(TableModel part, List<EntityMapper<?>> classes) {
        return new EntityTables(part)
                .build(classes.stream()
                        .map(mapper -> new Member(mapper.model(), mapper.types()))
                        .toList());
    }

    /**
     * A class's part of a table.
     *
     * @param model the table's description
     * @param end the position after the class's last column in it
     * @param table the table
     * @return the part
     */
    public static TablePart part(TableModel model, int end, Table table) {
        List<Column<?>> key = model.key().isEmpty()
                ? table.primaryKey().columns()
                : model.key().stream().<Column<?>>map(table::column).toList();
        return new TablePart(table, model.firstColumn(), end, key);
    }

    private Table build(List<Member> members) {
        if (model.owner().schema() != null) {
            table.schema(model.owner().schema());
        }
        members.forEach(this::key);
        members.forEach(this::columns);
        table.add(primaryKey(keyNames().toArray(String[]::new)));
        if (!model.key().isEmpty()) {
            table.add(baseKey());
        }
        for (Member member : members) {
            member.model().own(EntityModel::foreignKeys).stream()
                    .filter(key -> foreignKeys.add(List.of(key.columns(), key.targetTable())))
                    .forEach(key -> table.add(definition(key)));
            member.model().own(EntityModel::uniques).forEach(key -> {
                var definition = unique(key.columns().toArray(String[]::new));
                definition = key.name() == null ? definition : definition.named(key.name());
                table.add(
                        key.deferral() == Deferral.NOT_DEFERRABLE
                                ? definition
                                : definition.deferrable(key.deferral() == Deferral.INITIALLY_DEFERRED));
            });
            member.model().own(EntityModel::indexes).forEach(index -> table.add(definition(index)));
            member.model()
                    .own(EntityModel::checks)
                    .forEach(condition -> table.add(check(condition.name(), condition.sql())));
        }
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
                        ? Schema.part(words[0]).desc()
                        : Schema.part(words[0]))
                .toArray(IndexPart[]::new));
        definition = model.name() == null ? definition : definition.named(model.name());
        definition = model.unique() ? definition.unique() : definition;
        return model.where() == null ? definition : definition.where(model.where());
    }

    private List<String> keyNames() {
        return model.key().isEmpty()
                ? model.owner().primaryKey().stream().map(ColumnModel::name).toList()
                : model.key();
    }

    /** The key of a joined table has the types of the root's. */
    private void key(Member member) {
        if (model.key().isEmpty() || !columns.isEmpty()) {
            return;
        }
        List<ColumnModel> all = member.model().columns();
        int part = 0;
        for (int position = 0; position < all.size(); position++) {
            if (all.get(position).id()) {
                String name = model.key().get(part++);
                columns.add(name);
                table.add(column(name, member.types().get(position)).notNull());
            }
        }
    }

    private ForeignKeyDefinition baseKey() {
        EntityModel base = model.owner().base();
        return foreignKey(model.key().toArray(String[]::new))
                .references(base.table())
                .onDelete(model.onDelete())
                .onUpdate(model.onUpdate());
    }

    private void columns(Member member) {
        boolean owner = member.model().className().equals(model.owner().className());
        for (int position = member.firstOwn();
                position < member.model().columns().size();
                position++) {
            ColumnModel column = member.model().columns().get(position);
            if (columns.add(column.name())) {
                table.add(definition(column, member.types().get(position), owner));
            }
        }
    }

    /** Rows of other classes have NULL in a column that a subclass adds. */
    private static ColumnDefinition<?> definition(ColumnModel model, Type<?> type, boolean owner) {
        ColumnDefinition<?> definition = column(model.name(), type);
        if (!model.nullable() && owner) {
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
