package dev.dovetail.orm.generated;

import dev.dovetail.schema.EnumType;
import dev.dovetail.type.ConvertedType;
import dev.dovetail.type.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column holds for the constants of an enum. */
final class EnumValues {

    private EnumValues() {}

    /** That a column holds one of them. */
    static String condition(String column, Type<?> type) {
        return column + " IN (" + values(type) + ")";
    }

    /** The database's own type, whose words they are. */
    static EnumType type(Type<?> type) {
        String name = String.valueOf(type.storage().nativeName());
        int dot = name.indexOf('.');
        EnumType words = EnumType.of(
                name.substring(dot + 1), stored(type).map(Object::toString).toArray(String[]::new));
        return dot < 0 ? words : words.inSchema(name.substring(0, dot));
    }

    private static String values(Type<?> type) {
        return stored(type).map(EnumValues::literal).collect(Collectors.joining(", "));
    }

    private static <J> Stream<Object> stored(Type<J> type) {
        return Arrays.stream(type.javaClass().getEnumConstants())
                .map(constant ->
                        type instanceof ConvertedType<J, ?> converted ? converted.toStored(constant) : constant);
    }

    /** Numbers as they are, all else as text. */
    private static String literal(Object value) {
        return value instanceof Number
                ? value.toString()
                : "'" + value.toString().replace("'", "''") + "'";
    }
}
