package dev.dovetail.tests.databases.fuzz;

import dev.dovetail.sql.Operand;
import dev.dovetail.type.SqlKind;
import dev.dovetail.type.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What an expression may name: the columns of the sources around it, or what a query is grouped by. */
final class Scope {

    private final List<Operand<?>> operands;
    private final List<Operand<?>> outer;

    Scope(Collection<? extends Operand<?>> operands) {
        this(operands, operands);
    }

    /** The second: what a subquery may name, to which an aggregate around it would be one of its own. */
    Scope(Collection<? extends Operand<?>> operands, Collection<? extends Operand<?>> outer) {
        this.operands = List.copyOf(operands);
        this.outer = List.copyOf(outer);
    }

    boolean isGroup() {
        return outer.size() < operands.size();
    }

    /** This of a subquery, and what it sees of the query around it. */
    Scope within(Scope around) {
        List<Operand<?>> all = new ArrayList<>(operands);
        all.addAll(around.outer);
        return new Scope(all);
    }

    Scope and(Collection<? extends Operand<?>> more) {
        List<Operand<?>> all = new ArrayList<>(operands);
        all.addAll(more);
        return new Scope(all);
    }

    List<Operand<?>> all() {
        return operands;
    }

    @SuppressWarnings("unchecked") // the type says so
    <T> List<Operand<T>> of(Type<T> type) {
        SqlKind kind = type.storage().kind();
        List<Operand<T>> found = new ArrayList<>();
        for (Operand<?> operand : operands) {
            if (operand.expression().type().storage().kind() == kind) {
                found.add((Operand<T>) operand);
            }
        }
        return found;
    }
}
