package dev.dovetail.testkit.contract;

import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.DataException;
import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Dialect;
import dev.dovetail.engine.Connection;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Schema;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Row2;
import dev.dovetail.sql.Sql;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Values go in and come out the same, are found and sorted; those that do not fit are refused before they are sent. */
public class TypesContract {

    /** Makes the tests; JUnit calls it. */
    public TypesContract() {}

    /** A table with one column of a type, and its statements. */
    private record Holder<J>(Table table, Column<Integer> id, Column<J> column) {
        static <J> Holder<J> of(Type<J> type) {
            Table table =
                    Table.of("val", Schema.column("id", Types.INTEGER).primaryKey(), Schema.column("a_value", type));
            @SuppressWarnings("unchecked") // it has just been given this type
            Column<J> column = (Column<J>) table.columns().get(1);
            return new Holder<>(table, table.column("id", Integer.class), column);
        }

        Type<J> type() {
            return column.type();
        }

        void insert(Connection connection, int number, @Nullable J value) {
            connection.execute(insertInto(table).set(id, number).set(column, Sql.value(value, column.type())));
        }

        TableSource source() {
            return Sql.table(table);
        }

        ColumnRef<J> value() {
            return source().col(column);
        }
    }

    private static boolean has(Dialect dialect, Type<?> type) {
        try {
            dialect.typeName(type.storage());
            return true;
        } catch (UsageException e) {
            assertThat(e.code()).isEqualTo("DVT-SQL-UNSUPPORTED");
            return false;
        }
    }

    @EveryDatabase
    void whatGoesInComesOut(Database database) {
        allRoundTrip(database);
    }

    @EveryDatabase
    void theTimeZoneOfTheProcessDoesNotMatter(Database database) {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("America/New_York", "Asia/Kathmandu", "Pacific/Apia")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                for (TypeSamples<?> samples : TypeSamples.everywhere()) {
                    switch (samples.type().storage().kind()) {
                        case DATE, TIME, TIMESTAMP, TIMESTAMP_TZ, INSTANT -> roundTrip(database, samples);
                        default -> {}
                    }
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static void allRoundTrip(Database database) {
        List<TypeSamples<?>> everywhere = TypeSamples.everywhere();
        assertThat(everywhere).allMatch(samples -> has(database.dialect(), samples.type()));
        List<TypeSamples<?>> all = new ArrayList<>(everywhere);
        all.addAll(TypeSamples.somewhere());
        List<String> failures = new ArrayList<>();
        for (TypeSamples<?> samples : all) {
            if (has(database.dialect(), samples.type())) {
                try {
                    roundTrip(database, samples);
                } catch (AssertionError | RuntimeException e) {
                    failures.add(samples.type() + ": " + e);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    private static <J> void roundTrip(Database database, TypeSamples<J> samples) {
        Type<J> type = samples.type();
        Holder<J> holder = Holder.of(type);
        database.create(holder.table());
        try {
            List<@Nullable J> stored = new ArrayList<>();
            stored.add(null);
            database.engine().transaction(connection -> {
                holder.insert(connection, 0, null);
                for (J bound : samples.bounds()) {
                    if (inserted(database, connection, holder, stored.size(), bound)) {
                        stored.add(bound);
                    }
                }
                for (J value : samples.others()) {
                    holder.insert(connection, stored.size(), value);
                    stored.add(value);
                }
            });
            try (Connection connection = database.engine().connect()) {
                read(connection, holder, stored);
                if (samples.order() != null) {
                    sorted(connection, holder, samples.order());
                }
            }
        } finally {
            database.engine().dropAll(MetaData.of(holder.table()));
        }
    }

    /** A value at the bounds is stored, or it is refused before anything is sent. */
    private static <J> boolean inserted(Database database, Connection connection, Holder<J> holder, int id, J value) {
        database.statements().clear();
        try {
            holder.insert(connection, id, value);
            return true;
        } catch (DataException e) {
            assertThat(e.facts().constraint().table()).isEqualTo("val");
            assertThat(e.facts().constraint().columns()).containsExactly("a_value");
            assertThat(e).hasMessageStartingWith("val.a_value = ").hasMessageContaining(" does not fit its type: ");
            assertThat(e.transactionState()).isEqualTo(TransactionState.ACTIVE);
            database.statements().expectStatements(0);
            return false;
        }
    }

    private static <J> void read(Connection connection, Holder<J> holder, List<@Nullable J> stored) {
        List<Row2<Integer, J>> rows = connection.list(
                select(holder.source().col(holder.id()), holder.value()).from(holder.source()));
        assertThat(rows).hasSameSizeAs(stored);
        for (Row2<Integer, J> row : rows) {
            J expected = stored.get(row.value1());
            assertSame(holder.type(), row.value2(), expected);
            if (expected != null) {
                if (!(expected instanceof List<?> list && list.stream().anyMatch(Objects::isNull))) {
                    // With NULL in it, an array of H2 equals none, itself included.
                    found(connection, holder, row.value1(), expected);
                }
                assertSame(holder.type(), connection.one(select(value(expected, holder.type()))), expected);
            }
        }
    }

    private static <J> void assertSame(Type<J> type, @Nullable J found, @Nullable J expected) {
        assertThat(type.same(found, expected))
                .as("%s: %s instead of %s", type, show(found), show(expected))
                .isTrue();
        if (found != null && expected != null) {
            // On every database the same, to the last digit, zero and offset.
            if (found instanceof BigDecimal number) {
                int least = Math.max(number.stripTrailingZeros().scale(), 0);
                assertThat(number.scale()).isEqualTo(type.storage().scale().orElse(least));
            } else if (found instanceof OffsetDateTime time) {
                assertThat(time.getOffset()).isEqualTo(ZoneOffset.UTC);
            }
        }
    }

    private static String show(@Nullable Object value) {
        String text = value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    private static <J> void found(Connection connection, Holder<J> holder, int id, J expected) {
        List<Integer> ids = connection.list(select(holder.source().col(holder.id()))
                .from(holder.source())
                .where(holder.value().eq(value(expected, holder.column().type()))));
        assertThat(ids)
                .as("rows with %s = %s", holder.column().type(), show(expected))
                .contains(id);
    }

    private static <J> void sorted(Connection connection, Holder<J> holder, Comparator<? super J> order) {
        List<J> inOrder = connection.list(select(holder.value())
                .from(holder.source())
                .where(holder.value().isNotNull())
                .orderBy(holder.value()));
        for (int i = 1; i < inOrder.size(); i++) {
            J before = inOrder.get(i - 1);
            J after = inOrder.get(i);
            assertThat(holder.column().type().same(before, after) || order.compare(before, after) <= 0)
                    .as("%s: %s before %s", holder.column().type(), before, after)
                    .isTrue();
        }
    }
}
