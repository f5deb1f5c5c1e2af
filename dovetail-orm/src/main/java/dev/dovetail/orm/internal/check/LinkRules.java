package dev.dovetail.orm.internal.check;

import dev.dovetail.orm.attribute.LinkTable;
import dev.dovetail.orm.check.ProblemKind;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.LinkChange;
import dev.dovetail.schema.Column;
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

/** Rows of secondary tables: two objects are joined once. One query for each table. */
final class LinkRules {

    private final Findings findings;
    private final LoadContext session;

    LinkRules(Findings findings, LoadContext session) {
        this.findings = findings;
        this.session = session;
    }

    void check(List<LinkChange> links) {
        Map<Table, Map<List<Object>, LinkChange>> byTable = new LinkedHashMap<>();
        Set<List<Object>> taken = new HashSet<>();
        for (LinkChange link : links) {
            List<Object> key = key(link);
            if (key != null && link.kind() == LinkChange.Kind.DELETE) {
                taken.add(key);
            } else if (key != null && !taken.contains(key)) {
                byTable.computeIfAbsent(link.table().table(), table -> new LinkedHashMap<>())
                        .put(key, link);
            }
        }
        byTable.values().forEach(this::lookUp);
    }

    private void lookUp(Map<List<Object>, LinkChange> links) {
        LinkChange first = links.values().iterator().next();
        List<Column<?>> columns = columns(first.table());
        TableSource source = Sql.table(first.table().table());
        List<Expression<?>> selected =
                columns.stream().<Expression<?>>map(source::col).toList();
        List<List<Object>> wanted =
                links.keySet().stream().limit(Keys.LIMIT / columns.size()).toList();
        if (wanted.size() < links.size()) {
            findings.unchecked(
                    (links.size() - wanted.size()) + " rows of "
                            + first.table().table().name(),
                    "a check asks for " + wanted.size() + " rows of a secondary table at most");
        }
        for (Row row : session.connection(first.owner().type())
                .list(Sql.select(selected).from(source).where(Keys.among(source, columns, wanted)))) {
            LinkChange link = links.get(Keys.read(row, 0, columns));
            if (link != null) {
                twice(link, columns);
            }
        }
    }

    private void twice(LinkChange link, List<Column<?>> columns) {
        findings.link(
                ProblemKind.UNIQUE,
                link,
                columns,
                Objects.requireNonNull(key(link)),
                link.table().table().primaryKey().name(),
                place -> place.assignment() + ": a row with this primary key exists already, "
                        + link.end().label() + " joins " + link.objects());
    }

    private static List<Column<?>> columns(LinkTable table) {
        List<Column<?>> columns = new ArrayList<>(table.ownColumns());
        table.targetColumns().stream()
                .filter(column -> !columns.contains(column))
                .forEach(columns::add);
        return columns;
    }

    /** The row's values in the order of its columns, null if they are not known before the flush. */
    private static @Nullable List<Object> key(LinkChange link) {
        InstanceState target = link.target();
        if (target == null || !target.hasRow() || !link.owner().hasRow()) {
            return null;
        }
        Map<Column<?>, Object> values = new LinkedHashMap<>();
        put(values, link.table().ownColumns(), link.owner(), link.table().ownKey());
        put(values, link.table().targetColumns(), target, link.table().targetKey());
        return List.copyOf(values.values());
    }

    private static void put(Map<Column<?>, Object> values, List<Column<?>> columns, InstanceState side, int[] key) {
        for (int i = 0; i < key.length; i++) {
            values.putIfAbsent(
                    columns.get(i), Keys.comparable(columns.get(i).type(), Objects.requireNonNull(side.get(key[i]))));
        }
    }
}
