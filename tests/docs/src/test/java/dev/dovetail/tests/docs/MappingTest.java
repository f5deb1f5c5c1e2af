package dev.dovetail.tests.docs;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.docs.MappingSamples_Recipient_.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.docs.MappingSamples.Address;
import dev.dovetail.tests.docs.MappingSamples.Bill;
import dev.dovetail.tests.docs.MappingSamples.Position;
import dev.dovetail.tests.docs.MappingSamples.PositionId;
import dev.dovetail.tests.docs.MappingSamples.Recipient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of guide/mapping.md. */
class MappingTest extends SampleDatabase {

    @Test
    void embeddedValues() {
        try (Session session = sessions.open()) {
            Recipient customer = new Recipient();
            customer.home = new Address("Am Hof", "Bonn");
            Recipient other = new Recipient();
            session.addAll(List.of(customer, other));
            // tag::mapping-embedded-query[]
            List<Recipient> some = session.list(select(RECIPIENT).where(RECIPIENT.home.city.eq("Bonn")));
            List<Recipient> there =
                    session.list(select(RECIPIENT).where(RECIPIENT.home.is(new Address("Am Hof", "Bonn"))));
            List<Recipient> nowhere = session.list(select(RECIPIENT).where(RECIPIENT.home.isNull()));
            // end::mapping-embedded-query[]
            assertThat(some).containsExactly(customer);
            assertThat(there).containsExactly(customer);
            assertThat(nowhere).containsExactly(other);
        }
    }

    @Test
    void keysThatAreRecords() {
        try (Session session = sessions.open()) {
            Bill bill = new Bill();
            bill.id = 7;
            Position added = new Position();
            added.id = new PositionId(null, 2);
            bill.positions.add(added);
            session.add(bill);
            session.flush();
            // tag::mapping-key-get[]
            Position position = session.get(Position.class, new PositionId(7, 2));
            assertThat(session.get(Position.class, 7, 2)).isSameAs(position);
            // end::mapping-key-get[]
            assertThat(position).isSameAs(added);
        }
    }
}
