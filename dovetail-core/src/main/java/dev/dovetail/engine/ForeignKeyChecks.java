package dev.dovetail.engine;

import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.integrity.ForeignKeyVerifier;
import dev.dovetail.integrity.StatementOrigin;
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
        ForeignKeySwitch checks = engine.dialect().foreignKeySwitch();
        if (checks == null) {
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
            run(connection, metaData, checks, work);
        } finally {
            inside.remove(current);
        }
    }

    private <X extends Exception> void run(
            Connection connection, MetaData metaData, ForeignKeySwitch checks, ConnectionWork<X> work) throws X {
        PhysicalConnection physical = connection.physical();
        Throwable failure = null;
        try {
            switchOff(physical, checks);
            connection.loading("the scope without foreign key checks, which verifies all foreign keys first");
            work.run(connection);
            ForeignKeyVerifier.verify(
                    engine.probe(physical), metaData, engine.dialect().schemaCatalogue());
            physical.commit(StatementOrigin.none());
        } catch (Throwable e) {
            failure = e;
            throw e;
        } finally {
            connection.loading(null);
            end(physical, checks, failure);
        }
    }

    // From here on the connection is given up when it is closed, unless its checks are known to be on again. That it is
    // the
    // same connection to the end is sure: nobody else can close it, and one that is lost is not replaced.
    private void switchOff(PhysicalConnection physical, ForeignKeySwitch checks) {
        try {
            java.sql.Connection jdbc = physical.connected();
            physical.unfit();
            turn(jdbc, checks.off(), checks.isOff());
        } catch (SQLException e) {
            if (engine.dialect().readError(e).kind() == ErrorKind.PROGRAMMING) {
                throw new UsageException(
                        "DVT-ENGINE-CHECKS",
                        engine.dialect().name() + " does not let this user switch the checks of foreign keys off: "
                                + checks.wayRound() + " (" + e.getMessage() + ")");
            }
            throw engine.explain(e, physical.state());
        }
    }

    private void end(PhysicalConnection physical, ForeignKeySwitch checks, @Nullable Throwable failure) {
        try {
            boolean rolledBack = physical.undo();
            if (physical.state() != TransactionState.CLOSED) {
                switchOn(physical, checks);
            }
            if (rolledBack) {
                engine.tell(StatementListener::onRollback);
            }
        } catch (RuntimeException | Error e) {
            if (failure == null) {
                throw e;
            }
            if (failure != e) {
                failure.addSuppressed(e);
            }
        }
    }

    private void switchOn(PhysicalConnection physical, ForeignKeySwitch checks) {
        try {
            java.sql.Connection jdbc = physical.connected();
            turn(jdbc, checks.on(), checks.isOn());
            engine.source().verify(jdbc);
            physical.fit();
        } catch (SQLException e) {
            throw engine.explain(e, physical.state());
        }
    }

    // Most switches work only outside of a transaction, and say nothing if they do not.
    private static void turn(java.sql.Connection jdbc, String command, String question) throws SQLException {
        if (!jdbc.getAutoCommit()) {
            jdbc.rollback();
            jdbc.setAutoCommit(true);
        }
        try (Statement statement = jdbc.createStatement()) {
            statement.execute(command);
            try (ResultSet answer = statement.executeQuery(question)) {
                if (!answer.next() || !answer.getBoolean(1)) {
                    throw new UsageException("DVT-ENGINE-CHECKS", command + " had no effect");
                }
            }
        }
    }
}
