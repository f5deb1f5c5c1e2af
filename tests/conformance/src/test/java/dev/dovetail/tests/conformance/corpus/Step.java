package dev.dovetail.tests.conformance.corpus;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One step of a scenario: its number from 0, what it does, and to what. */
public record Step(int number, Op op, Map<String, @Nullable Object> fields) {

    /** {@return whether the step has a field, be it null} */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** {@return a field that the operation has, be it null} */
    public @Nullable Object value(String field) {
        return fields.get(field);
    }

    /** {@return a text, which must be there} */
    public String text(String field) {
        return (String) Objects.requireNonNull(fields.get(field), () -> field + " of " + this);
    }

    /** {@return a list of texts, empty where the step has none} */
    @SuppressWarnings("unchecked")
    public List<String> texts(String field) {
        Object list = fields.get(field);
        return list == null ? List.of() : (List<String>) list;
    }

    /** {@return a list of values, empty where the step has none} */
    @SuppressWarnings("unchecked")
    public List<@Nullable Object> values(String field) {
        Object list = fields.get(field);
        return list == null ? List.of() : (List<@Nullable Object>) list;
    }

    /** {@return values by name in the order written, empty where the step has none} */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> map(String field) {
        Object map = fields.get(field);
        return map == null ? Map.of() : (Map<String, @Nullable Object>) map;
    }

    /** {@return whether the step changes an object or its place among others} */
    public boolean names(String object) {
        return switch (op) {
            case NEW, APPEND, ASSIGN, REMOVE, SET, DEL_ATTR ->
                Stream.concat(Stream.of(value("as"), value("obj"), value("value")), map("rel").values().stream())
                        .anyMatch(
                                named -> named instanceof List<?> list ? list.contains(object) : object.equals(named));
            default -> false;
        };
    }

    /** {@return a switch, as given or by default} */
    public boolean flag(String field, boolean whereAbsent) {
        Object flag = fields.get(field);
        return flag == null ? whereAbsent : (Boolean) flag;
    }

    /** {@return the settings of the session that NEW_SESSION opens} */
    public SessionSettings settings() {
        return new SessionSettings(flag("expire_on_commit", true), flag("autoflush", true));
    }

    @Override
    public String toString() {
        return "step " + number + " " + op + " " + fields;
    }
}
