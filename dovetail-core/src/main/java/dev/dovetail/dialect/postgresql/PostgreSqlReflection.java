package dev.dovetail.dialect.postgresql;

import dev.dovetail.catalogue.CatalogueColumn;
import dev.dovetail.catalogue.CatalogueQueries;
import dev.dovetail.catalogue.CatalogueRow;
import dev.dovetail.catalogue.CatalogueScope;
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

/** PostgreSQL's schemas, by its own catalogue: https://www.postgresql.org/docs/current/catalogs.html. */
final class PostgreSqlReflection extends RowCatalogue {
    /** What a sequence has said of it; NULL where that is what it would be anyway. */
    private static final String COUNTING = """
            NULLIF(s.seqstart, CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END), NULLIF(s.seqincrement, 1),
            CASE WHEN s.seqincrement > 0 THEN NULLIF(s.seqmin, 1)
                 ELSE NULLIF(s.seqmin, CASE s.seqtypid WHEN 21 THEN -32768 WHEN 23 THEN -2147483648
                                       ELSE -9223372036854775808 END) END,
            CASE WHEN s.seqincrement < 0 THEN NULLIF(s.seqmax, -1)
                 ELSE NULLIF(s.seqmax, CASE s.seqtypid WHEN 21 THEN 32767 WHEN 23 THEN 2147483647
                                       ELSE 9223372036854775807 END) END,
            NULLIF(s.seqcache, 1), COALESCE(s.seqcycle, FALSE)
            """;

    private static final String DEFERRAL = """
            CASE WHEN NOT k.condeferrable THEN 'NOT_DEFERRABLE' WHEN k.condeferred THEN 'INITIALLY_DEFERRED'
                 ELSE 'INITIALLY_IMMEDIATE' END
            """;

    private static final String IN_SCHEMA = """
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = {schema}
            AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition {and: c.relname}
            """;

    private static final String TABLES = """
            SELECT c.relname,
                   CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED_VIEW' WHEN 'f' THEN 'FOREIGN_TABLE'
                        ELSE 'TABLE' END,
                   obj_description(c.oid, 'pg_class'),
                   CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
                   array_to_string(c.reloptions, ', ')
            FROM pg_class c
            """ + IN_SCHEMA + "ORDER BY c.oid";

    // A serial column is one whose sequence depends on it (deptype a), an identity has its sequence inside (i).
    private static final String COLUMNS = "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod),"
            + " NOT a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,"
            + " s.seqrelid IS NOT NULL, " + COUNTING
            + """
            , CASE WHEN a.attcollation <> t.typcollation THEN o.collname END, col_description(c.oid, a.attnum)
            FROM pg_class c
            """
            + IN_SCHEMA
            + """
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            LEFT JOIN pg_collation o ON o.oid = a.attcollation
            LEFT JOIN pg_depend p ON p.refobjid = c.oid AND p.refobjsubid = a.attnum AND p.deptype IN ('a', 'i')
                 AND p.refclassid = 'pg_class'::regclass AND p.classid = 'pg_class'::regclass
                 AND EXISTS (SELECT 1 FROM pg_sequence x WHERE x.seqrelid = p.objid)
            LEFT JOIN pg_sequence s ON s.seqrelid = p.objid
            ORDER BY c.oid, a.attnum
            """;

    // What PostgreSQL 14 does not have yet is asked by way of JSON.
    private static final String KEYS = """
            SELECT c.relname, k.conname, k.contype = 'p',
                   COALESCE((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, FALSE),
            """ + DEFERRAL + ", a.attname FROM pg_class c " + IN_SCHEMA + """
            JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('p', 'u')
            JOIN pg_index i ON i.indexrelid = k.conindid
            CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS u(attnum, ord)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.attnum
            ORDER BY k.oid, u.ord
            """;

    private static final String ACTION = """
            CASE k.%s WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL'
                 WHEN 'd' THEN 'SET DEFAULT' ELSE 'NO ACTION' END
            """;

