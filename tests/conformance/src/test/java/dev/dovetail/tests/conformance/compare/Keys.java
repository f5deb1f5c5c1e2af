package dev.dovetail.tests.conformance.compare;

import dev.dovetail.tests.conformance.corpus.ObjectState;
import dev.dovetail.tests.conformance.corpus.Schema;
import dev.dovetail.tests.conformance.corpus.Schema.EntityClass;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Kind;
import dev.dovetail.tests.conformance.corpus.Schema.Relationship;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which foreign key a relationship goes along, and what objects say of it. */
final class Keys {

    private Keys() {}

    /** The foreign key of a relationship of a class, or null where it has a table of its own. */
    static @Nullable ForeignKey of(Course course, EntityClass owner, Relationship relationship) {
        if (relationship.kind() == Kind.MANY_TO_MANY) {
            return null;
        }
        Schema schema = course.schema();
        EntityClass target = schema.entity(relationship.target());
        boolean referring = relationship.kind() == Kind.MANY_TO_ONE;
        List<Table> children = tables(schema, referring ? owner : target);
        List<String> parents = tables(schema, referring ? target : owner).stream()
                .map(Table::name)
                .toList();
        List<String> chosen = relationship.foreignKeys().stream()
                .map(column -> column.substring(column.indexOf('.') + 1))
                .toList();
        return children.stream()
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> parents.contains(key.referencedTable()))
                .filter(key -> chosen.isEmpty() || key.columns().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    private static List<Table> tables(Schema schema, EntityClass entity) {
        List<Table> tables = new ArrayList<>();
        EntityClass each = entity;
        while (each != null) {
            if (each.table() != null) {
                tables.add(schema.table(each.table()));
            }
            each = each.inherits() == null ? null : schema.entity(each.inherits());
        }
        return tables;
    }

    /** The column that a column of a foreign key refers to. */
    static String referenced(ForeignKey key, String column) {
        return key.referencedColumns().get(key.columns().indexOf(column));
    }

    /** Whether a relationship's content names an object. */
    static boolean names(@Nullable Object content, String object) {
        return content instanceof List<?> list ? list.contains(object) : Objects.equals(content, object);
    }

    /** The names in a relationship's content. */
    static List<String> names(@Nullable Object content) {
        if (content instanceof List<?> list) {
            return list.stream().map(String.class::cast).toList();
        }
        return content == null ? List.of() : List.of((String) content);
    }

    /** Whether an object's relationship is loaded and does not name another. */
    static boolean doesNotName(@Nullable ObjectState state, String relationship, String object) {
        return state != null
                && state.relationships().containsKey(relationship)
                && !names(state.relationships().get(relationship), object);
    }

    /** Whether an object's relationship is loaded and names another. */
    static boolean doesName(@Nullable ObjectState state, String relationship, String object) {
        return state != null
                && state.relationships().containsKey(relationship)
                && names(state.relationships().get(relationship), object);
    }
}
