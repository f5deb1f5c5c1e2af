package dev.dovetail.integrity;

import dev.dovetail.CheckViolationException;
import dev.dovetail.ConstraintFacts;
import dev.dovetail.DataException;
import dev.dovetail.DatabaseException;
import dev.dovetail.DeadlockException;
import dev.dovetail.DisconnectException;
import dev.dovetail.ErrorFacts;
import dev.dovetail.ExclusionViolationException;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeyFacts;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.LockTimeoutException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.OriginFacts;
import dev.dovetail.ProgrammingException;
import dev.dovetail.QueryCancelledException;
import dev.dovetail.QueryTimeoutException;
import dev.dovetail.ReadOnlyViolationException;
import dev.dovetail.ResourceExhaustedException;
import dev.dovetail.SchemaMismatchException;
import dev.dovetail.SerializationFailureException;
import dev.dovetail.StatementFacts;
import dev.dovetail.TransactionState;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.compile.Dialect;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.compile.ForeignKeySwitch;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns a driver's error into a typed one that says all that can be known. Facts come, in this order, from the dialect's
 * report, from the statement and its values, from the schema, and from bounded look-ups in the same transaction. A fact
 * that cannot be known is left out, and one that contradicts the report is dropped. Looking up never replaces the error:
 * what fails there is attached to it as suppressed.
 */
public final class ViolationExplainer {

    private static final Set<ErrorKind> REFUSES_DDL = EnumSet.of(
            ErrorKind.UNIQUE,
            ErrorKind.FOREIGN_KEY,
            ErrorKind.NOT_NULL,
            ErrorKind.CHECK,
            ErrorKind.DATA,
            ErrorKind.UNKNOWN);

    private final Redaction redaction;
    private final @Nullable MetaData metaData;
    private final Dialect dialect;
    private final @Nullable SchemaCatalogue catalogue;
    private final @Nullable ForeignKeySwitch deferral;

    /**
     * Makes an explainer.
     *
     * @param redaction which values are left out
     * @param metaData the program's tables for statements whose origin knows none, null if there are none
     * @param dialect how the database tells of its tables and foreign keys
     */
    public ViolationExplainer(Redaction redaction, @Nullable MetaData metaData, Dialect dialect) {
        this.redaction = redaction;
        this.metaData = metaData;
        this.dialect = dialect;
        this.catalogue = dialect.schemaCatalogue();
        this.deferral = dialect.foreignKeyDeferral();
    }

    /**
     * Explains why no connection could be made.
     *
     * @param error what the driver threw
     * @param report what the dialect read in it
     * @param place the URL, without secrets
     * @return the exception to throw
     */
    public DatabaseException explainConnect(SQLException error, ErrorReport report, String place) {
        OriginFacts origin = new OriginFacts("connecting to " + place, null, null, Map.of(), List.of());
        ErrorFacts facts = facts(error, TransactionState.NONE)
                .withStatement(StatementFacts.NONE, origin)
                .withHint("see that the database runs and can be reached, and that URL, user and password are right");
        return exception(report.kind(), facts, error);
    }

    /**
     * Explains an error that came from no statement, such as that of a rollback.
     *
     * @param error what the driver threw
     * @param report what the dialect read in it
     * @param state what the transaction can still do
     * @return the exception to throw
     */
    public DatabaseException explain(SQLException error, ErrorReport report, TransactionState state) {
        ErrorFacts facts = facts(error, state).withConstraint(reported(report));
        return exception(report.kind(), redacted(facts, report), error);
    }

