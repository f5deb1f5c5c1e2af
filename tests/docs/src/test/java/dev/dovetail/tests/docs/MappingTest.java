package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.docs.MappingSamples_Customer_.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.docs.MappingSamples.Address;
import dev.dovetail.tests.docs.MappingSamples.Customer;
import dev.dovetail.tests.docs.MappingSamples.Invoice;
import dev.dovetail.tests.docs.MappingSamples.Line;
import dev.dovetail.tests.docs.MappingSamples.LineId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of guide/mapping.md. */
class MappingTest extends SampleDatabase {

    @Test
    void embeddedValues() {
        try (Session session = sessions.open()) {
            Customer customer = new Customer();
            customer.home = new Address("Am Hof", "Bonn");
            Customer other = new Customer();
            session.addAll(List.of(customer, other));
            // tag::mapping-embedded-query[]
            List<Customer> some = session.list(select(CUSTOMER).where(CUSTOMER.home.city.eq("Bonn")));
            List<Customer> there =
                    session.list(select(CUSTOMER).where(CUSTOMER.home.is(new Address("Am Hof", "Bonn"))));
            List<Customer> nowhere = session.list(select(CUSTOMER).where(CUSTOMER.home.isNull()));
            // end::mapping-embedded-query[]
            assertThat(some).containsExactly(customer);
            assertThat(there).containsExactly(customer);
            assertThat(nowhere).containsExactly(other);
        }
    }

    @Test
    void keysThatAreRecords() {
        try (Session session = sessions.open()) {
            Invoice invoice = new Invoice();
            invoice.id = 7;
            Line added = new Line();
            added.id = new LineId(null, 2);
            invoice.lines.add(added);
            session.add(invoice);
            session.flush();
            // tag::mapping-key-get[]
            Line line = session.get(Line.class, new LineId(7, 2));
            assertThat(session.get(Line.class, 7, 2)).isSameAs(line);
            // end::mapping-key-get[]
            assertThat(line).isSameAs(added);
        }
    }
}
