package dev.dovetail.sql;

import java.util.ArrayList;
import java.util.List;

/** Immutable lists that grow by being copied. */
final class Lists {
    private Lists() {}

    @SafeVarargs
    static <T> List<Expression<?>> prepend(Operand<T> first, Operand<T>... others) {
        List<Expression<?>> all = new ArrayList<>();
        all.add(first.expression());
        for (Operand<T> other : others) {
            all.add(other.expression());
        }
        return all;
    }

    static <E> List<E> append(List<? extends E> list, E last) {
        if (list.isEmpty()) {
            return List.of(last);
        }
        List<E> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
