package dev.dovetail.engine;

import dev.dovetail.IsolationLevel;
import dev.dovetail.UsageException;
import dev.dovetail.integrity.Redaction;
import dev.dovetail.internal.NearestWord;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings of an engine as text, from a file or the environment. What is read is what is named here. */
final class EngineProperties {

    private static final Pattern AMOUNT = Pattern.compile("(\\d+)\\s*(ms|s|m|h)");
    private static final Map<String, BiConsumer<EngineBuilder, String>> SETTINGS = new LinkedHashMap<>();

    static {
        SETTINGS.put("url", EngineBuilder::url);
        SETTINGS.put("user", EngineBuilder::user);
        SETTINGS.put("password", EngineBuilder::password);
        SETTINGS.put("pool-size", (builder, value) -> builder.poolSize(number(value)));
        SETTINGS.put(
                "pool-minimum-idle",
                (builder, value) -> builder.pool(builder.pool().minimumIdle(number(value))));
        SETTINGS.put("pool-acquire-timeout", (builder, value) -> builder.acquireTimeout(duration(value)));
        SETTINGS.put(
                "pool-idle-timeout",
                (builder, value) -> builder.pool(builder.pool().idleTimeout(duration(value))));
        SETTINGS.put(
                "pool-max-lifetime",
                (builder, value) -> builder.pool(builder.pool().maxLifetime(duration(value))));
        SETTINGS.put(
                "pool-pre-ping",
                (builder, value) -> builder.pool(truth(value) ? builder.pool().withPrePing() : builder.pool()));
        SETTINGS.put(
                "statement-timeout",
                (builder, value) -> builder.execution(builder.execution().timeout(duration(value))));
        SETTINGS.put(
                "fetch-size",
                (builder, value) -> builder.execution(builder.execution().fetchSize(number(value))));
        SETTINGS.put(
                "isolation",
                (builder, value) ->
                        builder.transactions(builder.transactions().isolation(constant(IsolationLevel.class, value))));
        SETTINGS.put("statement-cache-size", (builder, value) -> builder.statementCacheSize(number(value)));
        SETTINGS.put("explain-violations", (builder, value) -> builder.explainViolations(truth(value)));
        SETTINGS.put("explain-as-committed", (builder, value) -> builder.explainAsCommitted(truth(value)));
        SETTINGS.put("explain-timeout", (builder, value) -> builder.explainTimeout(duration(value)));
        SETTINGS.put("redaction", (builder, value) -> builder.redaction(constant(Redaction.class, value)));
    }

    private EngineProperties() {}

    static void apply(EngineBuilder builder, Map<String, String> properties, String prefix) {
        properties.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                set(builder, key, key.substring(prefix.length()), value);
            }
        });
    }

    private static void set(EngineBuilder builder, String key, String name, String value) {
        String found = SETTINGS.keySet().stream()
                .filter(each -> bare(each).equals(bare(name)))
                .findFirst()
                .orElseThrow(() -> unknown(key, name));
        try {
            SETTINGS.get(found).accept(builder, value.strip());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // The value itself may be a secret that has got into the wrong place.
            throw new UsageException("DVT-ENGINE-SETTING", key + ": " + e.getMessage(), e);
        }
    }

    private static UsageException unknown(String key, String name) {
        String near = NearestWord.of(name.toLowerCase(Locale.ROOT).replaceAll("[._]", "-"), SETTINGS.keySet());
        return new UsageException(
                "DVT-ENGINE-SETTING",
                key + " is no setting of an engine" + "; did you mean " + near + "? There are "
                        + String.join(", ", SETTINGS.keySet()));
    }

    // POOL_SIZE, pool.size, pool-size and poolSize are one.
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number is needed", e);
        }
    }

    private static boolean truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException("true or false is needed");
        };
    }

    /** {@code 500ms}, {@code 30s}, {@code 10m}, {@code 1h}, or as in {@link Duration#parse}. */
    private static Duration duration(String value) {
        Matcher amount = AMOUNT.matcher(value);
        if (!amount.matches()) {
            try {
                return Duration.parse(value);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("a time such as 500ms, 30s, 10m or PT30S is needed", e);
            }
        }
        long number = Long.parseLong(amount.group(1));
        return switch (amount.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String value) {
        for (E constant : type.getEnumConstants()) {
            if (bare(constant.name()).equals(bare(value))) {
                return constant;
            }
        }
        throw new IllegalArgumentException("one of " + Arrays.toString(type.getEnumConstants()) + " is needed");
    }
}
