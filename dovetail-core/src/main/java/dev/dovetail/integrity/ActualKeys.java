package dev.dovetail.integrity;

import dev.dovetail.FactSource;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys that the database really has. Which there are and what they do comes from the catalogue, since a
 * model may differ from it; names, types and what is put off to the commit come from the model, where it has them.
 */
final class ActualKeys {

    private final SchemaView model;
    private final SchemaView catalogue;

    ActualKeys(SchemaView model, SchemaView catalogue) {
        this.model = model;
        this.catalogue = catalogue;
    }

    /**
     * A foreign key.
     *
     * @param foreignKey the key with the actions that it really has, in the model's table if it has one
     * @param source whether the model has it
     */
    record Key(ForeignKey foreignKey, FactSource source) {

        @Nullable
        String name() {
            return CatalogueReader.nameOf(foreignKey);
        }

        boolean atCommit() {
            return foreignKey.initiallyDeferred();
        }
    }

    /** The foreign keys that lead to a table, its own included. */
    List<Key> referencing(Table table) {
        Table actual = catalogue.same(table);
        Table declared = model.same(table);
        if (actual == null) {
            return declared == null ? List.of() : declared(model.referencing(declared));
        }
        return catalogue.referencing(actual).stream().map(this::key).toList();
    }

    /** The foreign keys of a table. */
    List<Key> of(Table table) {
        Table actual = catalogue.same(table);
        return actual == null
                ? declared(table.foreignKeys())
                : actual.foreignKeys().stream().map(this::key).toList();
    }

    private static List<Key> declared(List<ForeignKey> foreignKeys) {
        return foreignKeys.stream().map(key -> new Key(key, FactSource.MODEL)).toList();
    }

    private Key key(ForeignKey actual) {
        ForeignKey declared = model.same(actual);
        if (declared == null) {
            return new Key(actual, FactSource.CATALOG);
        }
        return new Key(
                new ForeignKey(
                        declared.table(),
                        declared.name(),
                        declared.columns(),
                        declared.referencedSchema(),
                        declared.referencedTable(),
                        actual.referencedColumns(),
                        action(actual.onDelete(), declared.onDelete()),
                        action(actual.onUpdate(), declared.onUpdate()),
                        declared.match(),
                        declared.deferral()),
                FactSource.MODEL);
    }

    // Some databases have one word for both ways to refuse.
    private static ReferentialAction action(ReferentialAction actual, ReferentialAction declared) {
        return refuses(actual) && refuses(declared) ? declared : actual;
    }

    private static boolean refuses(ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT;
    }

    /** The columns of a table that a foreign key leads to; empty if they are not all there. */
    static List<Column<?>> referenced(Table target, ForeignKey foreignKey) {
        List<Column<?>> columns = foreignKey.referencedColumns().isEmpty()
                ? target.primaryKey().columns()
                : columns(target, foreignKey.referencedColumns());
        return columns.size() == foreignKey.columns().size() ? columns : List.of();
    }

    static List<Column<?>> columns(Table table, List<String> names) {
        List<Column<?>> columns = new ArrayList<>();
        for (String name : names) {
            table.columns().stream()
                    .filter(column -> column.name().equalsIgnoreCase(name))
                    .forEach(columns::add);
        }
        return columns.size() == names.size() ? columns : List.of();
    }
}
