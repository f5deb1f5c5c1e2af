package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Functions.arrayContains;
import static dev.dovetail.sql.Functions.arrayElement;
import static dev.dovetail.sql.Functions.arrayHas;
import static dev.dovetail.sql.Functions.arrayLength;
import static dev.dovetail.sql.Functions.jsonContains;
import static dev.dovetail.sql.Sql.coalesce;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.type.Types.ARRAY;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Capability;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.Condition;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.TableSource;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.type.Json;
import dev.dovetail.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions on what a JSON value or an array holds, and functions of arrays. */
public class CollectionContract {

    private static final Table DOCUMENT =
            Table.of("document", column("id", INTEGER).primaryKey(), column("content", JSON));
    private static final TableSource D = table(DOCUMENT);
    private static final ColumnRef<Integer> ID = D.col("id", Integer.class);
    private static final ColumnRef<Json> CONTENT = D.col("content", Json.class);
    private static final Type<List<@Nullable Integer>> INTEGERS = ARRAY(INTEGER);

    /** Makes the tests; JUnit calls it. */
    public CollectionContract() {}

    @EveryDatabase
    @Requires(Capability.JSON_CONTAINMENT)
    void jsonContainsJson(Database database) {
        database.create(DOCUMENT);
        Column<?>[] columns = DOCUMENT.columns().toArray(Column<?>[]::new);
        database.engine().transaction(connection -> {
            connection.execute(insertInto(DOCUMENT)
                    .columns(columns)
                    .values(1, Json.of("{\"a\": 1, \"b\": [1, 2, 3]}"))
                    .values(2, Json.of("{\"a\": 2, \"b\": []}"))
                    .values(3, null));
        });
        assertThat(documents(database, "{\"a\": 1}")).containsExactly(1);
        assertThat(documents(database, "{\"b\": [3, 1]}")).containsExactly(1);
        assertThat(documents(database, "{\"b\": []}")).containsExactly(1, 2);
        assertThat(documents(database, "{\"c\": 1}")).isEmpty();
    }

    private static List<Integer> documents(Database database, String part) {
        Condition has = jsonContains(CONTENT, value(Json.of(part), JSON));
        return Staff.list(database, select(ID).from(D).where(has).orderBy(ID));
    }

    @EveryDatabase
    @Requires(Capability.ARRAYS)
    void arraysHaveElements(Database database) {
        Operand<List<@Nullable Integer>> numbers = value(Arrays.asList(3, 1, null), INTEGERS);
        assertThat(is(database, arrayHas(numbers, value(3)))).isTrue();
        assertThat(is(database, coalesce(arrayHas(numbers, value(2)), false))).isFalse();
        assertThat(is(database, arrayContains(numbers, value(List.of(1, 3), INTEGERS))))
                .isTrue();
        assertThat(is(database, arrayContains(numbers, value(List.of(1, 2), INTEGERS))))
                .isFalse();
        assertThat(is(database, arrayContains(numbers, value(List.of(), INTEGERS))))
                .isTrue();
    }

    @EveryDatabase
    @Requires(Capability.ARRAYS)
    void arraysHaveALengthAndPlaces(Database database) {
        Operand<List<@Nullable Integer>> numbers = value(List.of(30, 10), INTEGERS);
        assertThat(Staff.list(database, select(arrayLength(numbers)))).containsExactly(2);
        assertThat(Staff.list(database, select(arrayLength(value(List.of(), INTEGERS)))))
                .containsExactly(0);
        assertThat(Staff.list(database, select(arrayElement(numbers, 2, INTEGER))))
                .containsExactly(10);
        assertThat(Staff.list(database, select(arrayElement(numbers, 3, INTEGER))))
                .containsExactly((Integer) null);
    }

    private static boolean is(Database database, Operand<Boolean> condition) {
        return Staff.list(database, select(condition)).get(0);
    }
}
