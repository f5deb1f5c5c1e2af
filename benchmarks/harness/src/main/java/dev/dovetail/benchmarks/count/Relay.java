package dev.dovetail.benchmarks.count;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a client and PostgreSQL and counts round trips: the messages after which a client waits, Sync, Flush and
 * Query (<a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">message formats</a>). Counting
 * packets would depend on how the network cuts them.
 */
final class Relay implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    final AtomicLong roundTrips = new AtomicLong();
    final AtomicLong bytes = new AtomicLong();
    private final ServerSocket listening;
    private final String url;
    private final String host;
    private final int port;

    private Relay(String url) throws IOException {
        URI server = URI.create(url.substring("jdbc:".length()));
        host = server.getHost();
        port = server.getPort();
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.url = url.replace(host + ":" + port, "localhost:" + listening.getLocalPort());
        start(this::accept);
    }

    static Relay to(String url) {
        try {
            return new Relay(url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            Socket server = new Socket(host, port);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> forward(client, server));
            start(() -> back(server, client));
        }
    }

    private void forward(Socket client, Socket server) throws IOException {
        try (client;
                server) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream(), 1 << 16));
            OutputStream out = new BufferedOutputStream(server.getOutputStream(), 1 << 16);
            boolean typed = false;
            while (true) {
                int type = typed ? in.read() : 0;
                if (type < 0) {
                    return;
                }
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                if (typed) {
                    out.write(type);
                    bytes.addAndGet(length + 1L);
                }
                out.write(
                        new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length
                        });
                out.write(body);
                if (!typed) {
                    typed = !asks(body);
                    out.flush();
                } else if (type == 'S' || type == 'H' || type == 'Q' && !isBegin(body)) {
                    roundTrips.incrementAndGet();
                    out.flush();
                } else if (in.available() == 0) {
                    out.flush();
                }
            }
        }
    }

    /** Whether the client asks for encryption, and begins again after the answer. */
    private static boolean asks(byte[] body) {
        int code = (body[0] & 255) << 24 | (body[1] & 255) << 16 | (body[2] & 255) << 8 | body[3] & 255;
        return code == SSL_REQUEST || code == GSS_REQUEST;
    }

    /** pgjdbc sends BEGIN along with the first statement and does not wait between them. */
    private static boolean isBegin(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1).startsWith("BEGIN");
    }

    private static void back(Socket server, Socket client) throws IOException {
        try (server;
                client) {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            int read;
            while ((read = in.read(buffer)) >= 0) {
                out.write(buffer, 0, read);
            }
        }
    }

    private static void start(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException closed) {
                        // The end of a connection, and of the relay.
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Task {
        void run() throws IOException;
    }
}
