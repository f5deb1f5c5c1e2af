package dev.dovetail.tests.servers;

/**
 * MySQL's driver, and so its dialect, on a MariaDB server: all that the two servers have in common, without half a
 * gigabyte of MySQL.
 */
final class MysqlDriverOnMariaDb implements TestServer {

    private final TestServer mariaDb;

    MysqlDriverOnMariaDb(TestServer mariaDb) {
        this.mariaDb = mariaDb;
    }

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public FreshDatabase fresh() {
        FreshDatabase database = mariaDb.fresh();
        return new FreshDatabase(database.url().replaceFirst("jdbc:mariadb:", "jdbc:mysql:"), database.drop());
    }
}
