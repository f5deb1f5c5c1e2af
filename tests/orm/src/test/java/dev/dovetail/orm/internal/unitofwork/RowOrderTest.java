package dev.dovetail.orm.internal.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.attribute.MappedClasses;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.state.LooseObjects;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.internal.state.States;
import dev.dovetail.orm.internal.unitofwork.RowChange.Kind;
import dev.dovetail.orm.internal.unitofwork.RowOrder.Cut;
import dev.dovetail.orm.internal.unitofwork.RowOrder.Wait;
import dev.dovetail.schema.Constraint;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders of rows that wait for each other, by the thousand. */
class RowOrderTest {

    private static final int MANY = 20_000;

    private final Mappings mappings = new Mappings(List.of((EntityMapper<?>) MappedClasses.of(Node.class)));
    private final States states = new States(mappings, new LooseObjects(), new IdentityMap());
    private final Constraint constraint = MappedClasses.of(Node.class).table().primaryKey();

    private List<RowChange> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(id -> new RowChange(Kind.INSERT, states.of(new Node(id, null))))
                .toList();
    }

    private Wait wait(RowChange row, RowChange target, Cut cut) {
        return new Wait(row, target, constraint, new int[] {1}, cut);
    }

    @Test
    void aLongChainIsSortedFromItsEnd() {
        List<RowChange> rows = rows(MANY);
        RowOrder order = new RowOrder(rows, false);
        for (int i = 0; i + 1 < MANY; i++) {
            order.add(wait(rows.get(i), rows.get(i + 1), Cut.NEVER));
        }
        List<RowChange> sorted = order.sort();
        assertThat(sorted).hasSize(MANY).startsWith(rows.get(MANY - 1)).endsWith(rows.get(0));
    }

    @Test
    void aLongRingIsCutOnce() {
        List<RowChange> rows = rows(MANY);
        RowOrder order = new RowOrder(rows, false);
        for (int i = 0; i < MANY; i++) {
            order.add(wait(rows.get(i), rows.get((i + 1) % MANY), Cut.POSSIBLE));
        }
        assertThat(order.sort()).hasSize(MANY).startsWith(rows.get(0));
        assertThat(order.cuts()).hasSize(1);
    }

    @Test
    void manyPairsAreCutOnceEach() {
        List<RowChange> rows = rows(MANY);
        RowOrder order = new RowOrder(rows, false);
        for (int i = 0; i < MANY; i += 2) {
            order.add(wait(rows.get(i), rows.get(i + 1), Cut.NEVER));
            order.add(wait(rows.get(i + 1), rows.get(i), Cut.POSSIBLE));
        }
        assertThat(order.sort()).hasSize(MANY);
        assertThat(order.cuts()).hasSize(MANY / 2).allMatch(cut -> cut.cut() == Cut.POSSIBLE);
    }

    @Test
    void aCircleThatCannotBeCutIsNamed() {
        List<RowChange> rows = rows(4);
        RowOrder order = new RowOrder(rows, false);
        order.add(wait(rows.get(0), rows.get(1), Cut.POSSIBLE));
        order.add(wait(rows.get(1), rows.get(2), Cut.NEVER));
        order.add(wait(rows.get(2), rows.get(1), Cut.NEVER));
        assertThat(order.sort()).containsExactly(rows.get(3));
        assertThat(order.stuck()).containsExactly(rows.get(1), rows.get(2));
    }

    @Test
    void theLastResortIsTakenLast() {
        List<RowChange> rows = rows(3);
        RowOrder order = new RowOrder(rows, false);
        order.add(wait(rows.get(0), rows.get(1), Cut.LAST_RESORT));
        order.add(wait(rows.get(1), rows.get(2), Cut.POSSIBLE));
        order.add(wait(rows.get(2), rows.get(0), Cut.LAST_RESORT));
        assertThat(order.sort()).containsExactly(rows.get(1), rows.get(0), rows.get(2));
        assertThat(order.cuts()).extracting(Wait::cut).containsExactly(Cut.POSSIBLE);
    }

    @Test
    void levelByLevelRootsComeFirst() {
        List<RowChange> rows = rows(4);
        RowOrder order = new RowOrder(rows, true);
        order.add(wait(rows.get(1), rows.get(0), Cut.POSSIBLE));
        order.add(wait(rows.get(2), rows.get(1), Cut.POSSIBLE));
        assertThat(order.sort()).containsExactly(rows.get(0), rows.get(3), rows.get(1), rows.get(2));
    }
}