    private static final String FOREIGN_KEYS =
            "SELECT c.relname, k.conname, NULLIF(fn.nspname, n.nspname), fc.relname, "
                    + ACTION.formatted("confdeltype") + ", " + ACTION.formatted("confupdtype")
                    + ", CASE k.confmatchtype WHEN 'f' THEN 'FULL' ELSE 'SIMPLE' END, " + DEFERRAL
                    + ", a.attname, fa.attname FROM pg_class c " + IN_SCHEMA
                    + """
            JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f' AND k.conparentid = 0
            JOIN pg_class fc ON fc.oid = k.confrelid
            JOIN pg_namespace fn ON fn.oid = fc.relnamespace
            CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS u(col, ref, ord)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.col
            JOIN pg_attribute fa ON fa.attrelid = fc.oid AND fa.attnum = u.ref
            ORDER BY k.oid, u.ord
            """;

    private static final String CHECKS =
            "SELECT c.relname, k.conname, pg_get_expr(k.conbin, k.conrelid) FROM pg_class c " + IN_SCHEMA
                    + "JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'c' ORDER BY k.oid";

    // The bits of indoption: 1 descending, 2 NULLs first.
    private static final String INDEXES = """
            SELECT c.relname, ic.relname, i.indisunique, NULLIF(am.amname, 'btree'), pg_get_expr(i.indpred, i.indrelid),
                   COALESCE((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, FALSE),
                   p.pos > i.indnkeyatts,
                   COALESCE(a.attname, pg_get_indexdef(i.indexrelid, p.pos, TRUE)), a.attname IS NULL,
                   COALESCE(i.indoption[p.pos - 1] & 1, 0) = 1,
                   CASE COALESCE(i.indoption[p.pos - 1], 0) & 3 WHEN 1 THEN 'LAST' WHEN 2 THEN 'FIRST' END,
                   NULL,
                   CASE WHEN o.oid <> COALESCE(a.attcollation, o.oid) THEN o.collname END,
                   CASE WHEN NOT oc.opcdefault THEN oc.opcname END
            FROM pg_class c
            """ + IN_SCHEMA + """
            JOIN pg_index i ON i.indrelid = c.oid
            JOIN pg_class ic ON ic.oid = i.indexrelid
            JOIN pg_am am ON am.oid = ic.relam
            CROSS JOIN LATERAL generate_series(1, i.indnatts) AS p(pos)
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[p.pos - 1] AND a.attnum > 0
            LEFT JOIN pg_collation o ON o.oid = i.indcollation[p.pos - 1]
            LEFT JOIN pg_opclass oc ON oc.oid = i.indclass[p.pos - 1]
            WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
            ORDER BY i.indexrelid, p.pos
            """;

    private static final String EXCLUSIONS =
            "SELECT c.relname, k.conname, am.amname, pg_get_expr(i.indpred, i.indrelid), "
                    + DEFERRAL
                    + """
            , COALESCE(a.attname, pg_get_indexdef(i.indexrelid, u.pos::integer, TRUE)), a.attname IS NULL, o.oprname
            FROM pg_class c
            """
                    + IN_SCHEMA
                    + """
            JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'x'
            JOIN pg_index i ON i.indexrelid = k.conindid
            JOIN pg_class ic ON ic.oid = k.conindid
            JOIN pg_am am ON am.oid = ic.relam
            CROSS JOIN LATERAL unnest(k.conexclop) WITH ORDINALITY AS u(operator, pos)
            JOIN pg_operator o ON o.oid = u.operator
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[u.pos - 1] AND a.attnum > 0
            ORDER BY k.oid, u.pos
            """;

    private static final String SEQUENCES = "SELECT c.relname, " + COUNTING + """
            FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = {schema}
            WHERE NOT EXISTS (SELECT 1 FROM pg_depend p WHERE p.objid = c.oid AND p.classid = 'pg_class'::regclass
                              AND p.deptype IN ('a', 'i', 'e'))
            ORDER BY c.oid
            """;

