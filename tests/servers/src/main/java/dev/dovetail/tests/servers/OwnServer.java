package dev.dovetail.tests.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server that one test has for itself: it may be killed, and started again with what it has on disk. */
public final class OwnServer implements AutoCloseable {

    private final String name;
    private final int megabytes;
    private final Path directory;
    private final int port;
    private @Nullable Process mariaDb;
    private @Nullable EmbeddedPostgres postgres;
    private String url = "";

    private OwnServer(String name, int megabytes) throws IOException {
        this.name = name;
        this.megabytes = megabytes;
        this.directory = Directories.shortTemporary();
        this.port = ServerProcess.freePort();
    }

    /**
     * Starts a server.
     *
     * @param name {@code postgresql} or {@code mariadb}
     * @return the server, which answers
     */
    public static OwnServer start(String name) {
        return start(name, 0);
    }

    /**
     * Starts a MariaDB whose files cannot grow for ever.
     *
     * @param megabytes the size at which the disk is full for a file
     * @return the server, which answers
     */
    public static OwnServer mariaDbWithFilesOf(int megabytes) {
        return start("mariadb", megabytes);
    }

    private static OwnServer start(String name, int megabytes) {
        try {
            OwnServer server = new OwnServer(name, megabytes);
            if (!server.onPostgres()) {
                MariaDbFiles.unpacked().initialise(Files.createDirectory(server.data()));
            }
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " did not start", e);
        }
    }

    private boolean onPostgres() {
        return name.equals("postgresql");
    }

    private Path data() {
        return directory.resolve("data");
    }

    /** The administrator's URL, to a database that exists. */
    public String url() {
        return url;
    }

    /** Starts the server again, if it was killed. */
    public void start() {
        try {
            if (postgres != null || mariaDb != null) {
                return;
            }
            if (onPostgres()) {
                EmbeddedPostgres started = PostgresServer.builder()
                        .setDataDirectory(data())
                        .setCleanDataDirectory(false)
                        .setPort(port)
                        .setServerConfig("synchronous_commit", "on") // what was committed survives
                        .start();
                postgres = started;
                url = started.getJdbcUrl("postgres", "postgres");
            } else {
                // The script that keeps the server deletes the directory that it is given.
                Path own = Files.createTempDirectory(directory, "run");
                ServerFiles files = MariaDbFiles.unpacked();
                List<String> command = new ArrayList<>();
                if (megabytes > 0) {
                    // In blocks of 512 bytes.
                    command.addAll(
                            List.of("sh", "-c", "trap '' XFSZ; ulimit -f " + megabytes * 2048 + "; exec \"$@\"", "sh"));
                }
                command.addAll(files.command(own, data(), port));
                command.add("--innodb-flush-log-at-trx-commit=1");
                mariaDb = ServerProcess.launch(name, own, command, files.url(port));
                url = files.url(port).replace("/?", "/own?");
                ServerUrl.of(files.url(port)).run("CREATE DATABASE IF NOT EXISTS own CHARACTER SET utf8mb4");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " did not start again", e);
        }
    }

    /** Kills the server: it has no time to say or write anything. */
    public void kill() {
        if (mariaDb != null) {
            ServerProcess.stop(mariaDb);
            mariaDb = null;
        }
        if (postgres != null) {
            killPostgres();
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            postgres = null;
        }
    }

    /** Its processes end by themselves when their parent is gone. */
    private void killPostgres() {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(data().resolve("postmaster.pid")).get(0).trim());
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
            all.add(server);
            server.destroyForcibly();
            for (ProcessHandle process : all) {
                process.destroyForcibly();
                process.onExit().get(20, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("PostgreSQL could not be killed", e);
        }
    }

    @Override
    public void close() {
        kill();
        Directories.delete(directory);
    }
}
