package dev.dovetail.processor.read;

import dev.dovetail.orm.mapping.Column;
import dev.dovetail.orm.mapping.model.ColumnType;
import dev.dovetail.processor.source.FieldType;
import dev.dovetail.processor.source.TypeExpression;
import dev.dovetail.type.BasicType;
import dev.dovetail.type.SqlKind;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Which column type stores a field's type. */
final class ColumnTypes {

    /** What messages list when a type is none of them. */
    static final String SUPPORTED = "the primitive types and their wrappers, String, BigDecimal, BigInteger,"
            + " byte[], UUID, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, Instant, Duration, Json, enums and a List of these";

    private static final int LONGEST_FRACTION = 9;
    private static final String PRECISE = "a BigDecimal, a BigInteger or a time";

    /** Types that take nothing from {@code @Column}; the text is the constant of {@link Types}. */
    private static final Map<String, Stored> FIXED = new HashMap<>();

    static {
        fixed("int", "java.lang.Integer", Types.INTEGER, "INTEGER");
        fixed("long", "java.lang.Long", Types.BIGINT, "BIGINT");
        fixed("short", "java.lang.Short", Types.SMALLINT, "SMALLINT");
        fixed("byte", "java.lang.Byte", Types.TINYINT, "TINYINT");
        fixed("char", "java.lang.Character", Types.CHARACTER, "CHARACTER");
        fixed("double", "java.lang.Double", Types.DOUBLE, "DOUBLE");
        fixed("float", "java.lang.Float", Types.REAL, "REAL");
        fixed("boolean", "java.lang.Boolean", Types.BOOLEAN, "BOOLEAN");
        fixed("java.util.UUID", Types.UUID, "UUID");
        fixed("java.time.LocalDate", Types.DATE, "DATE");
        fixed("java.time.Duration", Types.DURATION, "DURATION");
        fixed("dev.dovetail.type.Json", Types.JSON, "JSON");
    }

    /** A column type, as data and as source code. */
    record Stored(ColumnType type, TypeExpression expression) {}

    private ColumnTypes() {}

    /**
     * The column type of a field.
     *
     * @param type the field's type
     * @param column its {@code @Column}, or null
     * @param unusable takes the element of {@code @Column} and the reason why its value cannot be used
     * @return empty if no column has that type
     */
    static Optional<Stored> of(TypeMirror type, @Nullable AnnotationUse column, Unusable unusable) {
        String name = name(type);
        Limits limits = new Limits(column, unusable);
        Stored fixed = FIXED.get(name);
        if (fixed != null) {
            limits.refuse("length", "a String or a byte[]");
            limits.refuse("precision", PRECISE);
            limits.refuse("scale", "a BigDecimal");
            return Optional.of(fixed);
        }
        if (type.getKind() == TypeKind.DECLARED && ClassNames.element(type).getKind() == ElementKind.ENUM) {
            limits.refuse("length", "a String or a byte[]; an enum's column is as long as its longest name");
            limits.refuse("precision", PRECISE);
            limits.refuse("scale", "a BigDecimal");
            return Optional.of(byName(type));
        }
        return Optional.ofNullable(
                switch (name) {
                    case "java.lang.String" -> text(limits);
                    case "byte[]" -> bytes(limits);
                    case "java.math.BigDecimal" -> decimal(limits);
                    case "java.math.BigInteger" -> integer(limits);
                    case "java.time.LocalDateTime" ->
                        time(limits, name, Types.TIMESTAMP, Types::TIMESTAMP, "TIMESTAMP");
                    case "java.time.LocalTime" -> time(limits, name, Types.TIME, Types::TIME, "TIME");
                    case "java.time.OffsetDateTime" ->
                        time(limits, name, Types.TIMESTAMP_TZ, Types::TIMESTAMP_TZ, "TIMESTAMP_TZ");
                    case "java.time.Instant" -> time(limits, name, Types.INSTANT, Types::INSTANT, "INSTANT");
                    case "java.util.List" -> list((DeclaredType) type, column, unusable);
                    default -> null;
                });
    }

    /** Takes what {@code @Column} says and a type cannot do. */
    @FunctionalInterface
    interface Unusable {
        void report(String element, String reason);
    }

