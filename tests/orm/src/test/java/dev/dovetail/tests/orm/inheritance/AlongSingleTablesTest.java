package dev.dovetail.tests.orm.inheritance;

import static dev.dovetail.orm.query.Queries.select;
import static dev.dovetail.tests.orm.inheritance.Frames_Box_.BOX;
import static dev.dovetail.tests.orm.inheritance.Frames_Frame_.FRAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.Session;
import dev.dovetail.sql.Sql;
import dev.dovetail.tests.orm.inheritance.Frames.Box;
import dev.dovetail.tests.orm.inheritance.Frames.Crate;
import dev.dovetail.tests.orm.inheritance.Frames.Disc;
import dev.dovetail.tests.orm.inheritance.Frames.Frame;
import dev.dovetail.tests.orm.inheritance.Frames.Shape;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joins and conditions along a relationship find objects of its class and its subclasses, whoever asks. */
class AlongSingleTablesTest {

    private final TestDatabase database = TestDatabase.of(Frame.class, Shape.class, Box.class, Crate.class, Disc.class);
    private final Session session = database.open();
    private final Frame withBox = new Frame();
    private final Frame withCrate = new Frame();
    private final Frame withDisc = new Frame();

    @BeforeEach
    void store() {
        session.addAll(List.of(withBox, withCrate, withDisc));
        session.flush();
        Box box = new Box();
        box.frameId = withBox.id;
        Crate crate = new Crate();
        crate.frameId = withCrate.id;
        Disc disc = new Disc();
        disc.frameId = withDisc.id;
        session.addAll(List.of(box, crate, disc));
        session.commit();
        database.statements().clear();
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @Test
    void any() {
        assertThat(session.list(select(FRAME).where(FRAME.boxes.any()).orderBy(FRAME.id)))
                .containsExactly(withBox, withCrate);
        assertThat(session.list(select(FRAME).where(Sql.not(FRAME.boxes.any()))))
                .containsExactly(withDisc);
    }

    @Test
    void anyUnderAnotherName() {
        var other = BOX.as("other");
        assertThat(session.list(select(FRAME)
                        .where(FRAME.boxes.any(other, other.id.gt(0)))
                        .orderBy(FRAME.id)))
                .containsExactly(withBox, withCrate);
    }

    @Test
    void joins() {
        assertThat(session.list(select(FRAME).join(FRAME.boxes).orderBy(FRAME.id)))
                .containsExactly(withBox, withCrate);
        assertThat(session.list(select(FRAME).leftJoin(FRAME.boxes).where(BOX.id.isNull())))
                .containsExactly(withDisc);
    }

    @Test
    void statementsOfCore() {
        assertThat(session.connection()
                        .list(Sql.select(FRAME.id)
                                .from(FRAME.source())
                                .join(FRAME.boxes)
                                .orderBy(FRAME.id)))
                .containsExactly(withBox.id, withCrate.id);
    }

    @Test
    void secondaryTables() {
        Disc disc = session.list(select(Frames_Disc_.DISC)).get(0);
        session.connection()
                .execute(Sql.sql("INSERT INTO frames_loan (frames_frame_id, frames_shape_id) VALUES (" + withDisc.id
                        + ", " + disc.id + ")"));
        assertThat(session.list(select(FRAME).where(FRAME.borrowed.any()))).isEmpty();
    }
}
