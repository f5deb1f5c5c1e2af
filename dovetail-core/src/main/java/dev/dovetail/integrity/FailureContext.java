package dev.dovetail.integrity;

import dev.dovetail.FactSource;
import dev.dovetail.compile.ErrorKind;
import dev.dovetail.compile.ErrorPlace;
import dev.dovetail.compile.ErrorReport;
import dev.dovetail.compile.SchemaCatalogue;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is to explain an error with. */
final class FailureContext {

    /** The errors that are about what a row has. */
    private static final Set<ErrorKind> OF_ROWS = EnumSet.range(ErrorKind.UNIQUE, ErrorKind.DATA);

    private final ErrorReport report;
    private final FailedStatement failed;
    private final @Nullable Lookups lookups;
    private final @Nullable SchemaCatalogue statements;
    private final SchemaView model;
    private @Nullable SchemaView catalogue;

    /**
     * Makes a context.
     *
     * @param report what the driver reported
     * @param failed the statement
     * @param metaData the program's tables, null if they are not known
     * @param lookups looks rows up, null if none may be
     * @param catalogueStatements how the database tells of its schema, null if it need not
     */
    FailureContext(
            ErrorReport report,
            FailedStatement failed,
            @Nullable MetaData metaData,
            @Nullable Lookups lookups,
            @Nullable SchemaCatalogue catalogueStatements) {
        this.lookups = lookups;
        this.statements = catalogueStatements;
        this.model = model(failed, metaData);
        this.failed = OF_ROWS.contains(report.kind()) ? understood(failed) : failed;
        this.report = placed(report);
    }

    // The dialect could not tell where the names in the place end; who knows the tables can, if only one fits.
    private ErrorReport placed(ErrorReport reported) {
        boolean ofColumns = reported.kind() == ErrorKind.UNIQUE || reported.kind() == ErrorKind.NOT_NULL;
        String place = ofColumns ? reported.expression() : null;
        if (place == null) {
            return reported;
        }
        ErrorReport unplaced = reported.withExpression(null);
        Table written = failed.table();
        List<List<Table>> known = new ArrayList<>();
        known.add(written == null ? List.of() : List.of(written));
        known.add(List.copyOf(model.tables()));
        known.add(List.copyOf(catalogue().tables()));
        for (List<Table> tables : known) {
            List<ErrorReport> fitting = new ArrayList<>();
            for (Table table : tables) {
                columns(table, place).forEach(columns -> fitting.add(unplaced.at(table.name(), columns)));
            }
            if (!fitting.isEmpty()) {
                return fitting.size() == 1 ? fitting.get(0) : unplaced;
            }
        }
        return unplaced;
    }

