package dev.dovetail.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.type.Type;
import dev.dovetail.type.Types;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of guide/types.md. */
class TypesTest {

    private enum Colour {
        RED("r"),
        DARK_GREEN("dg");

        private final String code;

        Colour(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private record Url(String text) {}

    @Test
    void typesOfYourOwn() {
        // tag::types-of-your-own[]
        Type<Colour> byName = Types.enumByName(Colour.class); // VARCHAR as long as the longest name
        Type<Colour> byCode = Types.enumByCode(Colour.class, Colour::code, Types.CHAR(2));
        Type<Colour> byDatabase =
                Types.converted(Colour.class, Types.NATIVE("colour"), Colour::name, Colour::valueOf); // its own enum
        Type<Url> url = Types.converted(Url.class, Types.TEXT, Url::text, Url::new); // Url is immutable
        Type<BitSet> bits = Types.converted(
                BitSet.class, Types.BLOB, BitSet::toByteArray, BitSet::valueOf, set -> (BitSet) set.clone());
        Type<List<Integer>> scores = Types.ARRAY(Types.INTEGER); // PostgreSQL and H2
        // end::types-of-your-own[]
        assertThat(List.of(byName, byCode, byDatabase, url, bits, scores))
                .extracting(Type::toString)
                .containsExactly(
                        "VARCHAR(10) as Colour",
                        "CHAR(2) as Colour",
                        "NATIVE(colour) as Colour",
                        "TEXT as Url",
                        "BLOB as BitSet",
                        "ARRAY(INTEGER)");
    }
}
