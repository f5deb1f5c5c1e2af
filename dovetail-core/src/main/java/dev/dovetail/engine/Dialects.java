package dev.dovetail.engine;

import dev.dovetail.UsageException;
import dev.dovetail.compile.Dialect;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the dialect for a URL, and its driver. */
final class Dialects {

    private static final Pattern PARAMETERS = Pattern.compile("[?;]");

    private Dialects() {}

    static Dialect forUrl(String url) {
        List<Dialect> known = new ArrayList<>();
        for (ServiceLoader.Provider<Dialect> provider : likelyFirst(url)) {
            Dialect dialect = provider.get();
            if (dialect.accepts(url)) {
                return dialect;
            }
            known.add(dialect);
        }
        StringBuilder message = new StringBuilder("no database that Dovetail knows handles the URL ")
                .append(withoutSecrets(url))
                .append("; it knows");
        for (Dialect dialect : known) {
            message.append("\n  ")
                    .append(dialect.name())
                    .append(", for example ")
                    .append(dialect.urlExample());
        }
        throw new UsageException("DVT-ENGINE-URL", message.toString());
    }

    /** The dialect with the name that the URL has is most likely the one; the others then need not be made. */
    private static List<ServiceLoader.Provider<Dialect>> likelyFirst(String url) {
        String[] parts = url.toLowerCase(Locale.ROOT).split(":", 3);
        List<ServiceLoader.Provider<Dialect>> all = new ArrayList<>();
        ServiceLoader.load(Dialect.class, Dialects.class.getClassLoader()).stream()
                .forEach(provider -> {
                    String name = provider.type().getSimpleName().toLowerCase(Locale.ROOT);
                    all.add(parts.length > 1 && name.startsWith(parts[1]) ? 0 : all.size(), provider);
                });
        return all;
    }

    static Driver driver(Dialect dialect, String url) {
        try {
            return DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new UsageException("DVT-ENGINE-DRIVER", noDriver(dialect, url), e);
        }
    }

    static String noDriver(Dialect dialect, String url) {
        return "the URL " + withoutSecrets(url) + " is one of " + dialect.name() + ", but its driver "
                + dialect.driver().className() + " is not on the class path; add the Maven dependency "
                + dialect.driver().coordinates();
    }

    // A password may stand among the URL's parameters, which some databases set off by semicolons, or before the host.
    static String withoutSecrets(String url) {
        Matcher parameters = PARAMETERS.matcher(url);
        String head = parameters.find() ? url.substring(0, parameters.end()) + "\u2026" : url;
        return head.replaceAll("//[^/@]*@", "//\u2026@");
    }
}