    private static List<List<String>> columns(Table table, String place) {
        List<List<String>> readings = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            String first = table.name() + '.' + column.name();
            if (place.equalsIgnoreCase(first)) {
                readings.add(List.of(column.name()));
            } else if (place.regionMatches(true, 0, first + ", ", 0, first.length() + 2)) {
                for (List<String> rest : columns(table, place.substring(first.length() + 2))) {
                    List<String> all = new ArrayList<>(List.of(column.name()));
                    all.addAll(rest);
                    readings.add(all);
                }
            }
        }
        return readings;
    }

    private FailedStatement understood(FailedStatement given) {
        Statement statement = given.statement() instanceof RawStatement raw ? RawReading.of(raw, this::known) : null;
        return statement == null ? given : given.as(statement);
    }

    /** A table of the model, or else of the database. */
    @Nullable
    Table known(String name) {
        Table declared = model.table(name);
        return declared == null ? catalogue().table(name) : declared;
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

    /** Whether the transaction itself can be asked. */
    boolean canAsk() {
        return lookups != null && lookups.source() == FactSource.PROBE;
    }

    /** Where what is looked up comes from. */
    FactSource lookedUpFrom() {
        return lookups == null ? FactSource.PROBE : lookups.source();
    }

    /** The program's tables: all that its MetaData has, or at least the one that the statement writes to. */
    SchemaView model() {
        return model;
    }

    /** The database's own view of its schema, read when it is first asked for; empty if it may not be read. */
    SchemaView catalogue() {
        if (catalogue == null) {
            List<Table> tables = lookups == null || statements == null
                    ? List.of()
                    : new CatalogueReader(lookups.probe(), statements).tables();
            catalogue = new SchemaView(tables, FactSource.CATALOG);
        }
        return catalogue;
    }

    /** Whether no two rows of a table can have the same values in some columns; the model may say so of a partial index. */
    boolean uniqueForAllRows(Table table, List<String> columns) {
        Lookups lookup = lookups;
        RawStatement indexes = statements == null ? null : statements.uniqueIndexes(table.name());
        if (lookup == null || indexes == null) {
            return true;
        }
        Map<String, Set<String>> found = new HashMap<>();
        for (List<@Nullable Object> row : lookup.probe().untypedRows(indexes)) {
            found.computeIfAbsent(String.valueOf(row.get(0)), name -> new HashSet<>())
                    .add(String.valueOf(row.get(1)).toLowerCase(Locale.ROOT));
        }
        Set<String> wanted = new HashSet<>();
        columns.forEach(column -> wanted.add(column.toLowerCase(Locale.ROOT)));
        return found.containsValue(wanted);
    }

    /** The checks of the name that the report has, see {@link SchemaCatalogue#check}; null if they cannot be asked for. */
    @Nullable
    List<List<@Nullable Object>> checks() {
        Lookups lookup = lookups;
        RawStatement query =
                statements == null || report.constraint() == null ? null : statements.check(report.constraint());
        if (lookup == null || query == null) {
            return null;
        }
        List<List<@Nullable Object>> found = new ArrayList<>();
        for (List<@Nullable Object> row : lookup.probe().untypedRows(query)) {
            found.add(Arrays.asList(statements.named(String.valueOf(row.get(0))), row.get(1)));
        }
        return found;
    }

    /** What the database made of values that were given for columns. */
    List<@Nullable Object> converted(Table table, List<Column<?>> columns, List<@Nullable Object> values) {
        List<@Nullable Object> converted = new ArrayList<>(values);
        for (int i = 0; i < columns.size(); i++) {
            RawStatement query = statements == null || !(values.get(i) instanceof String text)
                    ? null
                    : statements.converted(table.name(), columns.get(i).name(), text);
            List<List<@Nullable Object>> row = query == null || lookups == null
                    ? List.of()
                    : lookups.probe().untypedRows(query);
            if (!row.isEmpty() && row.get(0).get(0) != null) {
                Object value = row.get(0).get(0);
                Class<?> type = columns.get(i).type().javaClass();
                Object typed =
                        Number.class.isAssignableFrom(type) ? PrintedValues.read(String.valueOf(value), type) : null;
                converted.set(i, typed == null ? value : typed);
            }
        }
        return converted;
    }

    /** The definitions of tables and triggers, see {@link SchemaCatalogue#definitions}; null if they are not known. */
    @Nullable
    List<List<@Nullable Object>> definitions() {
        RawStatement query = statements == null ? null : statements.definitions();
        return lookups == null || query == null ? null : lookups.probe().untypedRows(query);
    }

    /** The foreign keys that the database has. */
    ActualKeys keys() {
        return new ActualKeys(model, catalogue());
    }

    /** All tables that are known; those of the program stand for those of the catalogue. */
    List<Table> tables() {
        List<Table> tables = new ArrayList<>(model.tables());
        if (catalogue != null) {
            catalogue.tables().stream()
                    .filter(table -> model.same(table) == null)
                    .forEach(tables::add);
        }
        return tables;
    }

    /** The view that a table is of. */
    SchemaView view(Table table) {
        return model.tables().contains(table) ? model : catalogue();
    }

    /** The view that knows a table: the model if it does, the catalogue otherwise. */
    SchemaView viewOf(ErrorPlace place) {
        // A key without its table is one of the statement's.
        return place.table() == null || model.table(place.schema(), place.table()) != null ? model : catalogue();
    }

    /** The view that knows the table that a foreign key leads to. */
    SchemaView viewOf(ForeignKey foreignKey) {
        return model.target(foreignKey) != null ? model : catalogue();
    }

    /** The foreign key that the report names; null if it names none, or one that nobody knows. */
    @Nullable
    ForeignKey reportedKey() {
        SchemaView view = viewOf(report.place());
        Table table = view.table(report.place().schema(), report.place().table());
        return table == null || report.constraint() == null
                ? null
                : table.foreignKeys().stream()
                        .filter(this::isReported)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether a foreign key may be the one that the report means. */
    boolean isReported(ForeignKey foreignKey) {
        if (report.constraint() == null) {
            return true;
        }
        boolean ofTable = report.table() == null || foreignKey.table().name().equalsIgnoreCase(report.table());
        List<String> columns = ForeignKeyText.names(foreignKey.columns());
        boolean sameColumns = String.join("\n", columns).equalsIgnoreCase(String.join("\n", report.columns()));
        return ofTable
                && (report.constraint().equalsIgnoreCase(foreignKey.name())
                        ? report.columns().isEmpty() || sameColumns
                        : !report.columns().isEmpty()
                                && sameColumns
                                && foreignKey
                                        .referencedTable()
                                        .equalsIgnoreCase(report.target().table()));
    }
}
