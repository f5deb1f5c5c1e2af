package dev.dovetail.orm.internal.check;

import dev.dovetail.ValueText;
import dev.dovetail.orm.attribute.LinkTable;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.check.ProblemKind;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.LinkChange;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.ForeignKey;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.Row;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Foreign keys of secondary tables: the rows on both sides are there, and no row stays behind of an object that goes and
 * does not know the table. One query for each foreign key.
 */
final class LinkReferenceRules {

    private final PendingRows rows;
    private final Findings findings;
    private final LoadContext session;

    LinkReferenceRules(PendingRows rows, Findings findings, LoadContext session) {
        this.rows = rows;
        this.findings = findings;
        this.session = session;
    }

    void check(List<LinkChange> links) {
        Map<ForeignKey, Map<List<Object>, List<LinkChange>>> wanted = new LinkedHashMap<>();
        for (LinkChange link : links) {
            InstanceState target = link.target();
            if (link.kind() == LinkChange.Kind.INSERT && target != null) {
                LinkTable table = link.table();
                collect(wanted, link, table.ownColumns(), link.owner(), table.ownKey());
                collect(wanted, link, table.targetColumns(), target, table.targetKey());
            }
        }
        wanted.forEach(this::missing);
        Map<RelationshipEnd, Map<List<Object>, PendingRow>> going = new LinkedHashMap<>();
        rows.all().stream().filter(PendingRow::deletes).forEach(row -> collect(going, row));
        going.forEach((end, parents) -> stillReferenced(end, parents, links));
    }

    /** An object that this flush itself writes is there. */
    private void collect(
            Map<ForeignKey, Map<List<Object>, List<LinkChange>>> wanted,
            LinkChange link,
            List<Column<?>> columns,
            InstanceState side,
            int[] key) {
        ForeignKey foreignKey = foreignKey(link.table(), columns);
        if (side.hasRow() && rows.of(side) == null && foreignKey != null) {
            wanted.computeIfAbsent(foreignKey, ignored -> new LinkedHashMap<>())
                    .computeIfAbsent(key(columns, side, key), ignored -> new ArrayList<>())
                    .add(link);
        }
    }

    private static @Nullable ForeignKey foreignKey(LinkTable table, List<Column<?>> columns) {
        return table.table().foreignKeys().stream()
                .filter(key -> key.columns().equals(columns))
                .findFirst()
                .orElse(null);
    }

    private static List<Object> key(List<Column<?>> columns, InstanceState side, int[] positions) {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            key.add(Keys.comparable(columns.get(i).type(), Objects.requireNonNull(side.get(positions[i]))));
        }
        return key;
    }

    private void missing(ForeignKey foreignKey, Map<List<Object>, List<LinkChange>> wanted) {
        List<Column<?>> referenced = session.mappings().metadata().referencedColumns(foreignKey);
        Table target = referenced.get(0).table();
        List<List<Object>> asked = wanted.keySet().stream().limit(Keys.LIMIT).toList();
        if (asked.size() < wanted.size()) {
            findings.unchecked(
                    "foreign key " + foreignKey.name(), "a check asks for " + Keys.LIMIT + " keys of a table at most");
        }
        EntityDescriptor<?> owner =
                wanted.values().iterator().next().get(0).owner().type();
        Set<List<Object>> present = new HashSet<>();
        read(owner, target, referenced, referenced, asked)
                .forEach(row -> present.add(Objects.requireNonNull(Keys.read(row, 0, referenced))));
        String names = referenced.size() == 1
                ? ValueText.name(referenced.get(0).name())
                : ValueText.names(referenced.stream().<String>map(Column::name).toList());
        for (List<Object> key : asked) {
            if (!present.contains(key)) {
                wanted.get(key)
                        .forEach(link -> findings.link(
                                ProblemKind.MISSING_PARENT,
                                link,
                                foreignKey.columns(),
                                key,
                                foreignKey.name(),
                                place -> place.assignment() + ": no " + ValueText.name(target.name()) + " has " + names
                                        + " = " + ValueText.key(place.values())));
            }
        }
    }

    /** Relationships to a class that has none back, so that nothing takes the rows of its objects away. */
    private void collect(Map<RelationshipEnd, Map<List<Object>, PendingRow>> going, PendingRow row) {
        for (EntityDescriptor<?> entity : session.mappings().entities()) {
            for (RelationshipEnd end : entity.ends()) {
                LinkTable table = end.linkTable();
                if (table != null
                        && end.inverse() == null
                        && end.owner() == entity.mapper()
                        && row.type().isA(session.mappings().of(end.target()))
                        && refuses(foreignKey(table, table.targetColumns()))) {
                    going.computeIfAbsent(end, ignored -> new LinkedHashMap<>())
                            .put(key(table.targetColumns(), row.state(), table.targetKey()), row);
                }
            }
        }
    }

    private static boolean refuses(@Nullable ForeignKey key) {
        return key != null
                && (key.onDelete() == ReferentialAction.NO_ACTION || key.onDelete() == ReferentialAction.RESTRICT);
    }

    private void stillReferenced(RelationshipEnd end, Map<List<Object>, PendingRow> parents, List<LinkChange> links) {
        LinkTable table = Objects.requireNonNull(end.linkTable());
        ForeignKey foreignKey = Objects.requireNonNull(foreignKey(table, table.targetColumns()));
        List<Column<?>> columns = new ArrayList<>(table.targetColumns());
        columns.addAll(table.ownColumns());
        List<List<Object>> asked = parents.keySet().stream().limit(Keys.LIMIT).toList();
        EntityDescriptor<?> owner = session.mappings().of(end.owner());
        Map<PendingRow, Integer> counts = new LinkedHashMap<>();
        for (Row row : read(owner, table.table(), columns, table.targetColumns(), asked)) {
            List<Object> target = Keys.read(row, 0, table.targetColumns());
            List<Object> own = Keys.read(row, target == null ? 0 : target.size(), table.ownColumns());
            PendingRow parent = parents.get(target);
            if (parent != null && own != null && links.stream().noneMatch(link -> takes(link, table, own, parent))) {
                counts.merge(parent, 1, Integer::sum);
            }
        }
        counts.forEach((parent, count) -> findings.problem(
                ProblemKind.STILL_REFERENCED,
                parent,
                table.targetKey(),
                session.mappings().metadata().referencedColumns(foreignKey),
                foreignKey.name(),
                List.of(),
                place ->
                        ValueText.name(place.table()) + " " + ValueText.key(place.values()) + " is still referenced by "
                                + count + (count == 1 ? " row of " : " rows of ")
                                + ValueText.name(table.table().name())));
    }

    /** Whether this flush deletes the row. */
    private static boolean takes(LinkChange link, LinkTable table, List<Object> own, PendingRow parent) {
        return link.kind() == LinkChange.Kind.DELETE
                && link.table().table() == table.table()
                && (link.target() == null || link.target() == parent.state())
                && own.equals(key(table.ownColumns(), link.owner(), table.ownKey()));
    }

    private List<Row> read(
            EntityDescriptor<?> of,
            Table table,
            List<Column<?>> columns,
            List<Column<?>> keyColumns,
            List<List<Object>> keys) {
        TableSource source = Sql.table(table);
        List<Expression<?>> selected =
                columns.stream().<Expression<?>>map(source::col).toList();
        return session.connection(of)
                .list(Sql.select(selected)
                        .from(source)
                        .where(Keys.among(source, keyColumns, keys))
                        .limit(Keys.LIMIT));
    }
}
