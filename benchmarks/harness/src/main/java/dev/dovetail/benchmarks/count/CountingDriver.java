package dev.dovetail.benchmarks.count;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stands before the real driver for some URLs and counts; no library sees a difference. */
final class CountingDriver implements Driver {

    private static final Map<String, Target> TARGETS = new ConcurrentHashMap<>();

    private CountingDriver() {}

    /** Counts all connections that are opened with a URL from now on. */
    static synchronized Target count(String url) throws SQLException {
        Target target = new Target(DriverManager.getDriver(url));
        if (TARGETS.isEmpty()) {
            // DriverManager asks in the order of registration.
            DriverManager.registerDriver(new CountingDriver());
        }
        DriverManager.deregisterDriver(target.driver);
        DriverManager.registerDriver(target.driver);
        TARGETS.put(url, target);
        return target;
    }

    static void forget(String url) {
        TARGETS.remove(url);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Target target = TARGETS.get(url);
        if (target == null) {
            return null;
        }
        Connection connection = target.driver.connect(url, info);
        return (Connection) proxy(connection, Connection.class, target);
    }

    private static Object proxy(Object real, Class<?> type, Target target) {
        return Proxy.newProxyInstance(
                type.getClassLoader() == null ? CountingDriver.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                new Counting(real, target));
    }

    @Override
    public boolean acceptsURL(String url) {
        return TARGETS.containsKey(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        Target target = TARGETS.get(url);
        return target == null ? new DriverPropertyInfo[0] : target.driver.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("there is no logger");
    }

    /** A URL that is counted. */
    static final class Target {

        final Driver driver;
        final AtomicLong executes = new AtomicLong();
        final AtomicLong statements = new AtomicLong();

        Target(Driver driver) {
            this.driver = driver;
        }
    }

    /** A connection or a statement. */
    private static final class Counting implements InvocationHandler {

        private final Object real;
        private final Target target;
        private int batch;

        Counting(Object real, Target target) {
            this.real = real;
            this.target = target;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            if (real instanceof Statement) {
                switch (name) {
                    case "addBatch" -> batch++;
                    case "clearBatch" -> batch = 0;
                    case "executeBatch", "executeLargeBatch" -> {
                        sent(batch);
                        batch = 0;
                    }
                    case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> sent(1);
                    default -> {}
                }
            }
            Object result;
            try {
                result = method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (result instanceof CallableStatement) {
                return proxy(result, CallableStatement.class, target);
            } else if (result instanceof PreparedStatement) {
                return proxy(result, PreparedStatement.class, target);
            } else if (result instanceof Statement) {
                return proxy(result, Statement.class, target);
            }
            return result;
        }

        private void sent(int statements) {
            target.executes.incrementAndGet();
            target.statements.addAndGet(statements);
        }
    }
}
