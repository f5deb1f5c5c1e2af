package dev.dovetail.tests.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of a server in a jar or zip.
 *
 * @param file the archive
 * @param prefix the directory in it that becomes the root, with the slash; may be empty
 * @param parts what is needed of it: files, and directories with their slash
 */
record Archive(Path file, String prefix, List<String> parts) {

    /**
     * Unpacks it, unless that was done before; another JVM that is doing it is waited for.
     *
     * @param name of the directory in the cache, with the version
     * @return the directory
     */
    Path unpacked(String name) {
        Path home = Directories.cache().resolve(name);
        try {
            Files.createDirectories(home.getParent());
            // Closing the channel gives the lock up.
            try (FileChannel channel = FileChannel.open(
                    home.resolveSibling(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                if (!Files.exists(home)) {
                    Path unfinished = Files.createTempDirectory(home.getParent(), name);
                    unpackTo(unfinished);
                    Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + file + " to " + home, e);
        }
    }

    private void unpackTo(Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && isNeeded(entry.getName())) {
                    Path target = directory.resolve(entry.getName().substring(prefix.length()));
                    Files.createDirectories(target.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, target);
                    }
                    if (target.getParent().endsWith("bin")) {
                        target.toFile().setExecutable(true);
                    }
                }
            }
        }
    }

    private boolean isNeeded(String entry) {
        return entry.startsWith(prefix)
                && parts.stream()
                        .anyMatch(part -> entry.startsWith(part, prefix.length())
                                && (part.endsWith("/") || entry.length() == prefix.length() + part.length()));
    }
}
