package dev.dovetail.engine;

import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ForeignKeyDeferral;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.integrity.ForeignKeyVerifier;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.schema.MetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The scope in which foreign keys are not checked: one connection has its checks switched off (or, where its user may not,
 * put off to the end of the transaction), the work runs in one transaction, all foreign keys are verified, and only then is it committed. The checks are switched on again whatever
 * happens, and that is verified, before anybody else can have the connection.
 */
final class ForeignKeyChecks {

    private final Engine engine;
    private final Set<Thread> inside = ConcurrentHashMap.newKeySet();

    /** Where one scope's end switches the checks of another on. */
    private final ReentrantLock oneByOne = new ReentrantLock();

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
        if (checks.wholeDatabase()) {
            oneByOne.lock();
        }
        try (Connection connection = engine.connect()) {
            run(connection, metaData, checks, work);
        } finally {
            if (checks.wholeDatabase()) {
                oneByOne.unlock();
            }
            inside.remove(current);
        }
    }

    private <X extends Exception> void run(
            Connection connection, MetaData metaData, ForeignKeySwitch checks, ConnectionWork<X> work) throws X {
        PhysicalConnection physical = connection.physical();
        Throwable failure = null;
        boolean switched = false;
        try {
            take(physical);
            switched = true;
            SQLException refusal = switchOff(physical, checks);
            switched = refusal == null;
            DeferredForeignKeys deferred = refusal == null ? null : deferred(connection, metaData, checks, refusal);
            connection.loading("the scope without foreign key checks, which verifies all foreign keys first");
            work.run(connection);
            ForeignKeyVerifier.verify(
                    engine.probe(physical), metaData, engine.dialect().schemaCatalogue());
            if (deferred != null) {
                deferred.end();
            }
            physical.commit(StatementOrigin.none());
        } catch (Throwable e) {
            failure = e;
            throw e;
        } finally {
            connection.loading(null);
            end(physical, switched ? checks : null, failure);
        }
    }

    // From here on the connection is given up when it is closed, unless its checks are known to be on again. That it is
    // the
    // same connection to the end is sure: nobody else can close it, and one that is lost is not replaced.
    private void take(PhysicalConnection physical) {
        try {
            physical.connected();
            physical.unfit();
        } catch (SQLException e) {
            throw engine.explain(e, physical.state());
        }
    }

    /** {@return null if they are off, else the error by which the database refused that to this user} */
    private @Nullable SQLException switchOff(PhysicalConnection physical, ForeignKeySwitch checks) {
        try {
            turn(physical.connected(), checks.off(), checks.isOff());
            return null;
        } catch (SQLException e) {
            if (engine.dialect().readError(e).kind() == ErrorKind.PROGRAMMING) {
                return e;
            }
            throw engine.explain(e, physical.state());
        }
    }

    private DeferredForeignKeys deferred(
            Connection connection, MetaData metaData, ForeignKeySwitch checks, SQLException refusal) {
        connection.physical().fit(); // nothing was switched
        ForeignKeyDeferral form = engine.dialect().ownersDeferral();
        List<String> checked = new ArrayList<>();
        DeferredForeignKeys deferred =
                form == null ? null : DeferredForeignKeys.begin(connection, form, metaData, checked);
        if (deferred == null) {
            throw new UsageException(
                    "DVT-ENGINE-CHECKS",
                    engine.dialect().name() + " does not let this user switch the checks of foreign keys off"
                            + (checked.isEmpty() ? "" : ", nor put off " + String.join(", ", checked))
                            + ": " + checks.wayRound() + " (" + refusal.getMessage() + ")");
        }
        return deferred;
    }

    private void end(PhysicalConnection physical, @Nullable ForeignKeySwitch switchedOff, @Nullable Throwable failure) {
        try {
            boolean rolledBack = undone(physical, switchedOff);
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

    private boolean undone(PhysicalConnection physical, @Nullable ForeignKeySwitch switchedOff) {
        boolean rolledBack;
        try {
            rolledBack = physical.undo();
        } catch (RuntimeException | Error e) {
            try {
                switchOn(physical, switchedOff);
            } catch (RuntimeException later) {
                e.addSuppressed(later);
            }
            throw e;
        }
        switchOn(physical, switchedOff);
        return rolledBack;
    }

    private void switchOn(PhysicalConnection physical, @Nullable ForeignKeySwitch checks) {
        try {
            if (checks != null && physical.state() != TransactionState.CLOSED) {
                java.sql.Connection jdbc = physical.connected();
                turn(jdbc, checks.on(), checks.isOn());
                engine.source().verify(jdbc);
                physical.fit();
            } else if (checks != null && checks.wholeDatabase()) {
                // The connection is lost; the database still checks nothing.
                try (java.sql.Connection other = engine.source().further()) {
                    turn(other, checks.on(), checks.isOn());
                }
            }
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
