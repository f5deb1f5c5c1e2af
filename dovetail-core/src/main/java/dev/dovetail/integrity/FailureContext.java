package dev.dovetail.integrity;

import dev.dovetail.FactSource;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What there is to explain an error with. */
final class FailureContext {

    private final ErrorReport report;
    private final FailedStatement failed;
    private final @Nullable Lookups lookups;
    private final Supplier<List<Table>> catalogueReader;
    private final SchemaView model;
    private @Nullable SchemaView catalogue;

    /**
     * Makes a context.
     *
     * @param report what the driver reported
     * @param failed the statement
     * @param metaData the program's tables, null if they are not known
     * @param lookups looks rows up, null if none may be
     * @param catalogueReader reads the schema from the database
     */
    FailureContext(
            ErrorReport report,
            FailedStatement failed,
            @Nullable MetaData metaData,
            @Nullable Lookups lookups,
            Supplier<List<Table>> catalogueReader) {
        this.report = report;
        this.failed = failed;
        this.lookups = lookups;
        this.catalogueReader = catalogueReader;
        this.model = model(failed, metaData);
    }

    private static SchemaView model(FailedStatement failed, @Nullable MetaData metaData) {
        List<Table> tables = new ArrayList<>(metaData == null ? List.of() : metaData.tables());
        Table written = failed.table();
        if (written != null && !tables.contains(written)) {
            tables.add(written);
        }
        return new SchemaView(tables, FactSource.MODEL);
    }

    ErrorReport report() {
        return report;
    }

    FailedStatement failed() {
        return failed;
    }

    @Nullable
    Lookups lookups() {
        return lookups;
    }

    /** The program's tables: all that its MetaData has, or at least the one that the statement writes to. */
    SchemaView model() {
        return model;
    }

    /** The database's own view of its schema, read when it is first asked for; empty if it may not be read. */
    SchemaView catalogue() {
        if (catalogue == null) {
            catalogue = new SchemaView(lookups == null ? List.of() : catalogueReader.get(), FactSource.CATALOG);
        }
        return catalogue;
    }

    /** All tables that are known; those of the program stand for those of the catalogue. */
    List<Table> tables() {
        List<Table> tables = new ArrayList<>(model.tables());
        if (catalogue != null) {
            catalogue.tables().stream()
                    .filter(table -> model.table(table.name()) == null)
                    .forEach(tables::add);
        }
        return tables;
    }

    /** The view that knows a table: the model if it does, the catalogue otherwise. */
    SchemaView viewOf(@Nullable String table) {
        return model.table(table) != null ? model : catalogue();
    }
}
