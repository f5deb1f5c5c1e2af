package dev.dovetail.benchmarks;

import dev.dovetail.benchmarks.data.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A whole program: starts, reads one row by its key and says how long that took from the start of the process, and how much
 * memory it has then. Arguments: the contender, the database, its URL, whether there are many entities, and the time just
 * before the process was started, in milliseconds.
 */
public final class FirstRow {

    private FirstRow() {}

    /** Prints milliseconds and kilobytes. */
    public static void main(String[] arguments) throws IOException {
        Place place = new Place(arguments[1], arguments[2], Boolean.parseBoolean(arguments[3]));
        try (Contender contender = Contenders.named(arguments[0]).open(place)) {
            Object item = contender.item(1);
            long millis = System.currentTimeMillis() - Long.parseLong(arguments[4]);
            System.out.println(millis + " " + residentKilobytes());
            if (contender.checksumOfItem(item) != Rows.checksum(1, 0)) {
                throw new IllegalStateException("another row");
            }
        }
    }

    /** As Linux counts it; 0 where there is no such file. */
    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