    private static String name(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED -> ClassNames.element(type).getQualifiedName().toString();
            case ARRAY -> name(((ArrayType) type).getComponentType()) + "[]";
            default -> type.getKind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static Stored text(Limits limits) {
        limits.refuse("precision", PRECISE);
        limits.refuse("scale", "a BigDecimal");
        int length = limits.length();
        return length == Column.UNLIMITED
                ? stored("java.lang.String", Types.TEXT, "TEXT")
                : stored("java.lang.String", Types.VARCHAR(length));
    }

    private static Stored bytes(Limits limits) {
        limits.refuse("precision", PRECISE);
        limits.refuse("scale", "a BigDecimal");
        int length = limits.length();
        return length == Column.UNLIMITED
                ? stored("byte[]", Types.BLOB, "BLOB")
                : stored("byte[]", Types.BINARY(length));
    }

    private static Stored decimal(Limits limits) {
        limits.refuse("length", "a String or a byte[]");
        int precision = limits.precision(1, Integer.MAX_VALUE);
        if (precision < 0) {
            limits.refuse("scale", "a BigDecimal whose precision is given, too");
            return stored("java.math.BigDecimal", Types.NUMERIC, "NUMERIC");
        }
        return stored("java.math.BigDecimal", Types.NUMERIC(precision, limits.scale(precision)));
    }

    private static Stored integer(Limits limits) {
        limits.refuse("length", "a String or a byte[]");
        limits.refuse("scale", "a BigDecimal");
        int digits = limits.precision(1, Integer.MAX_VALUE);
        return digits < 0
                ? stored("java.math.BigInteger", Types.BIG_INTEGER, "BIG_INTEGER")
                : stored("java.math.BigInteger", Types.BIG_INTEGER(digits), "BIG_INTEGER(" + digits + ")");
    }

    private static Stored time(
            Limits limits, String javaType, Type<?> plain, IntFunction<BasicType<?>> precise, String expression) {
        limits.refuse("length", "a String or a byte[]");
        limits.refuse("scale", "a BigDecimal");
        int precision = limits.precision(0, LONGEST_FRACTION);
        return precision < 0
                ? stored(javaType, plain, expression)
                : stored(javaType, precise.apply(precision), expression + "(" + precision + ")");
    }

    /** A list is an array, whose elements have what {@code @Column} says. */
    private static @Nullable Stored list(DeclaredType type, @Nullable AnnotationUse column, Unusable unusable) {
        Optional<FieldType> list = FieldTypes.of(type);
        if (list.isEmpty() || !list.get().generic()) {
            return null;
        }
        return of(type.getTypeArguments().get(0), column, unusable)
                .filter(element -> element.type().kind() != SqlKind.ARRAY)
                .map(element -> new Stored(
                        new ColumnType("java.util.List", SqlKind.ARRAY, 0, -1, 0),
                        TypeExpression.array(element.expression(), list.get())))
                .orElse(null);
    }

    private static Stored byName(TypeMirror type) {
        var enumClass = ClassNames.element(type);
        int longest = enumClass.getEnclosedElements().stream()
                .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                .map(Element::getSimpleName)
                .mapToInt(CharSequence::length)
                .max()
                .orElse(1);
        return new Stored(
                ColumnType.of(enumClass.getQualifiedName().toString(), Types.VARCHAR(longest)),
                TypeExpression.enumByName(ClassNames.of(enumClass)));
    }

    private static Stored stored(String javaType, BasicType<?> type) {
        return stored(javaType, type, type.toString());
    }

    private static Stored stored(String javaType, Type<?> type, String expression) {
        return new Stored(ColumnType.of(javaType, type.storage()), TypeExpression.of(expression));
    }

    private static void fixed(String javaType, Type<?> type, String expression) {
        FIXED.put(javaType, stored(javaType, type, expression));
    }

    private static void fixed(String primitive, String wrapper, Type<?> type, String expression) {
        fixed(primitive, type, expression);
        fixed(wrapper, type, expression);
    }

    /** The lengths and digits that {@code @Column} gives. */
    private record Limits(@Nullable AnnotationUse column, Unusable unusable) {

        void refuse(String element, String owners) {
            if (column != null && column.given(element)) {
                unusable.report(element, element + " is for " + owners);
            }
        }

        int length() {
            int length = column == null ? 255 : column.number("length");
            return inRange("length", length, 1, Integer.MAX_VALUE, 255);
        }

        int precision(int least, int most) {
            return column == null || !column.given("precision")
                    ? -1
                    : inRange("precision", column.number("precision"), least, most, -1);
        }

        int scale(int precision) {
            int scale = column == null || !column.given("scale") ? Math.min(2, precision) : column.number("scale");
            return inRange("scale", scale, 0, precision, 0);
        }

        private int inRange(String element, int value, int least, int most, int otherwise) {
            if (value >= least && value <= most) {
                return value;
            }
            String range = most == Integer.MAX_VALUE ? "at least " + least : "between " + least + " and " + most;
            unusable.report(element, element + " = " + value + " must be " + range);
            return otherwise;
        }
    }
}
