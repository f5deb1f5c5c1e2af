package dev.dovetail.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists, whose elements may be null, and which may be mutable. */
record ListValues<E>(BasicType<E> element) implements Values<List<@Nullable E>> {
    @SuppressWarnings("unchecked") // a class does not know its type arguments
    static <E> Class<List<@Nullable E>> listClass() {
        return (Class<List<@Nullable E>>) (Class<?>) List.class;
    }

    /** A new list of what a function makes of the elements; null stays null. */
    static <A, B> List<@Nullable B> each(List<@Nullable A> list, Function<? super A, ? extends B> function) {
        List<@Nullable B> made = new ArrayList<>(list.size());
        for (A element : list) {
            made.add(element == null ? null : function.apply(element));
        }
        return Collections.unmodifiableList(made);
    }

    @Override
    public Class<List<@Nullable E>> javaClass() {
        return listClass();
    }

    /** The name of the element's type is different in each database, so there is no standard. */
    @Override
    public Codec<List<@Nullable E>> codec(BasicType<List<@Nullable E>> type) {
        throw new UnsupportedOperationException("an array has no codec but that of a dialect");
    }

    @Override
    public boolean same(BasicType<List<@Nullable E>> type, List<@Nullable E> a, List<@Nullable E> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!element.same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<@Nullable E> copy(List<@Nullable E> value) {
        return each(value, element::copy);
    }

    @Override
    public List<@Nullable E> atPrecision(BasicType<List<@Nullable E>> type, List<@Nullable E> value) {
        return each(value, element::atPrecision);
    }

    @Override
    public @Nullable String misfit(BasicType<List<@Nullable E>> type, List<@Nullable E> value) {
        for (int i = 0; i < value.size(); i++) {
            Object each = value.get(i);
            if (each != null && !element.javaClass().isInstance(each)) {
                return "element " + i + ": " + element + " takes "
                        + element.javaClass().getName() + ", not "
                        + each.getClass().getName();
            }
            String misfit =
                    each == null ? null : element.misfit(element.javaClass().cast(each));
            if (misfit != null) {
                return "element " + i + ": " + misfit;
            }
        }
        return null;
    }
}