    /**
     * Explains why a commit was refused: a deferred foreign key that does not hold.
     *
     * @param error what the driver threw
     * @param report what the dialect read in it
     * @param state what the transaction can still do
     * @param origin what the transaction was for
     * @param probe looks rows up; null if that is not wanted, or if the transaction is not usable
     * @return the exception to throw
     */
    public DatabaseException explainCommit(
            SQLException error,
            ErrorReport report,
            TransactionState state,
            StatementOrigin origin,
            @Nullable IntegrityProbe probe) {
        MetaData known = origin.metadata() == null ? metaData : origin.metadata();
        boolean givenUp = state == TransactionState.ACTIVE && origin.givesTransactionUp();
        ConstraintFacts constraint = attempt(error, () -> atCommit(report, known, probe));
        if (constraint == null) {
            constraint = attempt(error, () -> atCommit(report, known, null));
        }
        ErrorFacts facts = facts(error, givenUp ? TransactionState.FAILED : state)
                .withConstraint(constraint == null ? reported(report) : constraint);
        if (report.kind() == ErrorKind.FOREIGN_KEY && probe != null && catalogue != null && report.table() == null) {
            ConstraintFacts broken = attempt(error, () -> DeferredFinder.find(probe, known, catalogue, deferral));
            facts = broken == null ? facts : facts.withConstraint(broken);
        }
        ConstraintFacts refused = facts.constraint();
        OriginFacts writer = attempt(error, () -> writer(origin, refused));
        facts = writer == null ? facts : facts.withStatement(StatementFacts.NONE, writer);
        boolean open = facts.transactionState() == TransactionState.ACTIVE;
        facts = facts.withHint(Hints.atCommit(report.kind(), refused, open));
        Supplier<List<Table>> tables = () -> known == null ? List.of() : known.tables();
        ErrorFacts shown = new Sensitivity(redaction, origin, tables, report.kind()).redacted(facts);
        return report.kind() == ErrorKind.DISCONNECT
                ? new DisconnectException(
                        shown.withHint("look whether the work is there before it is done again"),
                        Cause.of(error, shown),
                        true)
                : exception(report.kind(), shown, error);
    }

    private static @Nullable OriginFacts writer(StatementOrigin origin, ConstraintFacts refused) {
        String table = refused.table();
        StatementOrigin writer =
                table == null || refused.values().isEmpty() ? null : origin.ofRow(table, refused.values());
        return writer == null
                ? null
                : new OriginFacts(
                        writer.describe(0),
                        writer.entity(0),
                        writer.entityName(),
                        attributes(writer, refused),
                        List.of());
    }

