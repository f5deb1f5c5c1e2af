package dev.dovetail.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of libraries, for the report. */
public final class Versions {

    private static final Pattern NAME = Pattern.compile("-(\\d[\\w.-]*)\\.jar$");

    private Versions() {}

    /** The version in the name of the jar that a class comes from. */
    public static String of(Class<?> type) {
        Matcher name = NAME.matcher(
                type.getProtectionDomain().getCodeSource().getLocation().getPath());
        return name.find() ? name.group(1) : "unknown";
    }
}
