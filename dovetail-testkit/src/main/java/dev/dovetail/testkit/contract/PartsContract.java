package dev.dovetail.testkit.contract;

import static dev.dovetail.sql.Functions.arrayContains;
import static dev.dovetail.sql.Functions.arrayElement;
import static dev.dovetail.sql.Functions.arrayHas;
import static dev.dovetail.sql.Functions.arrayLength;
import static dev.dovetail.sql.Functions.jsonContains;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Capability;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Value;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.testkit.Requires;
import dev.dovetail.type.Json;
import dev.dovetail.type.Types;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of values that have some: arrays, and documents of JSON. */
public class PartsContract {

    /** Makes the tests; JUnit calls it. */
    public PartsContract() {}

    private static <T> T answer(Database database, Operand<T> operand) {
        return database.engine().transactionResult(connection -> connection.one(select(operand)));
    }

    private static Value<List<@Nullable Integer>> array(Integer... elements) {
        return value(Arrays.asList(elements), Types.ARRAY(INTEGER));
    }

    @EveryDatabase
    @Requires(Capability.ARRAYS)
    void elementsOfArrays(Database database) {
        assertThat(answer(database, arrayHas(array(1, 2), value(2)))).isTrue();
        assertThat(answer(database, arrayHas(array(1, 2), value(3)))).isFalse();
        assertThat(answer(database, arrayContains(array(1, 2, 3), array(3, 1)))).isTrue();
        assertThat(answer(database, arrayContains(array(1), array(1, 2)))).isFalse();
        assertThat(answer(database, arrayLength(array()))).isZero();
        assertThat(answer(database, arrayLength(array(7, 7)))).isEqualTo(2);
        assertThat(answer(database, arrayElement(array(7, 8), 2, INTEGER))).isEqualTo(8);
    }

    @EveryDatabase
    @Requires(Capability.JSON_CONTAINMENT)
    void membersOfDocuments(Database database) {
        Value<Json> document = value(Json.of("{\"a\": [1, 2], \"b\": \"x\"}"), JSON);
        assertThat(answer(database, jsonContains(document, value(Json.of("{\"b\": \"x\"}"), JSON))))
                .isTrue();
        assertThat(answer(database, jsonContains(document, value(Json.of("{\"a\": [2]}"), JSON))))
                .isTrue();
        assertThat(answer(database, jsonContains(document, value(Json.of("{\"b\": \"y\"}"), JSON))))
                .isFalse();
    }
}
