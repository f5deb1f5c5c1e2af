package dev.dovetail.compile;

import dev.dovetail.UsageException;
import dev.dovetail.schema.Column;
import java.sql.SQLDataException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a database would say to a value that does not fit its column, before it is sent: not every database would say it. */
public final class MisfitException extends SQLDataException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Column<?> column;

    MisfitException(String reason, @Nullable Column<?> column) {
        super(reason, "22000");
        this.column = column;
    }

    /**
     * Whether a type or a codec has refused a value because it does not fit.
     *
     * @param error what it threw
     * @return true if it did
     */
    public static boolean isOne(RuntimeException error) {
        return error instanceof UsageException usage && usage.code().equals("DVT-TYPE-FIT");
    }

    /**
     * What is to be reported of it.
     *
     * @return an error of data in the column, if it is known
     */
    public ErrorReport report() {
        ErrorReport report = ErrorReport.of(ErrorKind.DATA);
        return column == null ? report : report.at(column.table().name(), List.of(column.name()));
    }
}
