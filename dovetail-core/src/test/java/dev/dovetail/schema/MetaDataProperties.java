package dev.dovetail.schema;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MetaDataProperties {
    private static final int TABLES = 8;

    /** For each table the numbers of those that it refers to. */
    @Provide
    Arbitrary<List<Set<Integer>>> references() {
        return Arbitraries.integers()
                .between(0, TABLES - 1)
                .set()
                .ofMaxSize(2)
                .list()
                .ofSize(TABLES);
    }

    private static MetaData metaData(List<Set<Integer>> references) {
        List<Table> tables = new ArrayList<>();
        for (int number = 0; number < references.size(); number++) {
            TableBuilder builder =
                    Table.builder("t" + number).add(column("id", INTEGER).primaryKey());
            for (int target : references.get(number)) {
                builder.add(column("t" + target + "_id", INTEGER).references("t" + target, "id"));
            }
            tables.add(builder.build());
        }
        return MetaData.of(tables);
    }

    /** All tables that one refers to, directly or by way of others. */
    private static Set<Table> reachable(MetaData metaData, Table table) {
        Set<Table> reached = new LinkedHashSet<>();
        List<Table> open = new ArrayList<>(List.of(table));
        while (!open.isEmpty()) {
            for (ForeignKey foreignKey : open.remove(0).foreignKeys()) {
                Table target = metaData.referenced(foreignKey);
                if (reached.add(target)) {
                    open.add(target);
                }
            }
        }
        return reached;
    }

    @Property
    void referencedTablesComeFirstUnlessTheyReferBack(@ForAll("references") List<Set<Integer>> references) {
        MetaData metaData = metaData(references);
        List<Table> sorted = metaData.sortedTables();
        assertThat(sorted).containsExactlyInAnyOrderElementsOf(metaData.tables());
        for (Table table : sorted) {
            for (Table target : reachable(metaData, table)) {
                if (!reachable(metaData, target).contains(table)) {
                    assertThat(sorted.indexOf(target)).isLessThan(sorted.indexOf(table));
                }
            }
        }
    }

    @Property
    void cyclesAreThoseThatReachEachOther(@ForAll("references") List<Set<Integer>> references) {
        MetaData metaData = metaData(references);
        Set<Set<Table>> expected = new HashSet<>();
        for (Table table : metaData.tables()) {
            Set<Table> both = new HashSet<>(Set.of(table));
            reachable(metaData, table).stream()
                    .filter(other -> reachable(metaData, other).contains(table))
                    .forEach(both::add);
            if (both.size() > 1) {
                expected.add(both);
            }
        }
        assertThat(metaData.cycles())
                .extracting(HashSet::new)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(HashSet::new).toList());
    }
}
