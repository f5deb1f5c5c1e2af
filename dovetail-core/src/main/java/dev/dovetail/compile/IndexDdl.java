package dev.dovetail.compile;

import dev.dovetail.schema.Index;
import dev.dovetail.schema.IndexPart;
import dev.dovetail.schema.NullsOrder;
import dev.dovetail.schema.Table;
import java.util.Objects;

/** Writes the statements that create and drop an index. */
final class IndexDdl {
    private final Dialect dialect;
    private final SqlWriter writer;

    IndexDdl(Dialect dialect, SqlWriter writer) {
        this.dialect = dialect;
        this.writer = writer;
    }

    void create(Index index, String manner, String condition) {
        writer.text(index.unique() ? "CREATE UNIQUE " : "CREATE ");
        if (index.nullsNotDistinct()) {
            writer.require(Capability.NULLS_NOT_DISTINCT, "NULLS NOT DISTINCT of index " + index.name());
            writer.text(dialect.indexForm() == IndexForm.NULLS_FIRST ? "NULLS NOT DISTINCT " : "");
        }
        String kind = String.valueOf(index.method());
        boolean before = dialect.indexKinds().contains(kind);
        writer.text(before ? kind + " " : "").text("INDEX ").text(manner).text(condition);
        Table table = index.table();
        if (table.schema() != null && dialect.schemasAreFiles()) {
            writer.name(table.schema())
                    .text(".")
                    .name(index.name())
                    .text(" ON ")
                    .name(table.name());
        } else {
            writer.name(index.name()).text(" ON ").table(table);
        }
        boolean methodLast = dialect.indexForm() == IndexForm.METHOD_LAST;
        using(index, !methodLast && !before);
        writer.text(" (")
                .list(index.parts(), ", ", part -> part(part, index.unique()))
                .text(")");
        using(index, methodLast && !before);
        if (!index.include().isEmpty()) {
            writer.require(Capability.COVERING_INDEXES, "INCLUDE for index " + index.name());
            writer.text(" INCLUDE ").columns(index.include());
        }
        if (index.nullsNotDistinct() && dialect.indexForm() != IndexForm.NULLS_FIRST) {
            writer.text(" NULLS NOT DISTINCT");
        }
        if (index.where() != null) {
            writer.require(Capability.PARTIAL_INDEXES, "WHERE for index " + index.name());
            writer.text(" WHERE ").text(index.where());
        }
        if (index.options().containsKey(dialect.name())) {
            writer.text(" ").text(Objects.requireNonNull(index.options().get(dialect.name())));
        }
    }

    private void using(Index index, boolean here) {
        if (index.method() != null && here) {
            writer.require(Capability.INDEX_METHODS, "USING " + index.method() + " for index " + index.name());
            writer.text(" USING ").name(index.method());
        }
    }

    void part(IndexPart part, boolean unique) {
        if (part.isExpression()) {
            writer.require(Capability.EXPRESSION_INDEXES, "index of an expression");
            writer.text("(").text(part.text()).text(")");
        } else {
            writer.name(part.text());
        }
        if (part.prefix().isPresent() && (unique || dialect.has(Capability.INDEX_PREFIXES))) {
            writer.require(Capability.INDEX_PREFIXES, "unique index of a prefix");
            writer.text("(" + part.prefix().getAsInt() + ")");
        }
        if (part.collation() != null) {
            writer.require(Capability.INDEX_COLLATION, "COLLATE in an index");
            writer.text(" COLLATE ").name(part.collation());
        }
        if (part.operatorClass() != null) {
            writer.require(Capability.OPERATOR_CLASSES, "operator class");
            writer.text(" ").text(part.operatorClass());
        }
        writer.text(part.descending() ? " DESC" : "");
        if (part.nulls() != NullsOrder.DEFAULT) {
            writer.require(Capability.INDEX_NULLS_ORDER, "NULLS " + part.nulls() + " in an index");
            writer.text(" NULLS ").text(part.nulls().name());
        }
    }

    void drop(Index index, String condition) {
        writer.text("DROP INDEX ").text(condition);
        String schema = index.table().schema();
        if (schema != null && !dialect.indexesBelongToTables()) {
            writer.name(schema).text(".");
        }
        writer.name(index.name());
        if (dialect.indexesBelongToTables()) {
            writer.text(" ON ").table(index.table());
        }
    }
}
