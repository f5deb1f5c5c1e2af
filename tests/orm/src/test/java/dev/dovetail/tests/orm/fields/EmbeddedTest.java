package dev.dovetail.tests.orm.fields;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.fields.Embeddables_Call_.CALL;
import static dev.dovetail.tests.orm.fields.Embeddables_Contact_.CONTACT;
import static dev.dovetail.tests.orm.fields.Embeddables_Customer_.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UniqueViolationException;
import dev.dovetail.UsageException;
import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.fields.Embeddables.Address;
import dev.dovetail.tests.orm.fields.Embeddables.Call;
import dev.dovetail.tests.orm.fields.Embeddables.Contact;
import dev.dovetail.tests.orm.fields.Embeddables.ContactId;
import dev.dovetail.tests.orm.fields.Embeddables.Customer;
import dev.dovetail.tests.orm.fields.Embeddables.CustomerId;
import dev.dovetail.tests.orm.fields.Embeddables.Mail;
import dev.dovetail.tests.orm.fields.Embeddables.Range;
import dev.dovetail.tests.orm.fields.Embeddables.Spot;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records whose components are columns of the entity's table, keys among them. */
class EmbeddedTest {

    private static final Address BONN = new Address("Am Hof", "Bonn", 53113, new Spot(50.7, 7.1));

    private final TestDatabase database = TestDatabase.of(Customer.class, Contact.class, Call.class);
    private final Session session = database.open();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void eachComponentIsAColumn() {
        assertThat(columns("customer"))
                .containsExactly(
                        "id",
                        "home_street",
                        "home_city",
                        "post_code",
                        "home_spot_latitude",
                        "home_spot_longitude",
                        "first_day",
                        "until",
                        "mail");
        assertThat(columns("phone_call"))
                .containsExactly("id", "contact_customer", "contact_number", "next_customer", "next_number");
    }

    private List<String> columns(String table) {
        return database.sessions().metadata().table(table).columns().stream()
                .map(column -> column.name())
                .toList();
    }

    @Test
    void aRecordIsWrittenAndReadAsAWhole() {
        Customer customer = new Customer();
        customer.home = BONN;
        customer.valid = new Range(1, 2);
        customer.mail = new Mail("a@b");
        session.add(customer);
        session.commit();
        assertThat(customer.id).isEqualTo(new CustomerId(1));
        assertThat(database.rows("SELECT * FROM customer")).containsExactly("1|Am Hof|Bonn|53113|50.7|7.1|1|2|a@b");

        try (Session other = database.open()) {
            Customer read = Objects.requireNonNull(other.get(Customer.class, 1));
            assertThat(read.home).isEqualTo(BONN);
            assertThat(read.valid).isEqualTo(new Range(1, 2));
            assertThat(read.mail).isEqualTo(new Mail("a@b"));
            database.statements().clear();
            other.flush();
            assertThat(database.statements().writes()).isEmpty();
        }
    }

    @Test
    void aNullRecordIsNullInAllItsColumns() {
        Customer customer = new Customer();
        session.add(customer);
        session.commit();
        assertThat(database.rows("SELECT * FROM customer"))
                .containsExactly("1|null|null|null|null|null|null|null|null");

        customer.home = BONN;
        session.commit();
        customer.home = null;
        session.flush();
        assertThat(database.rows(session.connection(), "SELECT home_city, post_code FROM customer"))
                .containsExactly("null|null");
        session.commit();
        session.refresh(customer);
        assertThat(customer.home).isNull();
    }

