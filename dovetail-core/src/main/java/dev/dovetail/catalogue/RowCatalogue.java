package dev.dovetail.catalogue;

import dev.dovetail.schema.Deferral;
import dev.dovetail.schema.ExclusionDefinition;
import dev.dovetail.schema.IndexPart;
import dev.dovetail.schema.MatchType;
import dev.dovetail.schema.NullsOrder;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Schema;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.SequenceOptions;
import dev.dovetail.sql.RawStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue that consists of one statement for each kind of thing, whose rows have the same shape on every database. A
 * dialect writes the statements; a statement that is null is not sent. Keys, foreign keys and indexes have one row for
 * each column, in order.
 */
public abstract class RowCatalogue implements SchemaReader {
    /** For subclasses. */
    protected RowCatalogue() {}

    /**
     * The statements, for what is wanted.
     *
     * @param queries may be asked which server it is
     * @param scope what is wanted
     * @return the statements
     */
    protected abstract Statements statements(CatalogueQueries queries, CatalogueScope scope);

    /**
     * Makes a column of the rest of its row, behind the name of the table.
     *
     * @param row a row of {@link Statements#columns}
     * @param position counted from 0
     * @return the column
     */
    protected abstract CatalogueColumn column(CatalogueRow row, int position);

    /**
     * Makes an expression what was written, as far as that is possible.
     *
     * @param sql the expression as the catalogue has it
     * @return the expression
     */
    protected abstract String expression(String sql);

    /**
     * A name as programs write it.
     *
     * @param stored the name as the catalogue has it
     * @return by default the same
     */
    protected String name(String stored) {
        return stored;
    }

    /**
     * Whether an index was made by the database for a foreign key.
     *
     * @param index the index
     * @param foreignKeys the foreign keys of the table
     * @return by default false
     */
    protected boolean belongsToForeignKey(CatalogueIndex index, List<CatalogueForeignKey> foreignKeys) {
        return false;
    }

    /**
     * Puts right what shows only when all parts of a table are together.
     *
     * @param table the table
     * @return by default the same
     */
    protected CatalogueTable finished(CatalogueTable table) {
        return table;
    }

    /**
     * The statements of a catalogue. A deferral is a name of {@link Deferral}.
     *
     * @param tables name, name of {@link TableKind}, comment, definition, options
     * @param columns table, and what {@link #column} reads
     * @param keys table, name (NULL for a primary key without one), whether it is the primary key, whether NULLs count as equal, deferral, column
     * @param foreignKeys table, name, referenced schema (NULL for the same), referenced table, on delete, on update, name
     *     of {@link MatchType}, deferral, column, referenced column
     * @param checks table, name, condition
     * @param exclusions table, name, method, condition, deferral, text, whether that is an expression, operator
     * @param indexes table, name, whether it is unique, method, condition, whether NULLs count as equal, whether the column
     *     is only included, text, whether that is an expression, whether it is descending, name of {@link NullsOrder},
     *     number of characters, collation, operator class
     * @param sequences name, start, increment, minimum, maximum, cache, all NULL if usual, and whether it cycles
     * @param types {@code enum} or {@code domain}, name, label or base type, whether NULL is a value, default, name of a
     *     check, condition of the check; one row for each label or check
     */
    public record Statements(
            RawStatement tables,
            RawStatement columns,
            RawStatement keys,
            RawStatement foreignKeys,
            @Nullable RawStatement checks,
            @Nullable RawStatement exclusions,
            RawStatement indexes,
            @Nullable RawStatement sequences,
            @Nullable RawStatement types) {}

    @Override
    public final CatalogueSchema read(CatalogueQueries queries, CatalogueScope scope) {
        Statements statements = statements(queries, scope);
        Map<String, Parts> tables = new LinkedHashMap<>();
        for (CatalogueRow row : queries.rows(statements.tables())) {
            Parts table = new Parts(row, this);
            tables.put(table.name, table);
        }
        if (!tables.isEmpty()) {
            each(queries, statements.columns(), tables, Parts::addColumn);
            each(queries, statements.keys(), tables, Parts::addKey);
            each(queries, statements.foreignKeys(), tables, Parts::addForeignKey);
            each(queries, statements.checks(), tables, Parts::addCheck);
            each(queries, statements.exclusions(), tables, Parts::addExclusion);
            each(queries, statements.indexes(), tables, Parts::addIndex);
        }
        List<Sequence> sequences = new ArrayList<>();
        each(queries, statements.sequences(), row -> sequences.add(sequence(scope, row)));
        UserTypes types = new UserTypes(this);
        each(queries, statements.types(), types::add);
        return new CatalogueSchema(
                tables.values().stream().map(Parts::build).toList(), sequences, types.enums(), types.domains());
    }

