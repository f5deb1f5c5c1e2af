package dev.dovetail.processor.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How source code names a column's type.
 *
 * @param pieces the expression
 * @param declared the field's type, or null for a primitive and a plain class of the JDK, which the column's model names
 * @param converted whether a converter of the application's stands between field and column
 */
public record TypeExpression(List<Piece> pieces, @Nullable FieldType declared, boolean converted) {

    private static final String TYPES = "dev.dovetail.type.Types";

    /** A part of an expression. */
    public sealed interface Piece {}

    /** Text as it is. */
    public record Text(String text) implements Piece {}

    /** The name of a class, to be imported. */
    public record Name(ClassName type) implements Piece {}

    /** A constant or method of {@code dev.dovetail.type.Types}, to be imported. */
    public record Member(String className, String name) implements Piece {}

    /** Copies what can change. */
    public TypeExpression {
        pieces = List.copyOf(pieces);
    }

    /** A constant of {@code Types}, or a method with its arguments. */
    public static TypeExpression of(String text) {
        int arguments = text.indexOf('(');
        return arguments < 0
                ? new TypeExpression(List.of(types(text)), null, false)
                : new TypeExpression(
                        List.of(types(text.substring(0, arguments)), new Text(text.substring(arguments))), null, false);
    }

    /** An enum that is stored by name. */
    public static TypeExpression enumByName(ClassName enumClass) {
        return new TypeExpression(
                List.of(types("enumByName"), new Text("("), new Name(enumClass), new Text(".class)")),
                FieldType.ofEnum(enumClass),
                false);
    }

    /**
     * An enum that is stored by a code.
     *
     * @param enumClass the enum
     * @param owner the class whose method gives the code: the enum or one of those it extends
     * @param method the method
     * @param stored the type of the codes
     */
    public static TypeExpression enumByCode(
            ClassName enumClass, ClassName owner, String method, TypeExpression stored) {
        List<Piece> pieces = new ArrayList<>(List.of(
                types("enumByCode"),
                new Text("("),
                new Name(enumClass),
                new Text(".class, "),
                new Name(owner),
                new Text("::" + method + ", ")));
        pieces.addAll(stored.pieces);
        pieces.add(new Text(")"));
        return new TypeExpression(pieces, FieldType.ofEnum(enumClass), false);
    }

    /** A list of values. */
    public static TypeExpression array(TypeExpression element, FieldType list) {
        List<Piece> pieces = new ArrayList<>(List.of(types("ARRAY"), new Text("(")));
        pieces.addAll(element.pieces);
        pieces.add(new Text(")"));
        return new TypeExpression(pieces, list, false);
    }

    /**
     * A field with a converter; the method is the mapper's own.
     *
     * @param converter the converter
     * @param value the field's type, the wrapper of a primitive one
     * @param primitive whether the field is a primitive
     * @param stored the type of what is stored
     */
    public static TypeExpression converted(
            ClassName converter, FieldType value, boolean primitive, TypeExpression stored) {
        List<Piece> pieces = new ArrayList<>(List.of(
                new Text("converted(new "),
                new Name(converter),
                new Text("(), "),
                new Name(value.raw()),
                new Text("[]".repeat(value.dimensions()) + ".class, ")));
        pieces.addAll(stored.pieces);
        pieces.add(new Text(")"));
        return new TypeExpression(pieces, primitive ? null : value, true);
    }

    /** Whether it is more than a constant. */
    public boolean made() {
        return pieces.size() > 1;
    }

    private static Member types(String name) {
        return new Member(TYPES, name);
    }
}
