package dev.dovetail.orm.internal.check;

import dev.dovetail.Redacted;
import dev.dovetail.ValueText;
import dev.dovetail.integrity.Redaction;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.check.CheckReport;
import dev.dovetail.orm.check.Problem;
import dev.dovetail.orm.check.ProblemKind;
import dev.dovetail.orm.check.Unchecked;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.internal.unitofwork.LinkChange;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find, and says it in the words of the mapping. */
final class Findings {

    private final LoadContext session;
    private final Mappings mappings;
    private final PendingRows rows;
    /** By the position of the row, so that the report goes object by object. */
    private final Map<Integer, List<Problem>> problems = new TreeMap<>();

    private final Map<PendingRow, Integer> positions = new IdentityHashMap<>();
    private final Set<Unchecked> unchecked = new LinkedHashSet<>();

    Findings(LoadContext session, PendingRows rows) {
        this.session = session;
        this.mappings = session.mappings();
        this.rows = rows;
        rows.all().forEach(row -> positions.put(row, positions.size()));
    }

    /** What is wrong with some columns of a row. */
    void problem(
            ProblemKind kind,
            PendingRow row,
            int[] columns,
            @Nullable String constraint,
            List<Object> others,
            Function<Place, String> message) {
        problem(kind, row, columns, Keys.columns(row.type(), columns), constraint, others, message);
    }

    /** The same, where the columns are those of one of several tables that the row has. */
    void problem(
            ProblemKind kind,
            PendingRow row,
            int[] positions,
            List<Column<?>> columns,
            @Nullable String constraint,
            List<Object> others,
            Function<Place, String> message) {
        EntityDescriptor<?> type = row.type();
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        Set<String> attributes = new LinkedHashSet<>();
        for (int i = 0; i < positions.length; i++) {
            names.add(columns.get(i).name());
            values.add(shown(type, columns.get(i), row.value(positions[i])));
            attributes.add(attribute(type, positions[i]));
        }
        String table =
                columns.isEmpty() ? type.table().name() : columns.get(0).table().name();
        Problem problem = new Problem(
                kind,
                kind.code(),
                row.entity(),
                type.name(),
                List.copyOf(attributes),
                table,
                names,
                values,
                constraint,
                others,
                message.apply(new Place(table, names, values)));
        add(row, problem);
    }

    /** What is wrong with a row of a secondary table, which has no object of its own. */
    void link(
            ProblemKind kind,
            LinkChange link,
            List<Column<?>> columns,
            List<Object> key,
            @Nullable String constraint,
            Function<Place, String> message) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(shown(link.owner().type(), columns.get(i), key.get(i)));
        }
        String table = link.table().table().name();
        List<String> names = columns.stream().<String>map(Column::name).toList();
        InstanceState target = link.target();
        add(
                rows.of(link.owner()),
                new Problem(
                        kind,
                        kind.code(),
                        link.owner().entity(),
                        link.owner().type().name(),
                        List.of(link.end().model().name()),
                        table,
                        names,
                        values,
                        constraint,
                        target == null ? List.of() : List.of(target.entity()),
                        message.apply(new Place(table, names, values))));
    }

    private void add(@Nullable PendingRow row, Problem problem) {
        int position = row == null ? -1 : positions.getOrDefault(row, Integer.MAX_VALUE);
        problems.computeIfAbsent(position, key -> new ArrayList<>()).add(problem);
    }

    /** What the session itself refuses, in its own words. */
    void refused(ProblemKind kind, String code, @Nullable PendingRow row, Object entity, String message) {
        EntityDescriptor<?> type = mappings.of(entity);
        add(
                row,
                new Problem(
                        kind,
                        code,
                        entity,
                        type.name(),
                        List.of(),
                        type.table().name(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        message));
    }

    void unchecked(String what, String why) {
        unchecked.add(new Unchecked(what, why));
    }

    CheckReport report() {
        return new CheckReport(problems.values().stream().flatMap(List::stream).toList(), List.copyOf(unchecked));
    }

    /** A value that may be shown: neither its column is sensitive, nor the one that it refers to. */
    @Nullable
    Object shown(EntityDescriptor<?> type, Column<?> column, @Nullable Object value) {
        boolean hidden = value != null
                && (session.connection(type).engine().redaction() == Redaction.ALL
                        || sensitive(column, new HashSet<>()));
        return hidden ? Redacted.VALUE : value;
    }

    private boolean sensitive(Column<?> column, Set<Column<?>> seen) {
        if (mappings.sensitive(column.table().name(), column.name())) {
            return true;
        }
        return seen.add(column)
                && column.table().foreignKeys().stream()
                        .filter(key -> key.columns().contains(column))
                        .anyMatch(key -> sensitive(
                                mappings.metadata()
                                        .referencedColumns(key)
                                        .get(key.columns().indexOf(column)),
                                seen));
    }

    /** The field of a column, or the relationship whose key it is. */
    private static String attribute(EntityDescriptor<?> type, int column) {
        ColumnModel model = type.columns().get(column);
        if (model.attribute() != null) {
            return model.attribute();
        }
        return type.ends().stream()
                .filter(RelationshipEnd::toParent)
                .filter(end -> Arrays.stream(end.childColumns()).anyMatch(own -> own == column))
                .map(end -> end.model().name())
                .findFirst()
                .orElse(model.name());
    }

    /** Where a problem is, and with which values, as far as they may be shown. */
    record Place(String table, List<String> columns, List<@Nullable Object> values) {

        /** {@code table.column}, {@code table(a, b)}. */
        String name() {
            String before = ValueText.name(table);
            return columns.size() == 1
                    ? before + "." + ValueText.name(columns.get(0))
                    : before + ValueText.names(columns);
        }

        /** {@code table.column = value}. */
        String assignment() {
            return name() + " = " + ValueText.key(values);
        }
    }
}
