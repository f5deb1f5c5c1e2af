package dev.dovetail.dialect.h2;

import dev.dovetail.catalogue.CatalogueColumn;
import dev.dovetail.catalogue.CatalogueQueries;
import dev.dovetail.catalogue.CatalogueRow;
import dev.dovetail.catalogue.CatalogueScope;
import dev.dovetail.catalogue.CatalogueType;
import dev.dovetail.catalogue.RowCatalogue;
import dev.dovetail.compile.IdentifierRules;
import dev.dovetail.internal.ExpressionText;
import dev.dovetail.internal.SqlToken;
import dev.dovetail.schema.ColumnValue;
import dev.dovetail.schema.Sequence;
import dev.dovetail.schema.SequenceOptions;
import dev.dovetail.sql.RawStatement;
import dev.dovetail.sql.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * H2's schemas, by its information schema: https://www.h2database.com/html/systemtables.html. It does not tell in which
 * order tables and constraints were created; they come in the order of their names.
 */
final class H2Reflection extends RowCatalogue {
    private static final String SCHEMA = "SCHEMA()";

    private static final String TABLES = """
            SELECT t.table_name, CASE t.table_type WHEN 'VIEW' THEN 'VIEW' WHEN 'BASE TABLE' THEN 'TABLE'
                                 ELSE 'TABLE' END, t.remarks, v.view_definition, NULL
            FROM information_schema.tables AS t
            LEFT JOIN information_schema.views AS v ON v.table_schema = t.table_schema AND v.table_name = t.table_name
            WHERE t.table_schema = {schema} {and: t.table_name} ORDER BY t.table_name
            """;

    private static final String COLUMNS = """
            SELECT table_name, column_name,
                   DATA_TYPE_SQL(table_schema, table_name, 'TABLE', dtd_identifier), domain_name, is_nullable, column_default, is_generated,
                   generation_expression, identity_generation,
                   NULLIF(identity_start, CASE WHEN identity_increment < 0 THEN identity_maximum
                                               ELSE identity_minimum END),
                   NULLIF(identity_increment, 1),
                   CASE WHEN identity_increment < 0 THEN NULLIF(identity_minimum,
                            CASE data_type WHEN 'SMALLINT' THEN -32768 WHEN 'INTEGER' THEN -2147483648
                            ELSE -9223372036854775808 END) ELSE NULLIF(identity_minimum, 1) END,
                   CASE WHEN identity_increment < 0 THEN NULLIF(identity_maximum, -1)
                        ELSE NULLIF(identity_maximum, CASE data_type WHEN 'SMALLINT' THEN 32767
                            WHEN 'INTEGER' THEN 2147483647 ELSE 9223372036854775807 END) END,
                   NULLIF(identity_cache, 32), identity_cycle, NULLIF(collation_name, 'OFF'), remarks
            FROM information_schema.columns
            WHERE table_schema = {schema} {and: table_name} ORDER BY table_name, ordinal_position
            """;

    private static final String KEYS = """
            SELECT c.table_name, c.constraint_name, c.constraint_type = 'PRIMARY KEY', c.nulls_distinct = 'NO',
                   'NOT_DEFERRABLE', u.column_name
            FROM information_schema.table_constraints AS c
            JOIN information_schema.key_column_usage AS u
                 ON u.constraint_schema = c.constraint_schema AND u.constraint_name = c.constraint_name
                 AND u.table_name = c.table_name
            WHERE c.table_schema = {schema} AND c.constraint_type IN ('PRIMARY KEY', 'UNIQUE') {and: c.table_name}
            ORDER BY c.table_name, c.constraint_name, u.ordinal_position
            """;

    private static final String FOREIGN_KEYS = """
            SELECT u.table_name, r.constraint_name, NULLIF(p.table_schema, u.table_schema), p.table_name, r.delete_rule,
                   r.update_rule, 'SIMPLE', 'NOT_DEFERRABLE', u.column_name, p.column_name
            FROM information_schema.referential_constraints AS r
            JOIN information_schema.key_column_usage AS u
                 ON u.constraint_schema = r.constraint_schema AND u.constraint_name = r.constraint_name
            JOIN information_schema.key_column_usage AS p
                 ON p.constraint_schema = r.unique_constraint_schema AND p.constraint_name = r.unique_constraint_name
                 AND p.ordinal_position = u.position_in_unique_constraint
            WHERE u.table_schema = {schema} {and: u.table_name}
            ORDER BY u.table_name, r.constraint_name, u.ordinal_position
            """;

    private static final String CHECKS = """
            SELECT c.table_name, c.constraint_name, k.check_clause
            FROM information_schema.table_constraints AS c
            JOIN information_schema.check_constraints AS k
                 ON k.constraint_schema = c.constraint_schema AND k.constraint_name = c.constraint_name
            WHERE c.table_schema = {schema} AND c.constraint_type = 'CHECK' {and: c.table_name}
            ORDER BY c.table_name, c.constraint_name
            """;

