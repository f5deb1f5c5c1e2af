package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.FieldType;
import dev.dovetail.processor.source.Names;

/** How generated code treats the Java types of columns. */
final class JavaTypes {

    private JavaTypes() {}

    /** Which attribute class a type has. */
    enum Family {
        NUMBER,
        TEXT,
        OTHER
    }

    /** How generated code finds out whether two values differ for the database. */
    enum Comparison {
        /** By {@code !=}: primitives and enums. */
        IDENTITY,
        /** By {@code Objects.equals}. */
        EQUALS,
        /** By the snapshot's {@code differ}, for primitive floating point. */
        FLOATING,
        /** By the column type's {@code same}: scale, precision, content and offset are its business. */
        TYPE
    }

    /** What is stored through a converter can be compared, but is no number and no text to the database. */
    static Family family(ColumnSource column) {
        if (column.type().converted() || column.type().declared() != null) {
            return Family.OTHER;
        }
        return switch (Names.boxed(column.model().type().javaType())) {
            case "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Short",
                    "java.lang.Byte",
                    "java.lang.Double",
                    "java.lang.Float",
                    "java.math.BigDecimal",
                    "java.math.BigInteger" -> Family.NUMBER;
            case "java.lang.String" -> Family.TEXT;
            default -> Family.OTHER;
        };
    }

    static Comparison comparison(ColumnSource column) {
        FieldType declared = column.type().declared();
        if (declared != null) {
            return declared.isEnum() ? Comparison.IDENTITY : Comparison.TYPE;
        }
        return switch (keptType(column)) {
            case "int", "long", "short", "byte", "char", "boolean" -> Comparison.IDENTITY;
            case "double", "float" -> Comparison.FLOATING;
            case "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Short",
                    "java.lang.Byte",
                    "java.lang.Character",
                    "java.lang.Boolean",
                    "java.lang.String",
                    "java.math.BigInteger",
                    "java.time.Duration",
                    "dev.dovetail.type.Json",
                    "java.util.UUID",
                    "java.time.LocalDate" -> Comparison.EQUALS;
            default -> Comparison.TYPE;
        };
    }

    /** Whether a value can be changed in place, so that a snapshot needs a copy. */
    static boolean mutable(ColumnSource column) {
        FieldType declared = column.type().declared();
        return declared == null ? column.model().type().javaType().equals("byte[]") : !declared.isEnum();
    }

    /** Whether a snapshot keeps a primitive; a component of a record does not, because the record may be null. */
    static boolean primitive(ColumnSource column) {
        return column.model().type().primitive() && !column.component();
    }

    /** The name of the type that a snapshot keeps. */
    static String keptType(ColumnSource column) {
        String declared = column.model().type().javaType();
        return column.component() ? Names.boxed(declared) : declared;
    }

    /** The type that a snapshot keeps. */
    static String kept(ColumnSource column, JavaSource source) {
        return column.component() ? boxed(column, source) : declared(column, source);
    }

    /** Whether the field's type has arguments, so that a cast to it could not be checked. */
    static boolean generic(ColumnSource column) {
        FieldType declared = column.type().declared();
        return declared != null && declared.generic();
    }

    /** A value as the type that a snapshot keeps. */
    static String cast(ColumnSource column, String value, JavaSource source) {
        return generic(column) ? "cast(" + value + ")" : "(" + kept(column, source) + ") " + value;
    }

    /** The field's own type, without type arguments. */
    static String raw(ColumnSource column, JavaSource source) {
        FieldType declared = column.type().declared();
        return declared == null
                ? source.type(column.model().type().javaType())
                : source.type(declared.raw()) + "[]".repeat(declared.dimensions());
    }

    /** The same, or its wrapper. */
    static String rawBoxed(ColumnSource column, JavaSource source) {
        return column.type().declared() == null ? boxed(column, source) : raw(column, source);
    }

    /** The field's own type. */
    static String declared(ColumnSource column, JavaSource source) {
        FieldType declared = column.type().declared();
        return declared == null ? source.type(column.model().type().javaType()) : name(declared, source);
    }

    /** The field's type, or its wrapper. */
    static String boxed(ColumnSource column, JavaSource source) {
        FieldType declared = column.type().declared();
        return declared == null ? source.type(Names.boxed(column.model().type().javaType())) : name(declared, source);
    }

    private static String name(FieldType type, JavaSource source) {
        String arguments = String.join(
                ", ",
                type.arguments().stream()
                        .map(argument -> name(argument, source))
                        .toList());
        return source.type(type.raw())
                + (arguments.isEmpty() ? "" : "<" + arguments + ">")
                + "[]".repeat(type.dimensions());
    }
}
