package dev.dovetail.orm.internal.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.attribute.MappedClasses;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.internal.identity.IdentityMap;
import dev.dovetail.orm.internal.state.EntityDescriptor;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.state.LooseObjects;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.internal.state.States;
import dev.dovetail.orm.internal.unitofwork.RowChange.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of a flush, without a database: changes go in, an order comes out. */
class DependencySortTest {

    private final Mappings mappings =
            mappings(Town.Country.class, Town.City.class, Town.Address.class, Node.class, Link.class);
    private final States states = new States(mappings, new LooseObjects(), new IdentityMap());
    private final List<List<EntityDescriptor<?>>> order = TableOrder.of(mappings.entities());

    @Example
    void tablesAreOrderedByForeignKeysThenByName() {
        assertThat(order.stream().flatMap(List::stream).map(EntityDescriptor::name))
                .containsExactly("Country", "City", "Address", "Link", "Node");
    }

    @Example
    void insertsGoFromTheReferencedToTheReferringAndDeletesBack() {
        Changes changes = new Changes();
        InstanceState address = state(new Town.Address());
        changes.insert(address);
        changes.insert(state(new Town.City()));
        changes.insert(state(new Town.Country()));
        Town.Country gone = new Town.Country();
        gone.id = 9;
        changes.delete(row(gone));
        Town.Address left = new Town.Address();
        left.id = 9;
        changes.delete(row(left));

        assertThat(FlushPlan.of(DependencySort.sort(changes, order), List.of()).steps())
                .extracting(step -> step.kind() + " " + step.entity().name())
                .containsExactly("INSERT Country", "INSERT City", "INSERT Address", "DELETE Address", "DELETE Country");
    }

    @Example
    void updatesGoByKeyAndBeforeInserts() {
        Changes changes = new Changes();
        changes.insert(state(new Node(1, null)));
        changes.write(row(new Node(30, null)));
        changes.write(row(new Node(4, null)));

        assertThat(DependencySort.sort(changes, order).toString())
                .isEqualTo("[UPDATE Node 4, UPDATE Node 30, INSERT new Node]");
    }

    @Example
    void circleOfRequiredKeysIsRefusedWithItsRows() {
        Changes changes = new Changes();
        changes.delete(row(new Link(1, 2)));
        changes.delete(row(new Link(2, 3)));
        changes.delete(row(new Link(3, 1)));

        assertThatThrownBy(() -> DependencySort.sort(changes, order))
                .isInstanceOf(UsageException.class)
                .hasMessage("these rows refer to each other in a circle, and no foreign key in it may be"
                        + " NULL or is deferred: Link 1 → Link 2 → Link 3. Make one of the keys nullable, or declare it"
                        + " deferred");
    }

    /** Whatever refers to whatever: nothing is inserted before the row it refers to, but where the key comes later. */
    @Property
    void noInsertRefersToARowThatIsNotThereYet(@ForAll("references") List<Integer> next) {
        Changes changes = new Changes();
        for (int id = 0; id < next.size(); id++) {
            changes.insert(state(new Node(id, next.get(id) < 0 ? null : next.get(id))));
        }

        Set<Integer> there = new HashSet<>();
        Map<Integer, Integer> keys = new HashMap<>();
        for (RowChange change : DependencySort.sort(changes, order)) {
            Node node = (Node) change.state().entity();
            boolean later = change.postponed().contains(1);
            assertThat(change.kind()).isEqualTo(there.contains(node.id) ? Kind.UPDATE : Kind.INSERT);
            there.add(Objects.requireNonNull(node.id));
            if (!later && node.nextId != null) {
                assertThat(there).contains(node.nextId);
                keys.put(node.id, node.nextId);
            }
        }
        for (int id = 0; id < next.size(); id++) {
            assertThat(keys.getOrDefault(id, -1)).isEqualTo(next.get(id));
        }
    }

    /** The same the other way round: no row goes while another that is still there refers to it. */
    @Property
    void noDeleteLeavesAReferenceBehind(@ForAll("references") List<Integer> next) {
        Changes changes = new Changes();
        Map<Integer, Integer> references = new HashMap<>();
        for (int id = 0; id < next.size(); id++) {
            changes.delete(row(new Node(id, next.get(id) < 0 ? null : next.get(id))));
            references.put(id, next.get(id));
        }

        for (RowChange change : DependencySort.sort(changes, order)) {
            Integer id = Objects.requireNonNull(((Node) change.state().entity()).id);
            references.remove(id);
            if (change.kind() == Kind.DELETE) {
                assertThat(references.values()).doesNotContain(id);
            } else {
                assertThat(change.nulled()).containsExactly(1);
                references.put(id, -1);
            }
        }
        assertThat(references).isEmpty();
    }

    @Provide
    Arbitrary<List<Integer>> references() {
        return Arbitraries.integers()
                .between(1, 8)
                .flatMap(size ->
                        Arbitraries.integers().between(-1, size - 1).list().ofSize(size));
    }

    private InstanceState state(Object entity) {
        return states.of(entity);
    }

    private InstanceState row(Object entity) {
        InstanceState state = state(entity);
        state.row(Objects.requireNonNull(state.type().key(entity)), state.fields());
        return state;
    }

    private static Mappings mappings(Class<?>... classes) {
        List<EntityMapper<?>> mappers = new ArrayList<>();
        Arrays.stream(classes).map(MappedClasses::of).forEach(mapped -> mappers.add((EntityMapper<?>) mapped));
        return new Mappings(mappers);
    }
}
