package dev.dovetail.orm.generated;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/** Handles to private members, resolved once when a generated class is initialised. */
public final class FieldAccess {

    private FieldAccess() {}

    /**
     * A handle to a private field of a class in the caller's module.
     *
     * @param lookup the generated class's lookup
     * @param owner the class that declares the field
     * @param name the field's name
     * @param type the field's type
     * @return the handle
     */
    public static VarHandle field(MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, lookup).findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * A handle to a private constructor without arguments of a class in the caller's module.
     *
     * @param lookup the generated class's lookup
     * @param owner the class
     * @return the handle, of type {@code () → Object}
     */
    public static MethodHandle constructor(MethodHandles.Lookup lookup, Class<?> owner) {
        try {
            return MethodHandles.privateLookupIn(owner, lookup)
                    .findConstructor(owner, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * Calls a private constructor.
     *
     * @param constructor from {@link #constructor}
     * @param type the class
     * @param <E> the class
     * @return the new object
     */
    public static <E> E construct(MethodHandle constructor, Class<E> type) {
        try {
            return type.cast((Object) constructor.invokeExact());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", e);
        }
    }
}
