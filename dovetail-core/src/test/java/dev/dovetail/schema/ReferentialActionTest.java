package dev.dovetail.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferentialActionTest {
    @ParameterizedTest
    @EnumSource
    void everyActionIsReadBack(ReferentialAction action) {
        assertThat(ReferentialAction.parse(action.sql())).isEqualTo(action);
        assertThat(ReferentialAction.parse(
                        " " + action.sql().toLowerCase(Locale.ROOT).replace(" ", "\t ")))
                .isEqualTo(action);
    }

    @Test
    void misspeltActionIsRefusedWithThePlaceAndTheNearestWord() {
        assertThatThrownBy(() -> ReferentialAction.parse("CASCASE"))
                .isInstanceOfSatisfying(
                        UsageException.class, e -> assertThat(e.code()).isEqualTo("DVT-SCHEMA-ACTION"))
                .hasMessage("'CASCASE' is no referential action: at position 6 there is 'S' where CASCADE has 'D'."
                        + " Did you mean CASCADE?"
                        + " The actions are NO ACTION, RESTRICT, CASCADE, SET NULL, SET DEFAULT.");
    }

    @ParameterizedTest
    @CsvSource({
        "' cascad', position 8 there is the end where CASCADE has 'E'",
        "cascades, position 8 there is 's' where CASCADE has the end",
        "SETNULL, position 4 there is 'N' where SET NULL has ' '",
        "'', position 1 there is the end where CASCADE has 'C'"
    })
    void placeOfTheMistake(String text, String place) {
        assertThatThrownBy(() -> ReferentialAction.parse(text)).hasMessageContaining(place);
    }
}