    private interface OfTable {
        void add(Parts table, CatalogueRow row);
    }

    private static void each(
            CatalogueQueries queries, @Nullable RawStatement statement, Map<String, Parts> tables, OfTable part) {
        each(queries, statement, row -> {
            Parts table = tables.get(row.text());
            if (table != null) {
                part.add(table, row);
            }
        });
    }

    private static void each(CatalogueQueries queries, @Nullable RawStatement statement, Consumer<CatalogueRow> part) {
        if (statement != null) {
            queries.rows(statement).forEach(part);
        }
    }

    private Sequence sequence(CatalogueScope scope, CatalogueRow row) {
        return new Sequence(
                scope.schema(),
                name(row.text()),
                new SequenceOptions(
                        row.optionalLong(),
                        row.optionalLong(),
                        row.optionalLong(),
                        row.optionalLong(),
                        row.optionalLong(),
                        row.flag()));
    }

    /** A table while its rows come in. */
    private static final class Parts {
        private final RowCatalogue catalogue;
        private final String name;
        private final TableKind kind;
        private final @Nullable String comment;
        private final @Nullable String definition;
        private final @Nullable String options;
        private final List<CatalogueColumn> columns = new ArrayList<>();
        private @Nullable CatalogueKey primaryKey;
        private final Map<String, CatalogueKey> uniques = new LinkedHashMap<>();
        private final Map<String, CatalogueForeignKey> foreignKeys = new LinkedHashMap<>();
        private final List<CatalogueCheck> checks = new ArrayList<>();
        private final Map<String, ExclusionDefinition> exclusions = new LinkedHashMap<>();
        private final Map<String, CatalogueIndex> indexes = new LinkedHashMap<>();

        Parts(CatalogueRow row, RowCatalogue catalogue) {
            this.catalogue = catalogue;
            name = row.text();
            kind = TableKind.valueOf(row.text());
            comment = row.textOrNull();
            definition = row.textOrNull();
            options = row.textOrNull();
        }

        void addColumn(CatalogueRow row) {
            columns.add(catalogue.column(row, columns.size()));
        }

        void addKey(CatalogueRow row) {
            String stored = row.textOrNull();
            String constraint = stored == null ? null : catalogue.name(stored);
            boolean primary = row.flag();
            boolean nullsNotDistinct = row.flag();
            Deferral deferral = Deferral.valueOf(row.text());
            List<String> column = List.of(catalogue.name(row.text()));
            CatalogueKey before = primary ? primaryKey : uniques.get(String.valueOf(constraint));
            CatalogueKey key = new CatalogueKey(
                    constraint, before == null ? column : joined(before.columns(), column), nullsNotDistinct, deferral);
            if (primary) {
                primaryKey = key;
            } else {
                uniques.put(String.valueOf(constraint), key);
            }
        }

        void addForeignKey(CatalogueRow row) {
            String constraint = catalogue.name(row.text());
            String schema = row.textOrNull();
            String table = catalogue.name(row.text());
            ReferentialAction onDelete = ReferentialAction.parse(row.text());
            ReferentialAction onUpdate = ReferentialAction.parse(row.text());
            MatchType match = MatchType.valueOf(row.text());
            Deferral deferral = Deferral.valueOf(row.text());
            List<String> column = List.of(catalogue.name(row.text()));
            List<String> referenced = List.of(catalogue.name(row.text()));
            CatalogueForeignKey before = foreignKeys.get(constraint);
            foreignKeys.put(
                    constraint,
                    new CatalogueForeignKey(
                            constraint,
                            before == null ? column : joined(before.columns(), column),
                            schema == null ? null : catalogue.name(schema),
                            table,
                            before == null ? referenced : joined(before.referencedColumns(), referenced),
                            onDelete,
                            onUpdate,
                            match,
                            deferral));
        }

