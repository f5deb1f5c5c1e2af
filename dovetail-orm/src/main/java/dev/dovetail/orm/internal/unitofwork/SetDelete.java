package dev.dovetail.orm.internal.unitofwork;

import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows that go without having been loaded: those that foreign keys lead from to objects that are deleted, directly or over
 * rows of other tables in between.
 *
 * @param keys the foreign keys, from the deleted objects down to the rows
 * @param path the relationships that the keys belong to
 * @param owners the objects that are deleted
 * @param causes why it happens, the nearest first
 */
public record SetDelete(
        List<ForeignKeyDescriptor> keys, List<RelationshipEnd> path, List<InstanceState> owners, List<String> causes)
        implements FlushStep {

    private static final int SHOWN = 3;

    /** Copies what can change. */
    public SetDelete {
        keys = List.copyOf(keys);
        path = List.copyOf(path);
        owners = List.copyOf(owners);
        causes = List.copyOf(causes);
    }

    /** {@return the rows' entity} */
    public EntityDescriptor<?> entity() {
        return key().child();
    }

    /** {@return the foreign key of the rows themselves} */
    public ForeignKeyDescriptor key() {
        return keys.get(keys.size() - 1);
    }

    /**
     * Some objects, as messages name them.
     *
     * @param objects the objects
     * @return the first of them, and how many more there are
     */
    public static String names(List<InstanceState> objects) {
        String first = objects.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
        return objects.size() <= SHOWN ? first : first + " and " + (objects.size() - SHOWN) + " more";
    }

    /** {@return the condition, as SQL but for the keys of the deleted objects} */
    public String condition() {
        String condition = "";
        for (ForeignKeyDescriptor key : keys) {
            String referenced = names(key.parent(), key.parentColumns());
            String in = condition.isEmpty()
                    ? referenced + " of " + names(owners)
                    : "SELECT " + referenced + " FROM " + key.parent().table().name() + " WHERE " + condition;
            condition = names(key.child(), key.childColumns()) + " IN (" + in + ")";
        }
        return condition;
    }

    private static String names(EntityDescriptor<?> entity, int[] columns) {
        List<String> names = new ArrayList<>();
        Arrays.stream(columns).<Column<?>>mapToObj(entity::column).forEach(column -> names.add(column.name()));
        return names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
    }

    @Override
    public String toString() {
        return "DELETE rows of " + entity().name() + " WHERE " + condition()
                + (causes.isEmpty() ? "" : ": " + String.join(", ", causes));
    }
}
