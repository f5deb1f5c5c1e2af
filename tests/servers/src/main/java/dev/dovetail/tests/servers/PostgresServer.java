package dev.dovetail.tests.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: one that runs, or one of the library's own, which stops it with the JVM and, for root, starts it under
 * {@code unshare -U}.
 */
final class PostgresServer implements TestServer {

    private @Nullable ServerUrl server;

    PostgresServer(@Nullable String given) {
        server = given == null ? null : ServerUrl.of(given);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public FreshDatabase fresh() {
        ServerUrl admin = started();
        String name = Names.next();
        admin.run("CREATE DATABASE " + name + " STRATEGY FILE_COPY");
        return new FreshDatabase(admin.withDatabase(name), () -> admin.run("DROP DATABASE " + name + " WITH (FORCE)"));
    }

    private synchronized ServerUrl started() {
        ServerUrl known = server;
        if (known == null) {
            known = ServerUrl.of(start().getJdbcUrl("postgres", "postgres"));
            server = known;
        }
        return known;
    }

    private static EmbeddedPostgres start() {
        try {
            return builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start; -Ddovetail.test.postgresql=jdbc:postgresql://… names one that runs, and"
                            + " -Ddatabases=sqlite,h2 leaves it out",
                    e);
        }
    }

    static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                // The same order of texts and the same letters everywhere, whatever LANG says.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_prepared_transactions", "64");
    }
}
