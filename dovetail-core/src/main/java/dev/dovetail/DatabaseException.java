package dev.dovetail;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error that a database or its driver reported. An error of a known kind is an instance of a subclass; one whose code
 * no dialect knows is an instance of this class, never a guess. The driver's exception is the cause.
 */
public sealed class DatabaseException extends DovetailException
        permits IntegrityException, DataException, OperationalException, ProgrammingException, SchemaMismatchException {

    @Serial
    private static final long serialVersionUID = 1L;

    // Facts hold the program's own objects, which need not be serializable; the message survives.
    private final transient @Nullable ErrorFacts facts;

    /**
     * Makes an exception for a code that no dialect knows.
     *
     * @param facts what is known
     * @param cause the driver's exception
     */
    public DatabaseException(ErrorFacts facts, @Nullable Throwable cause) {
        this("DVT-00-UNKNOWN", MessageLayout.other("the database refused", facts), facts, cause);
    }

    DatabaseException(String code, String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(code, message, cause);
        this.facts = facts;
    }

    /**
     * All that is known, as data.
     *
     * @return the facts
     * @throws IllegalStateException if this exception has been serialized: facts do not travel
     */
    public final ErrorFacts facts() {
        if (facts == null) {
            throw new IllegalStateException("the facts of an exception do not survive its serialization");
        }
        return facts;
    }

    /**
     * Whether repeating the whole transaction, from its beginning, can help.
     *
     * @return true for errors that come from what others did at the same time
     */
    public boolean retryable() {
        return false;
    }

    /**
     * What the transaction can still do after this error.
     *
     * @return the state
     */
    public final TransactionState transactionState() {
        return facts().transactionState();
    }

    /**
     * The text of the statement that failed.
     *
     * @return the text, or null if the error came from no statement
     */
    public final @Nullable String sql() {
        return facts().statement().sql();
    }

    /**
     * The values bound to the statement that failed.
     *
     * @return the values, with {@link Redacted} in place of those that may not be shown
     */
    public final List<@Nullable Object> parameters() {
        return facts().statement().parameters();
    }

    /**
     * Which row of a batch failed.
     *
     * @return its index from 0, or null if it is not known
     */
    public final @Nullable Integer rowIndex() {
        return facts().statement().rowIndex();
    }

    /**
     * The object that was being written.
     *
     * @return the object, or null if the statement was not for one
     */
    public final @Nullable Object entity() {
        return facts().origin().entity();
    }

    /**
     * Why the statement was sent, nearest cause first.
     *
     * @return such as {@code cascade DELETE of Parent.children, from Parent 1}
     */
    public final List<String> causes() {
        return facts().origin().causes();
    }

    /**
     * What to do about it.
     *
     * @return the hint, or null if there is none
     */
    public final @Nullable String hint() {
        return facts().hint();
    }

    /**
     * The SQLSTATE that the driver gave.
     *
     * @return five characters, or null: not every driver gives one
     */
    public final @Nullable String sqlState() {
        return facts().sqlState();
    }

    /**
     * The database's own code, the extended one where there is one.
     *
     * @return the code, 0 if there is none
     */
    public final int vendorCode() {
        return facts().vendorCode();
    }
}
