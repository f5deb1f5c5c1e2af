package dev.dovetail.processor.source;

import java.util.Locale;

/** Names of Java and of SQL, from one to the other. */
public final class Names {

    private Names() {}

    /** {@code parentId} becomes {@code parent_id}, {@code HTTPRoute} becomes {@code http_route}. */
    public static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** {@code OrderLine} becomes {@code ORDER_LINE}. */
    public static String upperSnake(String name) {
        return snake(name).toUpperCase(Locale.ROOT);
    }

    /** {@code parent_id} becomes {@code parentId}. What no Java name can have becomes an underscore. */
    public static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        boolean upper = false;
        for (char letter : name.toCharArray()) {
            if (letter == '_') {
                upper = camel.length() > 0;
            } else {
                char legal = Character.isJavaIdentifierPart(letter) ? letter : '_';
                camel.append(upper ? Character.toUpperCase(legal) : legal);
                upper = false;
            }
        }
        boolean starts = camel.length() > 0 && Character.isJavaIdentifierStart(camel.charAt(0));
        return starts ? camel.toString() : "_" + camel;
    }

    /** {@code address.zipCode} becomes {@code addressZipCode}. */
    public static String joined(String path) {
        StringBuilder joined = new StringBuilder();
        for (String part : path.split("\\.")) {
            joined.append(
                            joined.isEmpty()
                                    ? part.substring(0, 1)
                                    : part.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(part.substring(1));
        }
        return joined.toString();
    }

    /** {@code OrderLine} becomes {@code orderLine}. */
    public static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** The wrapper of a primitive type; other types as they are. */
    public static String boxed(String javaType) {
        return switch (javaType) {
            case "int" -> "java.lang.Integer";
            case "long" -> "java.lang.Long";
            case "short" -> "java.lang.Short";
            case "byte" -> "java.lang.Byte";
            case "char" -> "java.lang.Character";
            case "double" -> "java.lang.Double";
            case "float" -> "java.lang.Float";
            case "boolean" -> "java.lang.Boolean";
            default -> javaType;
        };
    }
}
