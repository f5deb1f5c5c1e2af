package dev.dovetail.tests.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a server in a directory of its own, both of which go when this JVM does, however it ends. */
final class ServerProcess {

    private static final int SECONDS_TO_START = 60;

    /**
     * Runs the command after the directory's name until the server ends or standard input does, which it also does when
     * the JVM is killed; then the directory goes, unless the server failed and its log is wanted.
     */
    private static final String KEEPER = """
            trap '' INT HUP
            directory=$1; shift
            exec 3<&0
            "$@" 3<&- </dev/null >"$directory/log" 2>&1 &
            server=$!
            (cat <&3 >/dev/null; kill -KILL $server 2>/dev/null) &
            wait $server
            status=$?
            if [ $status -eq 0 ] || [ $status -eq 137 ]; then rm -rf "$directory"; fi
            exit $status
            """;

    private ServerProcess() {}

    /** Starts a server and waits until it answers; gives the administrator's URL. */
    static String start(String name, ServerFiles files) {
        try {
            Path directory = Directories.shortTemporary();
            Path data = Files.createDirectory(directory.resolve("data"));
            files.initialise(data);
            int port = freePort();
            String url = files.url(port);
            launch(name, directory, files.command(directory, data, port), url);
            return url;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " did not start", e);
        }
    }

    /** Runs the command that is a server, and waits until it answers. The directory goes with it. */
    static Process launch(String name, Path directory, List<String> server, String url) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", KEEPER, "sh", directory.toString()));
        command.addAll(server);
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop " + name));
        awaitAnswer(name, process, url, directory.resolve("log"));
        return process;
    }

    /** Waits for a command that prepares something. */
    static void requireSuccess(Process process, List<String> command) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException("exit code " + process.exitValue() + " of " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitAnswer(String name, Process process, String url, Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (true) {
            try {
                DriverManager.getConnection(url).close();
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    stop(process);
                    throw new IOException(
                            name + " does not answer at " + url + "; its log:\n"
                                    + (Files.exists(log) ? Files.readString(log) : "none"),
                            e);
                }
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /** Kills a server. */
    static void stop(Process process) {
        try {
            process.getOutputStream().close();
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted", e);
    }
}
