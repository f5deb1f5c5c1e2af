package dev.dovetail.tests.orm.fields;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.fields.Stored_Basket_.BASKET;
import static dev.dovetail.tests.orm.fields.Stored_Coat_.COAT;
import static dev.dovetail.tests.orm.fields.Stored_Shirt_.SHIRT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.CheckViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.fields.Stored.Basket;
import dev.dovetail.tests.orm.fields.Stored.Coat;
import dev.dovetail.tests.orm.fields.Stored.Shirt;
import dev.dovetail.tests.orm.fields.Stored.Size;
import dev.dovetail.tests.orm.fields.Stored.Url;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Enums, converted values, arrays. */
class StoredTypesTest {

    @Test
    void enumsAndConvertedValuesAreStoredAsDeclared() {
        try (TestDatabase database = TestDatabase.of(Shirt.class);
                Session session = database.open()) {
            session.add(full());
            session.commit();
            assertThat(database.rows("SELECT id, by_name, by_position, by_code, words, sold FROM shirt"))
                    .containsExactly("http://a|LARGE|1|l|red blue|Y");
            session.add(new Shirt("http://empty"));
            session.commit();
            try (Session other = database.open()) {
                Shirt read = Objects.requireNonNull(other.get(Shirt.class, new Url("http://a")));
                assertThat(read.byName).isEqualTo(Size.LARGE);
                assertThat(read.byPosition).isEqualTo(Size.LARGE);
                assertThat(read.byCode).isEqualTo(Size.LARGE);
                assertThat(read.bits).isEqualTo(BitSet.valueOf(new byte[] {5}));
                assertThat(read.words).containsExactly("red", "blue");
                assertThat(read.sold).isTrue();
                Shirt empty = Objects.requireNonNull(other.get(Shirt.class, new Url("http://empty")));
                assertThat(empty.byCode).isNull();
                assertThat(empty.words).isNull();
            }
        }
    }

    @Test
    void valuesThatChangeInPlaceAreComparedByWhatIsStored() {
        try (TestDatabase database = TestDatabase.of(Shirt.class);
                Session session = database.open()) {
            Shirt shirt = full();
            session.add(shirt);
            session.flush();
            database.statements().clear();

            shirt.words = List.of("RED", "Blue");
            shirt.bits = BitSet.valueOf(new byte[] {5, 0});
            shirt.picture = new byte[] {1, 2};
            session.flush();
            assertThat(database.statements().writes()).isEmpty();

            Objects.requireNonNull(shirt.bits).set(1);
            Objects.requireNonNull(shirt.picture)[0] = 3;
            session.flush();
            assertThat(database.statements().writes())
                    .singleElement()
                    .asString()
                    .startsWith("UPDATE shirt SET bits=?, picture=? WHERE");

            shirt.bits.clear();
            session.rollback();
        }
    }

    @Test
    void aRollbackPutsACopyBack() {
        try (TestDatabase database = TestDatabase.of(Shirt.class);
                Session session = database.open()) {
            Shirt shirt = full();
            session.add(shirt);
            session.commit();
            Objects.requireNonNull(shirt.bits).set(1);
            session.flush();
            session.rollback();
            assertThat(shirt.bits).isEqualTo(BitSet.valueOf(new byte[] {5}));
            shirt.bits.set(1); // not what the session compares with
            session.commit();
            session.refresh(shirt);
            assertThat(shirt.bits).isEqualTo(BitSet.valueOf(new byte[] {7}));
        }
    }

    @Test
    void valuesAreUsedInQueriesAsTheFieldHasThem() {
        try (TestDatabase database = TestDatabase.of(Shirt.class);
                Session session = database.open()) {
            Shirt shirt = full();
            session.add(shirt);
            assertThat(session.list(select(SHIRT)
                            .where(
                                    SHIRT.byPosition.eq(Size.LARGE),
                                    SHIRT.byCode.in(Size.LARGE),
                                    SHIRT.words.eq(List.of("RED", "blue")),
                                    SHIRT.sold.eq(true))))
                    .containsExactly(shirt);
            assertThat(session.list(select(SHIRT).where(SHIRT.sold.eq(false)))).isEmpty();
        }
    }

    @Test
    void theTableRefusesWhatIsNoConstant() {
        try (TestDatabase database = TestDatabase.of(Shirt.class);
                Session session = database.open()) {
            assertThatThrownBy(() -> database.sql("INSERT INTO shirt (id, by_name, sold) VALUES ('x', 'HUGE', 'Y')"))
                    .isInstanceOf(CheckViolationException.class);
            assertThatThrownBy(() -> database.sql("INSERT INTO shirt (id, by_code, sold) VALUES ('x', 'h', 'Y')"))
                    .isInstanceOf(CheckViolationException.class);
            database.sql("INSERT INTO shirt (id, by_position, sold) VALUES ('x', 9, 'Y')");
            assertThatThrownBy(() -> session.get(Shirt.class, new Url("x")))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("'9' is the code of no Size; there are [0, 1]");
        }
    }

    @Test
    void aListIsAnArray() {
        TestDatabase.only("arrays", "PostgreSQL", "H2");
        try (TestDatabase database = TestDatabase.of(Basket.class);
                Session session = database.open()) {
            Basket basket = new Basket();
            basket.numbers = Arrays.asList(1, null, 3);
            basket.sizes = List.of(Size.SMALL, Size.LARGE);
            session.add(basket);
            session.commit();
            session.refresh(basket);
            assertThat(basket.numbers).containsExactly(1, null, 3);
            assertThat(basket.sizes).containsExactly(Size.SMALL, Size.LARGE);
            assertThat(session.list(select(BASKET).where(BASKET.sizes.eq(List.of(Size.SMALL, Size.LARGE)))))
                    .containsExactly(basket);
            database.statements().clear();
            basket.numbers = Arrays.asList(1, null, 3);
            session.flush();
            assertThat(database.statements().writes()).isEmpty();
        }
    }

    @Test
    void anEnumTypeOfTheDatabaseIsCreatedWithTheTable() {
        try (TestDatabase database = TestDatabase.requiring(Capability.ENUM_TYPES, Coat.class);
                Session session = database.open()) {
            Coat coat = new Coat();
            coat.size = Size.LARGE;
            session.add(coat);
            session.commit();
            assertThat(session.list(select(COAT).where(COAT.size.eq(Size.LARGE))))
                    .containsExactly(coat);
            assertThat(database.rows("SELECT 'SMALL'::coat_size < size FROM coat"))
                    .containsExactly("true");
        }
    }

    private static Shirt full() {
        Shirt shirt = new Shirt("http://a");
        shirt.byName = Size.LARGE;
        shirt.byPosition = Size.LARGE;
        shirt.byCode = Size.LARGE;
        shirt.bits = BitSet.valueOf(new byte[] {5});
        shirt.words = List.of("red", "blue");
        shirt.sold = true;
        shirt.picture = new byte[] {1, 2};
        return shirt;
    }
}