    private static Map<String, String> attributes(StatementOrigin origin, ConstraintFacts constraint) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String column : constraint.columns()) {
            String attribute = origin.attribute(column);
            if (attribute != null) {
                attributes.put(column, attribute);
            }
        }
        return attributes;
    }

    // Which statement did it is not known; the report and the schema are.
    private ConstraintFacts atCommit(ErrorReport report, @Nullable MetaData known, @Nullable IntegrityProbe probe) {
        FailedStatement nothing =
                new FailedStatement(Sql.sql(""), List.of(), null, "", List.of(), StatementOrigin.none());
        Lookups lookups = probe == null || !probe.seesOnlyCommitted() ? null : new Lookups(probe);
        FailureContext context = new FailureContext(report, nothing, known, lookups, catalogue);
        return switch (report.kind()) {
            case FOREIGN_KEY ->
                report.constraint() == null
                        ? reported(report)
                        : new ReportedKeyFinder(context).find().constraint();
            case UNIQUE -> new UniqueFinder(context).find().constraint();
            default -> reported(report);
        };
    }

    private ErrorFacts redacted(ErrorFacts facts, ErrorReport report) {
        Supplier<List<Table>> tables = () -> metaData == null ? List.of() : metaData.tables();
        return new Sensitivity(redaction, StatementOrigin.none(), tables, report.kind()).redacted(facts);
    }

    /**
     * Explains the error of a statement.
     *
     * @param error what the driver threw
     * @param report what the dialect read in it
     * @param state what the transaction can still do
     * @param failed the statement
     * @param probe looks rows up; null if that is not wanted, or if the transaction is not usable
     * @return the exception to throw
     */
    public DatabaseException explain(
            SQLException error,
            ErrorReport report,
            TransactionState state,
            FailedStatement failed,
            @Nullable IntegrityProbe probe) {
        try {
            return explained(error, report, state, failed, probe);
        } catch (RuntimeException lookup) {
            error.addSuppressed(lookup);
        }
        try {
            return explained(error, report, state, failed, null);
        } catch (RuntimeException unexplained) {
            // Whatever it is, a value that cannot be printed for one, it must not take the place of the error.
            error.addSuppressed(unexplained);
            StatementFacts statement = new StatementFacts(failed.sql(), null, List.of(), null, List.of(), 1);
            ErrorFacts facts = facts(error, state).withStatement(statement, OriginFacts.NONE);
            return exception(report.kind(), facts.withReport(facts.vendorCode(), null), error);
        }
    }

    private DatabaseException explained(
            SQLException error,
            ErrorReport report,
            TransactionState state,
            FailedStatement given,
            @Nullable IntegrityProbe probe) {
        FailureContext context = context(report, given, probe);
        FailedStatement failed = context.failed();
        ConstraintFacts refusedDdl = attempt(error, () -> addition(context));
        Finding finding = refusedDdl == null ? find(context, error) : Finding.of(refusedDdl, 0);
        ErrorKind kind = kind(report, refusedDdl);
        ErrorFacts facts = facts(error, afterwards(state, failed.origin())).withConstraint(finding.constraint());
        Integer row = failed.rows().size() == 1 ? Integer.valueOf(0) : failed.failedRow();
        row = row == null ? finding.row() : row;
        facts = facts.withStatement(statement(failed, row, finding.candidates()), origin(failed, row, finding));
        facts = facts.withHint(new Hints(context, facts).of(kind));
        Sensitivity sensitivity = new Sensitivity(redaction, failed.origin(), context::tables, kind);
        return exception(kind, sensitivity.redacted(facts), error);
    }

    /** The state that the error's receiver finds. */
    private static TransactionState afterwards(TransactionState state, StatementOrigin origin) {
        if (state == TransactionState.ACTIVE && origin.givesTransactionUp()) {
            return TransactionState.FAILED;
        }
        return state == TransactionState.FAILED && origin.goesBackToSavepoint() ? TransactionState.ACTIVE : state;
    }

    private FailureContext context(ErrorReport report, FailedStatement failed, @Nullable IntegrityProbe probe) {
        Lookups lookups = probe == null ? null : new Lookups(probe);
        return new FailureContext(
                report,
                failed,
                failed.origin().metadata() == null ? metaData : failed.origin().metadata(),
                lookups,
                catalogue);
    }

    private static Finding find(FailureContext context, SQLException error) {
        return switch (context.report().kind()) {
            case UNIQUE -> new UniqueFinder(context).find();
            case NOT_NULL -> new ValueFinder(context).notNull();
            case CHECK -> new ValueFinder(context).check();
            case FOREIGN_KEY -> foreignKey(context, error);
            case EXCLUSION -> new UniqueFinder(context).exclusion();
            case DATA -> new ValueFinder(context).data();
            case TRIGGER -> new ValueFinder(context).trigger();
            default -> Finding.of(reported(context.report()));
        };
    }

    // A look-up that fails must not keep the others from being made.
    private static Finding foreignKey(FailureContext context, SQLException error) {
        ErrorReport report = context.report();
        Lookups lookups = context.lookups();
        Finding finding = null;
        if (lookups != null && context.canAsk() && report.side() != ForeignKeySide.STILL_REFERENCED) {
            finding = attempt(error, () -> new MissingParentFinder(context, lookups).find());
        }
        if (lookups != null && finding == null && report.side() != ForeignKeySide.MISSING_PARENT) {
            finding = attempt(error, () -> BlockerFinder.find(context, lookups));
        }
        if (finding == null && report.constraint() != null) {
            finding = attempt(error, () -> new ReportedKeyFinder(context).find());
        }
        if (lookups != null && context.canAsk() && finding == null) {
            finding = attempt(error, () -> new ReplayFinder(context, lookups).find());
        }
        return finding == null ? Finding.of(reported(report)) : finding;
    }

    /** The constraint that DDL was to add, if that is what was refused. */
    private static @Nullable ConstraintFacts addition(FailureContext context) {
        String text = context.failed().statement() instanceof RawStatement raw ? raw.text() : "";
        AddedConstraint added = AddedConstraint.in(text);
        return added == null || !REFUSES_DDL.contains(context.report().kind())
                ? null
                : new ExistingRowsFinder(context, added).find();
    }

    // Some databases say of a NULL that it does not fit its type, or of rows that they break something.
    private static ErrorKind kind(ErrorReport report, @Nullable ConstraintFacts refusedDdl) {
        if (refusedDdl == null || report.kind() != ErrorKind.DATA && report.kind() != ErrorKind.UNKNOWN) {
            return report.kind();
        }
        if (refusedDdl.foreignKey() != null) {
            return ErrorKind.FOREIGN_KEY;
        }
        boolean key = String.valueOf(refusedDdl.definition()).matches("(?s)(PRIMARY KEY|UNIQUE) .*");
        if (refusedDdl.values().containsValue(null)) {
            return ErrorKind.NOT_NULL;
        }
        return key ? ErrorKind.UNIQUE : ErrorKind.CHECK;
    }

    private static <T> @Nullable T attempt(SQLException error, Supplier<@Nullable T> finder) {
        try {
            return finder.get();
        } catch (RuntimeException lookup) {
            error.addSuppressed(lookup);
            return null;
        }
    }

    private static @Nullable String definition(ErrorReport report) {
        return switch (report.kind()) {
            case TRIGGER -> ValueFinder.refusal(report);
            case UNIQUE, NOT_NULL, DATA -> null;
            default -> report.expression();
        };
    }

    private static ConstraintFacts reported(ErrorReport report) {
        ConstraintFacts facts = Facts.of(
                report.constraint(),
                definition(report),
                report.primaryKey(),
                report.table(),
                report.columns(),
                report.table() == null && report.constraint() == null
                        ? Map.of()
                        : Map.of(Fact.CONSTRAINT, FactSource.DRIVER, Fact.COLUMNS, FactSource.DRIVER));
        if (report.side() == null && report.target().table() == null) {
            return facts;
        }
        return Facts.withForeignKey(
                facts,
                new ForeignKeyFacts(
                        report.side(), report.target().table(), report.target().columns(), List.of()),
                FactSource.DRIVER);
    }

    private ErrorFacts facts(SQLException error, TransactionState state) {
        String words = redaction == Redaction.ALL ? null : dialect.words(error);
        return ErrorFacts.of(error, state).withReport(error.getErrorCode(), words);
    }

    private static StatementFacts statement(FailedStatement failed, @Nullable Integer row, List<Integer> candidates) {
        Table table = failed.table();
        return new StatementFacts(
                failed.sql(),
                table == null ? null : table.name(),
                row == null || failed.parameters().isEmpty()
                        ? List.of()
                        : failed.parameters().get(row),
                row,
                row == null ? candidates : List.of(),
                failed.rows().size());
    }

    private static OriginFacts origin(FailedStatement failed, @Nullable Integer row, Finding finding) {
        StatementOrigin origin = failed.origin();
        Table table = failed.table();
        boolean own = table != null
                && table.name().equalsIgnoreCase(finding.constraint().table());
        Map<String, String> attributes = own ? attributes(origin, finding.constraint()) : Map.of();
        return row == null
                ? new OriginFacts(null, null, origin.entityName(), attributes, List.of())
                : new OriginFacts(
                        origin.describe(row), origin.entity(row), origin.entityName(), attributes, origin.causes(row));
    }

    private static DatabaseException exception(ErrorKind kind, ErrorFacts facts, SQLException error) {
        SQLException cause = Cause.of(error, facts);
        return switch (kind) {
            case UNIQUE -> new UniqueViolationException(facts, cause);
            case FOREIGN_KEY -> new ForeignKeyViolationException(facts, cause);
            case NOT_NULL -> new NotNullViolationException(facts, cause);
            case CHECK, TRIGGER -> new CheckViolationException(facts, cause);
            case EXCLUSION -> new ExclusionViolationException(facts, cause);
            case DATA -> new DataException(facts, cause);
            case DEADLOCK -> new DeadlockException(facts, cause);
            case SERIALIZATION -> new SerializationFailureException(facts, cause);
            case LOCK_TIMEOUT -> new LockTimeoutException(facts, cause);
            case QUERY_TIMEOUT -> new QueryTimeoutException(facts, cause);
            case QUERY_CANCELLED -> new QueryCancelledException(facts, cause);
            case DISCONNECT -> new DisconnectException(facts, cause);
            case READ_ONLY -> new ReadOnlyViolationException(facts, cause);
            case RESOURCE -> new ResourceExhaustedException(facts, cause);
            case PROGRAMMING -> new ProgrammingException(facts, cause);
            case SCHEMA_MISMATCH -> new SchemaMismatchException(facts, cause);
            case UNKNOWN -> new DatabaseException(facts, cause);
        };
    }
}
