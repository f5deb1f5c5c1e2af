package dev.dovetail.tests.servers;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server of the MySQL family: one that runs, or one started from its files. */
final class MysqlServer implements TestServer {

    private final String name;
    private final Supplier<ServerFiles> files;
    private @Nullable ServerUrl server;

    MysqlServer(String name, @Nullable String given, Supplier<ServerFiles> files) {
        this.name = name;
        this.files = files;
        server = given == null ? null : ServerUrl.of(given);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FreshDatabase fresh() {
        ServerUrl admin = started();
        String database = Names.next();
        admin.run("CREATE DATABASE " + database + " CHARACTER SET utf8mb4");
        return new FreshDatabase(admin.withDatabase(database), () -> admin.run("DROP DATABASE " + database));
    }

    private synchronized ServerUrl started() {
        ServerUrl known = server;
        if (known == null) {
            known = ServerUrl.of(ServerProcess.start(name, files.get()));
            server = known;
        }
        return known;
    }
}
