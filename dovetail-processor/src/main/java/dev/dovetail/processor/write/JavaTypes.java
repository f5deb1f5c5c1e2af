package dev.dovetail.processor.write;

import dev.dovetail.processor.source.ClassName;
import dev.dovetail.processor.source.ColumnSource;
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

    static Family family(String javaType) {
        return switch (Names.boxed(javaType)) {
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
        if (column.type().enumClass() != null) {
            return Comparison.IDENTITY;
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
        return column.model().type().javaType().equals("byte[]");
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

    /** The field's own type. */
    static String declared(ColumnSource column, JavaSource source) {
        ClassName enumClass = column.type().enumClass();
        return enumClass == null ? source.type(column.model().type().javaType()) : source.type(enumClass);
    }

    /** The field's type, or its wrapper. */
    static String boxed(ColumnSource column, JavaSource source) {
        ClassName enumClass = column.type().enumClass();
        return enumClass == null ? source.type(Names.boxed(column.model().type().javaType())) : source.type(enumClass);
    }
}