        void addCheck(CatalogueRow row) {
            String constraint = row.textOrNull();
            checks.add(new CatalogueCheck(
                    constraint == null ? null : catalogue.name(constraint), catalogue.expression(row.text())));
        }

        void addExclusion(CatalogueRow row) {
            String constraint = catalogue.name(row.text());
            String method = row.text();
            String condition = row.textOrNull();
            Deferral deferral = Deferral.valueOf(row.text());
            String text = row.text();
            IndexPart part =
                    row.flag() ? Schema.expression(catalogue.expression(text)) : Schema.part(catalogue.name(text));
            ExclusionDefinition before = exclusions.getOrDefault(
                    constraint,
                    new ExclusionDefinition(
                            constraint,
                            method,
                            List.of(),
                            condition == null ? null : catalogue.expression(condition),
                            deferral));
            exclusions.put(constraint, before.with(part, row.text()));
        }

        void addIndex(CatalogueRow row) {
            String index = catalogue.name(row.text());
            boolean unique = row.flag();
            String method = row.textOrNull();
            String condition = row.textOrNull();
            boolean nullsNotDistinct = row.flag();
            boolean included = row.flag();
            CatalogueIndex before = indexes.get(index);
            List<IndexPart> parts = before == null ? List.of() : before.parts();
            List<String> include = before == null ? List.of() : before.include();
            if (included) {
                include = joined(include, List.of(catalogue.name(row.text())));
            } else {
                parts = joined(parts, List.of(part(row)));
            }
            indexes.put(
                    index,
                    new CatalogueIndex(
                            index,
                            unique,
                            method,
                            parts,
                            include,
                            condition == null ? null : catalogue.expression(condition),
                            nullsNotDistinct));
        }

        private IndexPart part(CatalogueRow row) {
            String text = row.text();
            boolean expression = row.flag();
            boolean descending = row.flag();
            String nulls = row.textOrNull();
            Long prefix = row.numberOrNull();
            return new IndexPart(
                    expression ? catalogue.expression(text) : catalogue.name(text),
                    expression,
                    descending,
                    nulls == null ? NullsOrder.DEFAULT : NullsOrder.valueOf(nulls),
                    prefix == null ? OptionalInt.empty() : OptionalInt.of(prefix.intValue()),
                    row.textOrNull(),
                    row.textOrNull());
        }

        private static <T> List<T> joined(List<T> first, List<T> second) {
            List<T> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }

        CatalogueTable build() {
            List<CatalogueForeignKey> keys = List.copyOf(foreignKeys.values());
            return catalogue.finished(new CatalogueTable(
                    catalogue.name(name),
                    kind,
                    comment,
                    definition,
                    options,
                    columns,
                    primaryKey,
                    keys,
                    List.copyOf(uniques.values()),
                    checks,
                    List.copyOf(exclusions.values()),
                    indexes.values().stream()
                            .filter(index -> !catalogue.belongsToForeignKey(index, keys))
                            .toList()));
        }
    }

    /** Enums and domains while their rows come in. */
    private static final class UserTypes {
        private final RowCatalogue catalogue;
        private final Map<String, List<String>> labels = new LinkedHashMap<>();
        private final Map<String, CatalogueDomain> domains = new LinkedHashMap<>();

        UserTypes(RowCatalogue catalogue) {
            this.catalogue = catalogue;
        }

        void add(CatalogueRow row) {
            boolean isEnum = row.text().equals("enum");
            String name = catalogue.name(row.text());
            String text = row.text();
            if (isEnum) {
                labels.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
                return;
            }
            boolean nullable = row.flag();
            String defaultSql = row.textOrNull();
            String check = row.textOrNull();
            String condition = row.textOrNull();
            CatalogueDomain before = domains.get(name);
            List<CatalogueCheck> checks = new ArrayList<>(before == null ? List.of() : before.checks());
            if (condition != null) {
                checks.add(new CatalogueCheck(
                        check == null ? null : catalogue.name(check), catalogue.expression(condition)));
            }
            domains.put(name, new CatalogueDomain(name, text, nullable, defaultSql, checks));
        }

        List<CatalogueEnum> enums() {
            return labels.entrySet().stream()
                    .map(entry -> new CatalogueEnum(entry.getKey(), entry.getValue()))
                    .toList();
        }

        List<CatalogueDomain> domains() {
            return List.copyOf(domains.values());
        }
    }
}