    // The usual place of NULL is first in ascending and last in descending order.
    private static final String INDEXES = """
            SELECT i.table_name, i.index_name, i.index_type_name LIKE '%UNIQUE%',
                   CASE WHEN i.index_type_name LIKE '%HASH%' THEN 'hash' WHEN i.index_type_name LIKE 'SPATIAL%'
                        THEN 'spatial' END,
                   NULL, i.nulls_distinct = 'NO', FALSE, c.column_name, FALSE, c.ordering_specification = 'DESC',
                   CASE WHEN c.ordering_specification = 'ASC' AND c.null_ordering = 'LAST' THEN 'LAST'
                        WHEN c.ordering_specification = 'DESC' AND c.null_ordering = 'FIRST' THEN 'FIRST' END,
                   NULL, NULL, NULL
            FROM information_schema.indexes AS i
            JOIN information_schema.index_columns AS c
                 ON c.index_schema = i.index_schema AND c.index_name = i.index_name
                 AND c.table_name = i.table_name
            WHERE i.table_schema = {schema} AND NOT i.is_generated {and: i.table_name}
            ORDER BY i.table_name, i.index_name, c.ordinal_position
            """;

    private static final String SEQUENCES = """
            SELECT sequence_name, NULLIF(start_value, CASE WHEN increment < 0 THEN maximum_value ELSE minimum_value END),
                   NULLIF(increment, 1),
                   CASE WHEN increment < 0 THEN NULLIF(minimum_value, -9223372036854775808)
                        ELSE NULLIF(minimum_value, 1) END,
                   CASE WHEN increment < 0 THEN NULLIF(maximum_value, -1)
                        ELSE NULLIF(maximum_value, 9223372036854775807) END,
                   NULLIF(cache, 32), cycle_option
            FROM information_schema.sequences WHERE sequence_schema = {schema} ORDER BY sequence_name
            """;

    private static final String TYPES = """
            SELECT 'domain', d.domain_name, d.data_type, TRUE, d.domain_default, c.constraint_name, k.check_clause
            FROM information_schema.domains AS d
            LEFT JOIN information_schema.domain_constraints AS c
                 ON c.domain_schema = d.domain_schema AND c.domain_name = d.domain_name
            LEFT JOIN information_schema.check_constraints AS k
                 ON k.constraint_schema = c.constraint_schema AND k.constraint_name = c.constraint_name
            WHERE d.domain_schema = {schema} ORDER BY d.domain_name, c.constraint_name
            """;

    private final IdentifierRules identifiers;

    H2Reflection(IdentifierRules identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    public RawStatement schemas() {
        return Sql.sql("SELECT schema_name FROM information_schema.schemata WHERE schema_name <> 'INFORMATION_SCHEMA'"
                + " ORDER BY schema_name");
    }

    @Override
    public RawStatement defaultSchema() {
        return Sql.sql("SELECT SCHEMA()");
    }

    @Override
    protected Statements statements(CatalogueQueries queries, CatalogueScope scope) {
        CatalogueScope stored = new CatalogueScope(
                scope.schema() == null ? null : identifiers.stored(scope.schema()),
                scope.tables().stream().map(identifiers::stored).toList());
        return new Statements(
                stored.statement(TABLES, SCHEMA),
                stored.statement(COLUMNS, SCHEMA),
                stored.statement(KEYS, SCHEMA),
                stored.statement(FOREIGN_KEYS, SCHEMA),
                stored.statement(CHECKS, SCHEMA),
                null,
                stored.statement(INDEXES, SCHEMA),
                stored.statement(SEQUENCES, SCHEMA),
                stored.statement(TYPES, SCHEMA));
    }

    @Override
    protected CatalogueColumn column(CatalogueRow row, int position) {
        String name = name(row.text());
        String type = row.text();
        String domain = row.textOrNull();
        boolean nullable = row.flag();
        String defaultSql = row.textOrNull();
        boolean computed = row.text().equals("ALWAYS");
        String generation = row.textOrNull();
        String identity = row.textOrNull();
        SequenceOptions options = new SequenceOptions(
                row.optionalLong(),
                row.optionalLong(),
                row.optionalLong(),
                row.optionalLong(),
                row.optionalLong(),
                row.flag());
        ColumnValue value = null;
        if (identity != null) {
            value = new ColumnValue.Identity(identity.equals("ALWAYS"), options);
        } else if (computed && generation != null) {
            value = new ColumnValue.Computed(expression(generation), ColumnValue.Storage.STORED);
        } else if (defaultSql != null) {
            Sequence sequence = nextOf(defaultSql);
            value = sequence == null
                    ? new ColumnValue.DefaultSql(expression(defaultSql))
                    : new ColumnValue.DefaultNext(sequence);
        }
        return new CatalogueColumn(
                name,
                position,
                domain == null ? H2TypeNames.type(type) : CatalogueType.other(identifiers.write(name(domain))),
                nullable,
                value,
                row.textOrNull(),
                row.textOrNull());
    }

    /** The default is {@code NEXT VALUE FOR "PUBLIC"."ORDER_NUMBER"}. */
    private @Nullable Sequence nextOf(String defaultSql) {
        List<SqlToken> words = SqlToken.of(defaultSql);
        boolean next =
                words.size() == 6 && words.get(0).is("next") && words.get(2).is("for");
        // The schema is that of the table, or it would not be found without one.
        return next ? Sequence.of(name(words.get(5).value())) : null;
    }

    @Override
    protected String name(String stored) {
        return identifiers.named(stored);
    }

    @Override
    protected String expression(String sql) {
        return ExpressionText.simple(sql, quoted -> identifiers.write(identifiers.named(quoted)));
    }
}
