package dev.dovetail.engine;

import dev.dovetail.DovetailException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.ForeignKeyCatalogue;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.integrity.ForeignKeyVerifier;
import dev.dovetail.schema.MetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The scope in which foreign keys are not checked: one connection has its checks switched off, the work runs in one
 * transaction, all foreign keys are verified, and only then is it committed. The checks are switched on again whatever
 * happens, and that is verified, before anybody else can have the connection.
 */
final class ForeignKeyChecks {

    private final Engine engine;
    private final Set<Thread> inside = ConcurrentHashMap.newKeySet();

    ForeignKeyChecks(Engine engine) {
        this.engine = engine;
    }

    <X extends Exception> void without(MetaData metaData, ConnectionWork<X> work) throws X {
        ForeignKeyCatalogue catalogue = engine.dialect().foreignKeyCatalogue();
        if (catalogue == null) {
            throw new UsageException(
                    "DVT-ENGINE-CHECKS", engine.dialect().name() + " cannot switch the checks of foreign keys off");
        }
        Thread current = Thread.currentThread();
        if (!inside.add(current)) {
            throw new UsageException(
                    "DVT-ENGINE-NESTED-LOAD",
                    "foreign keys are already unchecked around this call: load everything in the outer scope, which"
                            + " verifies it all at its end");
        }
        try (Connection connection = engine.connect()) {
            run(connection, metaData, catalogue, work);
        } finally {
            inside.remove(current);
        }
    }

    private <X extends Exception> void run(
            Connection connection, MetaData metaData, ForeignKeyCatalogue catalogue, ConnectionWork<X> work) throws X {
        ForeignKeySwitch checks = catalogue.checks();
        turn(connection, checks.off(), checks.state(), "0");
        Throwable failure = null;
        try {
            connection.leaveEndTo("the scope without foreign key checks, which verifies all foreign keys first");
            work.run(connection);
            ForeignKeyVerifier.verify(engine.probe(connection.physical()), metaData, catalogue);
            connection.physical().commit();
        } catch (Throwable e) {
            failure = e;
            throw e;
        } finally {
            connection.leaveEndTo(null);
            end(connection, checks, failure);
        }
    }

    private void end(Connection connection, ForeignKeySwitch checks, @Nullable Throwable failure) {
        try {
            connection.physical().rollback();
            turn(connection, checks.on(), checks.state(), "1");
        } catch (DovetailException e) {
            connection.physical().discard();
            if (failure == null) {
                throw e;
            }
            failure.addSuppressed(e);
        }
    }

    // Most switches work only outside of a transaction, and say nothing if they do not.
    private void turn(Connection connection, String command, String question, String expected) {
        try {
            java.sql.Connection jdbc = connection.physical().connected();
            jdbc.setAutoCommit(true);
            try (Statement statement = jdbc.createStatement()) {
                statement.execute(command);
                try (ResultSet answer = statement.executeQuery(question)) {
                    if (!answer.next() || !expected.equals(answer.getString(1))) {
                        throw new UsageException("DVT-ENGINE-CHECKS", command + " had no effect");
                    }
                }
            }
        } catch (SQLException e) {
            throw engine.explain(e, connection.physical().state());
        }
    }
}
