package dev.dovetail.tests.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MySQL from the zip that jcabi publishes, which the profile {@code mysql} names. It needs libaio1 and libnuma1. */
record MysqlFiles(Path home) implements ServerFiles {

    private static final String ZIP = "dovetail.test.mysql.zip";

    static boolean isGiven() {
        return !System.getProperty(ZIP, "").isBlank();
    }

    static ServerFiles unpacked() {
        Path zip = Path.of(System.getProperty(ZIP));
        Archive archive = new Archive(zip, "", List.of("bin/mysqld", "lib/private/", "share/"));
        return new MysqlFiles(archive.unpacked(zip.getFileName().toString().replace(".zip", "")));
    }

    @Override
    public void initialise(Path data) throws IOException {
        List<String> command = base();
        command.add("--initialize-insecure");
        command.add("--datadir=" + data);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
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
                "--mysqlx=OFF",
                "--max-connections=500",
                "--skip-log-bin",
                "--innodb-flush-log-at-trx-commit=0"));
        return command;
    }

    private List<String> base() {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/mysqld").toString());
        command.addAll(ServerFiles.common());
        command.add("--basedir=" + home);
        return command;
    }

    @Override
    public String url(int port) {
        return "jdbc:mysql://127.0.0.1:" + port + "/?user=root&useSSL=false&allowPublicKeyRetrieval=true";
    }
}
