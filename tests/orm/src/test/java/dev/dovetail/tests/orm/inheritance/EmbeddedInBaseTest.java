package dev.dovetail.tests.orm.inheritance;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.orm.query.Queries.update;
import static dev.dovetail.tests.orm.inheritance.Premises_Field_.FIELD;
import static dev.dovetail.tests.orm.inheritance.Premises_House_.HOUSE;
import static dev.dovetail.tests.orm.inheritance.Premises_Shop_.SHOP;
import static dev.dovetail.tests.orm.inheritance.Premises_Site_.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.inheritance.Premises.Address;
import dev.dovetail.tests.orm.inheritance.Premises.Field;
import dev.dovetail.tests.orm.inheritance.Premises.House;
import dev.dovetail.tests.orm.inheritance.Premises.Shop;
import dev.dovetail.tests.orm.inheritance.Premises.Site;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that are embedded in the first class of a hierarchy, and in a subclass. */
class EmbeddedInBaseTest {

    private final TestDatabase database = TestDatabase.of(House.class, Shop.class, Site.class, Field.class);
    private Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private void reopen() {
        session.commit();
        session.close();
        session = database.open();
        database.statements().clear();
    }

    private Shop shop() {
        Shop shop = new Shop();
        shop.at = new Address("Am Hof", "Bonn");
        shop.post = new Address("Box 1", "Ulm");
        shop.rooms = 3;
        session.add(shop);
        session.add(new House());
        reopen();
        return session.getOne(Shop.class, 1);
    }

    private Field field() {
        Field field = new Field();
        field.at = new Address("Weg", "Bonn");
        field.gate = new Address("Tor", "Ulm");
        session.add(field);
        session.add(new Site());
        reopen();
        return session.getOne(Field.class, 1);
    }

    @Test
    void bothRecordsOfAJoinedRowAreRead() {
        Shop shop = shop();
        assertThat(shop.at).isEqualTo(new Address("Am Hof", "Bonn"));
        assertThat(shop.post).isEqualTo(new Address("Box 1", "Ulm"));
        List<House> houses = session.list(select(HOUSE).orderBy(HOUSE.id));
        assertThat(houses).first().isSameAs(shop);
        assertThat(houses.get(1).at).isNull();
    }

    @Test
    void aChangedRecordIsWrittenToItsTable() {
        Shop shop = shop();
        database.statements().clear();
        shop.at = new Address("Am Hof", "Mainz");
        shop.post = null;
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE premises_house SET at_city=? WHERE premises_house.id = ? [Mainz, 1]",
                        "UPDATE premises_shop SET post_street=?, post_city=? WHERE premises_shop.id = ? [null, null, 1]");
        session.rollback();
        assertThat(session.getOne(Shop.class, 1).post).isEqualTo(new Address("Box 1", "Ulm"));
    }

    @Test
    void conditionsNameTheComponentsOfBoth() {
        shop();
        assertThat(session.list(select(SHOP).where(SHOP.at.city.eq("Bonn"), SHOP.post.city.eq("Ulm"))))
                .hasSize(1);
        assertThat(session.list(select(HOUSE).where(HOUSE.treat(SHOP).post.is(new Address("Box 1", "Ulm")))))
                .hasSize(1);
        assertThat(session.list(select(HOUSE).where(HOUSE.at.isNull()))).hasSize(1);
    }

    @Test
    void anUpdateByCriteriaSetsComponentsInBothTables() {
        Shop shop = shop();
        session.execute(update(SHOP)
                .set(SHOP.at.city, "Kiel")
                .set(SHOP.post.street, "Box 2")
                .where(SHOP.post.city.eq("Ulm")));
        assertThat(shop.at).isEqualTo(new Address("Am Hof", "Kiel"));
        assertThat(shop.post).isEqualTo(new Address("Box 2", "Ulm"));
        assertThat(session.changed()).isEmpty();
        session.rollback();
        assertThat(shop.at).isEqualTo(new Address("Am Hof", "Bonn"));
        session.bulkInsert(List.of(copy(shop)));
        assertThat(session.list(select(SHOP).where(SHOP.post.street.eq("Box 9"))))
                .hasSize(1);
    }

    private static Shop copy(Shop shop) {
        Shop copy = new Shop();
        copy.at = shop.at;
        copy.post = new Address("Box 9", "Ulm");
        return copy;
    }

    @Test
    void classesOfASharedTable() {
        Field field = field();
        assertThat(field.at).isEqualTo(new Address("Weg", "Bonn"));
        assertThat(field.gate).isEqualTo(new Address("Tor", "Ulm"));
        session.execute(update(FIELD).set(FIELD.gate.city, "Kiel").where(FIELD.at.city.eq("Bonn")));
        assertThat(field.gate).isEqualTo(new Address("Tor", "Kiel"));
        field.at = null;
        database.statements().clear();
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE premises_site SET at_street=?, at_city=? WHERE premises_site.id = ? [null, null, 1]");
        assertThat(session.list(select(SITE).where(SITE.treat(FIELD).gate.city.eq("Kiel"))))
                .containsExactly(field);
    }
}
