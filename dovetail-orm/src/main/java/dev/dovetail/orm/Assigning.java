package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.inspect.LifeCycle;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.ForeignKeyDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.RowChange;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.sql.Expression;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which columns an SQL expression can be assigned to: those whose value nothing but their own row depends on. */
final class Assigning {

    private static final String CODE = "DVT-ORM-ASSIGN";

    private Assigning() {}

    static void assign(SessionState session, Object entity, String attribute, Expression<?> value) {
        session.checkWrites();
        InstanceState state = session.states().of(entity);
        if (state.readOnly()) {
            throw Membership.readOnly(state);
        }
        if (state.session() != null && state.session() != session) {
            throw Membership.otherSession(state);
        }
        if (state.rowDeleted() || state.lifeCycle() == LifeCycle.DELETED) {
            throw new UsageException("DVT-USE-DELETED", state + " was deleted: there is no row to be written");
        }
        for (int column : state.type().columnsNamed(attribute)) {
            String reason = refused(state, column);
            if (reason != null) {
                throw new UsageException(
                        CODE, label(state, column) + " cannot be assigned an SQL expression: " + reason);
            }
            state.assign(column, value);
        }
    }

    private static @Nullable String refused(InstanceState state, int column) {
        EntityDescriptor<?> type = state.type();
        ColumnModel model = type.columns().get(column);
        if (model.id()) {
            return "the session knows objects by their primary key";
        }
        if (type.isVersion(column)) {
            return "it counts the row's versions";
        }
        if (column == type.discriminator()) {
            return "it says of which class the object is";
        }
        if (state.hasRow() ? !model.updatable() : !model.insertable()) {
            return "no " + (state.hasRow() ? "UPDATE" : "INSERT") + " writes it";
        }
        if (type.outgoing().stream().anyMatch(key -> has(key.childColumns(), column) && isOwned(type, key))) {
            return "a relationship writes this foreign key; set that";
        }
        if (type.incoming().stream().anyMatch(key -> has(key.parentColumns(), column))) {
            return "foreign keys refer to it, and the session has to know what they are to follow";
        }
        return null;
    }

    private static boolean isOwned(EntityDescriptor<?> child, ForeignKeyDescriptor key) {
        return child.ends().stream().anyMatch(end -> end.toParent() && goesAlong(end, key))
                || key.parent().ends().stream().anyMatch(end -> end.toChildren() && goesAlong(end, key));
    }

    private static boolean goesAlong(RelationshipEnd end, ForeignKeyDescriptor key) {
        return end.child() == key.child().mapper() && Arrays.equals(end.childColumns(), key.childColumns());
    }

    private static boolean has(int[] columns, int column) {
        return Arrays.stream(columns).anyMatch(own -> own == column);
    }

    /** One of the two would be lost without a word. */
    static void refuseSetFields(RowChange change) {
        if (change.kind() == RowChange.Kind.DELETE) {
            return;
        }
        InstanceState state = change.state();
        for (int column : state.assigned().columns()) {
            if (state.setAfterAssigned(column)) {
                throw new UsageException(
                        CODE,
                        state + ": " + label(state, column) + " was assigned an SQL expression, and its field was set"
                                + " afterwards. Only one of them can be written: "
                                + (state.hasRow()
                                        ? "expire the attribute to drop both, and set it again"
                                        : "assign the value, Sql.value(…), in place of the expression, or put the field"
                                                + " back")
                                + ". Nothing was sent to the database");
            }
        }
    }

    private static String label(InstanceState state, int column) {
        return state.type().name() + "." + state.type().columns().get(column).label();
    }
}
