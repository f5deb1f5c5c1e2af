package dev.dovetail.tests.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The unpacked files of a server of the MySQL family, and how to run them. */
interface ServerFiles {

    /** What every call of the server gets: no settings of the machine's, and its word that root may run it. */
    static List<String> common() {
        return "root".equals(System.getProperty("user.name"))
                ? List.of("--no-defaults", "--user=root")
                : List.of("--no-defaults");
    }

    /** Fills an empty data directory. */
    void initialise(Path data) throws IOException;

    /** The command that runs the server on a port of this machine, its socket in the directory. */
    List<String> command(Path directory, Path data, int port);

    /** The administrator's URL. */
    String url(int port);
}