    @Test
    void onlyChangedComponentsAreWritten() {
        Customer customer = new Customer();
        customer.home = BONN;
        session.add(customer);
        session.commit();
        session.refresh(customer);
        database.statements().clear();
        customer.home = new Address("Am Hof", "Bonn", 53111, new Spot(50.7, 7.2));
        session.flush();
        assertThat(database.statements().writes())
                .containsExactly(
                        "UPDATE customer SET post_code=?, home_spot_longitude=? WHERE customer.id = ? [53111, 7.2, 1]");
        customer.home = new Address("Am Hof", "Bonn", 53111, new Spot(50.7, 7.2));
        session.flush();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void aPrimitiveThatIsNullBesideOthersIsZeroAndNoChange() {
        database.sql("INSERT INTO customer (id, home_city) VALUES (1, 'Bonn')");
        Customer customer = Objects.requireNonNull(session.get(Customer.class, 1));
        assertThat(customer.home).isEqualTo(new Address(null, "Bonn", 0, null));
        database.statements().clear();
        session.flush();
        assertThat(database.statements().writes()).isEmpty();
    }

    @Test
    void aStaleObjectGetsARecordThatIsMadeOnce() {
        Customer customer = new Customer();
        customer.valid = new Range(1, 2);
        customer.home = BONN;
        session.add(customer);
        session.commit();
        database.sql("UPDATE customer SET first_day = 5, until = 6, home_street = 'Markt'");
        customer.home = new Address("Am Hof", "Berlin", 53113, new Spot(50.7, 7.1));
        session.commit(); // the changed object is read again first
        assertThat(customer.valid).isEqualTo(new Range(5, 6));
        assertThat(customer.home).isEqualTo(new Address("Markt", "Berlin", 53113, new Spot(50.7, 7.1)));
        assertThat(database.rows("SELECT home_street, home_city, first_day FROM customer"))
                .containsExactly("Markt|Berlin|5");
    }

    @Test
    void aRollbackPutsRecordsBack() {
        Customer customer = new Customer();
        customer.home = BONN;
        session.add(customer);
        session.flush();
        session.rollback();
        assertThat(customer.id).isNull();
        assertThat(customer.home).isEqualTo(BONN);

        session.add(customer);
        session.commit();
        customer.home = null;
        session.flush();
        session.rollback();
        assertThat(customer.home).isEqualTo(BONN);
    }

    @Test
    void componentsAndRecordsAreUsedInQueries() {
        Customer bonn = new Customer();
        bonn.home = BONN;
        Customer berlin = new Customer();
        berlin.home = new Address("Markt", "Berlin", 10115, null);
        Customer nowhere = new Customer();
        session.addAll(List.of(bonn, berlin, nowhere));
        assertThat(session.list(
                        select(CUSTOMER).where(CUSTOMER.home.city.like("B%")).orderBy(CUSTOMER.home.city)))
                .containsExactly(berlin, bonn);
        assertThat(session.list(select(CUSTOMER).where(CUSTOMER.home.spot.latitude.gt(50.0))))
                .containsExactly(bonn);
        assertThat(session.list(select(CUSTOMER).where(CUSTOMER.home.is(BONN)))).containsExactly(bonn);
        assertThat(session.list(select(CUSTOMER).where(CUSTOMER.home.is(berlin.home))))
                .containsExactly(berlin);
        assertThat(session.list(select(CUSTOMER).where(CUSTOMER.home.isNull()))).containsExactly(nowhere);
        assertThat(session.list(
                        select(CUSTOMER).where(CUSTOMER.home.isNotNull()).orderBy(CUSTOMER.id.value)))
                .containsExactly(bonn, berlin);
        assertThat(session.list(select(CUSTOMER).where(CUSTOMER.home.spot.is(new Spot(50.7, 7.1)))))
                .containsExactly(bonn);
        assertThat(CUSTOMER.home).hasToString("Customer.home");
    }

    @Test
    void aKeyThatIsARecordIsFoundByTheRecordAndByItsValues() {
        Customer customer = new Customer();
        Contact contact = new Contact(2, "phone");
        customer.contacts.add(contact);
        session.add(customer);
        session.flush();
        assertThat(contact.id).isEqualTo(new ContactId(1, 2));
        assertThat(session.get(Contact.class, new ContactId(1, 2))).isSameAs(contact);
        assertThat(session.get(Contact.class, 1, 2)).isSameAs(contact);
        assertThat(session.get(Customer.class, new CustomerId(1))).isSameAs(customer);
        assertThat(session.list(select(CONTACT).where(CONTACT.id.is(new ContactId(1, 2)))))
                .containsExactly(contact);
        session.commit();
        try (Session other = database.open()) {
            assertThat(Objects.requireNonNull(other.get(Contact.class, new ContactId(1, 2))).text)
                    .isEqualTo("phone");
            assertThatThrownBy(() -> other.get(Contact.class, new CustomerId(1)))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Contact has a key of 2 columns");
            assertThatThrownBy(() -> other.get(Contact.class, new ContactId(null, 1)))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Contact.id.customer is part of the primary key");
        }
    }

    @Test
    void aForeignKeyToARecordIsARecordToo() {
        Customer customer = new Customer();
        customer.contacts.add(new Contact(1, "phone"));
        customer.contacts.add(new Contact(2, "mail"));
        session.add(customer);
        Call call = new Call();
        call.contact.set(customer.contacts.get(0));
        call.next.set(customer.contacts.get(1));
        session.add(call);
        session.commit();
        assertThat(call.contactId).isEqualTo(new ContactId(1, 1));
        assertThat(database.rows("SELECT * FROM phone_call")).containsExactly("1|1|1|1|2");

        call.contactId = new ContactId(1, 2);
        session.flush();
        assertThat(Objects.requireNonNull(call.contact.get()).text).isEqualTo("mail");
        call.contact.set(null);
        session.commit();
        assertThat(call.contactId).isNull();
        assertThat(session.list(select(CALL).where(CALL.contactId.isNull()))).containsExactly(call);
    }

    @Test
    void aUniqueKeyMayContainComponents() {
        Customer first = new Customer();
        first.home = BONN;
        Customer second = new Customer();
        second.home = new Address("Am Hof", "Bonn", 1, null);
        session.addAll(List.of(first, second));
        assertThatThrownBy(session::flush)
                .isInstanceOf(UniqueViolationException.class)
                .hasMessageContaining("home_city")
                .hasMessageContaining("home.city='Bonn'");
    }
}
