package dev.dovetail.tests.conformance.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON as plain values. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** {@return the values of a text} */
    public static @Nullable Object read(String text) {
        return value(parse(text));
    }

    static @Nullable Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isArray()) {
            return values(node);
        }
        return node.isObject() ? map(node, Json::value) : node.textValue();
    }

    static List<@Nullable Object> values(JsonNode array) {
        return list(array, Json::value);
    }

    static List<String> texts(@Nullable JsonNode array) {
        return array == null ? List.of() : list(array, JsonNode::textValue);
    }

    static @Nullable String text(JsonNode object, String field) {
        JsonNode found = object.get(field);
        return found == null ? null : found.textValue();
    }

    static String need(JsonNode object, String field) {
        String found = text(object, field);
        if (found == null) {
            throw new IllegalArgumentException("no " + field + " in " + object);
        }
        return found;
    }

    static boolean flag(JsonNode object, String field, boolean whereAbsent) {
        JsonNode found = object.get(field);
        return found == null ? whereAbsent : found.booleanValue();
    }

    static Set<Integer> numbers(@Nullable JsonNode array) {
        return array == null ? Set.of() : Set.copyOf(new LinkedHashSet<>(list(array, JsonNode::intValue)));
    }

    /** What a function makes of each element; of none, where there is no array. */
    static <T extends @Nullable Object> List<T> list(@Nullable JsonNode array, Function<JsonNode, T> each) {
        List<T> list = new ArrayList<>();
        if (array != null) {
            array.forEach(node -> list.add(each.apply(node)));
        }
        return Collections.unmodifiableList(list);
    }

    /** What a function makes of each member, in order; of none, where there is no object. */
    static <T extends @Nullable Object> Map<String, T> map(@Nullable JsonNode object, Function<JsonNode, T> each) {
        Map<String, T> map = new LinkedHashMap<>();
        if (object != null) {
            object.properties().forEach(member -> map.put(member.getKey(), each.apply(member.getValue())));
        }
        return Collections.unmodifiableMap(map);
    }
}