    private static final String TYPES = """
            SELECT kind, name, text, nullable, value, check_name, condition FROM (
              SELECT 'enum' AS kind, t.typname AS name, e.enumlabel AS text, NULL::boolean AS nullable, NULL AS value,
                     NULL::name AS check_name, NULL AS condition, t.oid AS id, e.enumsortorder::float8 AS place
              FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
              JOIN pg_namespace n ON n.oid = t.typnamespace AND n.nspname = {schema}
              UNION ALL
              SELECT 'domain', t.typname, format_type(t.typbasetype, t.typtypmod), NOT t.typnotnull, t.typdefault,
                     k.conname, pg_get_expr(k.conbin, 0), t.oid, COALESCE(k.oid::bigint, 0)::float8
              FROM pg_type t LEFT JOIN pg_constraint k ON k.contypid = t.oid AND k.contype = 'c'
              JOIN pg_namespace n ON n.oid = t.typnamespace AND n.nspname = {schema}
              WHERE t.typtype = 'd') AS types
            ORDER BY id, place
            """;

    private final IdentifierRules identifiers;

    PostgreSqlReflection(IdentifierRules identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    public RawStatement schemas() {
        return Sql.sql("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
                + " ORDER BY nspname");
    }

    @Override
    public RawStatement defaultSchema() {
        return Sql.sql("SELECT current_schema()");
    }

    @Override
    protected Statements statements(CatalogueQueries queries, CatalogueScope scope) {
        return new Statements(
                scope.statement(TABLES, "current_schema()"),
                scope.statement(COLUMNS, "current_schema()"),
                scope.statement(KEYS, "current_schema()"),
                scope.statement(FOREIGN_KEYS, "current_schema()"),
                scope.statement(CHECKS, "current_schema()"),
                scope.statement(EXCLUSIONS, "current_schema()"),
                scope.statement(INDEXES, "current_schema()"),
                scope.statement(SEQUENCES, "current_schema()"),
                scope.statement(TYPES, "current_schema()"));
    }

    @Override
    protected CatalogueColumn column(CatalogueRow row, int position) {
        String name = row.text();
        String type = row.text();
        boolean nullable = row.flag();
        String defaultSql = row.textOrNull();
        String identity = row.text();
        String generated = row.text();
        boolean counted = row.flag();
        SequenceOptions options = new SequenceOptions(
                row.optionalLong(),
                row.optionalLong(),
                row.optionalLong(),
                row.optionalLong(),
                row.optionalLong(),
                row.flag());
        ColumnValue value = null;
        if (counted) {
            value = new ColumnValue.Identity(identity.equals("a"), options);
        } else if (!generated.isBlank() && defaultSql != null) {
            value = new ColumnValue.Computed(
                    expression(defaultSql),
                    generated.equals("s") ? ColumnValue.Storage.STORED : ColumnValue.Storage.VIRTUAL);
        } else if (defaultSql != null) {
            value = value(defaultSql);
        }
        return new CatalogueColumn(
                name, position, PostgreSqlTypeNames.type(type), nullable, value, row.textOrNull(), row.textOrNull());
    }

    private ColumnValue value(String defaultSql) {
        Sequence sequence = nextOf(defaultSql);
        return sequence == null
                ? new ColumnValue.DefaultSql(ExpressionText.ofDefault(defaultSql, identifiers::write))
                : new ColumnValue.DefaultNext(sequence);
    }

    /** The default is {@code nextval('shop.order_number'::regclass)}, with quotes inside the text where names need them. */
    private static @Nullable Sequence nextOf(String defaultSql) {
        List<SqlToken> words = SqlToken.of(defaultSql);
        boolean next = words.size() == 6
                && words.get(0).is("nextval")
                && words.get(2).kind() == SqlToken.Kind.STRING
                && words.get(4).is("regclass");
        if (!next) {
            return null;
        }
        List<SqlToken> names = SqlToken.of(words.get(2).value());
        String name = names.get(names.size() - 1).value();
        return Sequence.of(name).inSchema(names.size() == 3 ? names.get(0).value() : null);
    }

    @Override
    protected String expression(String sql) {
        return ExpressionText.simple(sql, identifiers::write);
    }
}
