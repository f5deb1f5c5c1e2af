package dev.dovetail.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens a connection beside the pool within a time, whatever the network does: on a thread that nobody waits for longer. */
final class SecondConnection {

    private SecondConnection() {}

    static Connection open(ConnectionSource source, Duration timeout) throws SQLException {
        CompletableFuture<Connection> opened = new CompletableFuture<>();
        Thread opener = new Thread(() -> open(source, timeout, opened), "dovetail-lookup");
        opener.setDaemon(true);
        opener.start();
        try {
            return opened.get(Math.max(timeout.toNanos(), 0), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new SQLException("no second connection could be opened: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw late(opened, "no second connection could be opened in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late(opened, "interrupted while a second connection was opened");
        }
    }

    private static void open(ConnectionSource source, Duration timeout, CompletableFuture<Connection> opened) {
        try {
            Connection connection = source.further();
            limit(connection, timeout);
            if (!opened.complete(connection)) {
                Discarding.close(connection);
            }
        } catch (SQLException | RuntimeException | Error e) {
            opened.completeExceptionally(e);
        }
    }

    // A cancellation does not reach a server that is cut off.
    private static void limit(Connection connection, Duration timeout) {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) Math.max(timeout.toMillis(), 1));
        } catch (SQLException e) {
            // Databases within the process have no network.
        }
    }

    // It may have been opened in this very moment.
    private static SQLException late(CompletableFuture<Connection> opened, String message) {
        if (!opened.completeExceptionally(new SQLException(message)) && !opened.isCompletedExceptionally()) {
            Discarding.close(opened.join());
        }
        return new SQLException(message);
    }
}
