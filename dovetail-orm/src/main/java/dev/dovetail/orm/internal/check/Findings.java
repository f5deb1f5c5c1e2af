package dev.dovetail.orm.internal.check;

import dev.dovetail.Redacted;
import dev.dovetail.ValueText;
import dev.dovetail.orm.attribute.RelationshipEnd;
import dev.dovetail.orm.check.CheckReport;
import dev.dovetail.orm.check.Problem;
import dev.dovetail.orm.check.ProblemKind;
import dev.dovetail.orm.check.Unchecked;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final Mappings mappings;
    /** By the position of the row, so that the report goes object by object. */
    private final Map<Integer, List<Problem>> problems = new TreeMap<>();

    private final Map<PendingRow, Integer> positions = new IdentityHashMap<>();
    private final Set<Unchecked> unchecked = new LinkedHashSet<>();

    Findings(Mappings mappings, PendingRows rows) {
        this.mappings = mappings;
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
        EntityDescriptor<?> type = row.type();
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        Set<String> attributes = new LinkedHashSet<>();
        for (int column : columns) {
            Column<?> found = type.column(column);
            names.add(found.name());
            values.add(shown(found, row.value(column)));
            attributes.add(attribute(type, column));
        }
        String table = columns.length == 0
                ? type.table().name()
                : type.column(columns[0]).table().name();
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
        problems.computeIfAbsent(positions.getOrDefault(row, Integer.MAX_VALUE), key -> new ArrayList<>())
                .add(problem);
    }

    /** What the session itself refuses, in its own words. */
    void refused(ProblemKind kind, String code, @Nullable PendingRow row, Object entity, String message) {
        EntityDescriptor<?> type = mappings.of(entity);
        problems.computeIfAbsent(
                        row == null ? -1 : positions.getOrDefault(row, Integer.MAX_VALUE), key -> new ArrayList<>())
                .add(new Problem(
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

    /** A value that may be shown. */
    @Nullable
    Object shown(Column<?> column, @Nullable Object value) {
        return value != null && mappings.sensitive(column.table().name(), column.name()) ? Redacted.VALUE : value;
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
