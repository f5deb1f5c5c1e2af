package dev.dovetail.tests.orm.inheritance;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.inheritance.Papers_Letter_.LETTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.tests.orm.inheritance.Papers.Bill;
import dev.dovetail.tests.orm.inheritance.Papers.Letter;
import dev.dovetail.tests.orm.inheritance.records.Writer;
import dev.dovetail.tests.orm.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** Fields of a mapped superclass, private and in another package, are columns of each entity. */
class MappedSuperclassTest {

    @Test
    void eachEntityHasItsOwnColumns() {
        try (TestDatabase database = TestDatabase.of(Writer.class, Letter.class, Bill.class)) {
            try (Session session = database.open()) {
                Letter letter = new Letter();
                letter.text = "t";
                letter.note("n");
                letter.writer().set(new Writer());
                Bill bill = new Bill();
                bill.amount = 7;
                bill.writer().set(letter.writer().get());
                session.add(letter);
                session.add(bill);
                session.commit();
            }
            assertThat(database.rows("SELECT note, writer_id, id, text FROM papers_letter"))
                    .containsExactly("n|1|1|t");
            assertThat(database.rows("SELECT note, writer_id, id, amount FROM papers_bill"))
                    .containsExactly("null|1|1|7");
            try (Session session = database.open()) {
                Letter letter = session.one(select(LETTER).where(LETTER.note.eq("n")));
                assertThat(letter.note()).isEqualTo("n");
                assertThat(letter.writer().get()).isSameAs(session.get(Writer.class, 1));
                letter.note("m");
                session.flush();
                assertThat(letter.note()).isEqualTo("m");
                session.rollback();
                assertThat(letter.note()).isEqualTo("n");
            }
        }
    }
}
