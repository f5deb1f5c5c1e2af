package dev.dovetail.schema;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static MetaData tables(ColumnDefinition<?> name, TableElement... more) {
        Table parent = Table.of("parent", column("id", INTEGER).primaryKey());
        Table child = Table.builder("child")
                .add(column("id", INTEGER).primaryKey())
                .add(name)
                .add(column("parent_id", INTEGER))
                .add(List.of(more))
                .build();
        return MetaData.of(child, parent);
    }

    private static List<String> words(MetaData expected, MetaData actual) {
        return expected.differences(actual).stream().map(Difference::toString).toList();
    }

    @Test
    void theSame() {
        MetaData one = tables(column("name", VARCHAR(20)).clientDefault("x"), index("name"));
        assertThat(words(one, tables(column("name", VARCHAR(20)), index("name"))))
                .isEmpty();
    }

    @Test
    void everythingThatDiffersIsNamed() {
        MetaData expected = tables(
                column("name", VARCHAR(20)).notNull().defaultValue("new"),
                foreignKey("parent_id").references("parent").onDelete(ReferentialAction.CASCADE),
                index("name"));
        MetaData actual = tables(
                column("name", VARCHAR(30)).defaultSql("'new'"),
                foreignKey("parent_id").references("parent"),
                index("name").named("other"));
        assertThat(words(expected, actual))
                .containsExactly(
                        "column child.name: type is VARCHAR(30), not VARCHAR(20)",
                        "column child.name: nullable is true, not false",
                        "column child.name: value is DEFAULT 'new', not DEFAULT the constant new",
                        "foreign key fk_child_parent_id of child: ON DELETE is NO ACTION, not CASCADE",
                        "index ix_child_name of child is missing",
                        "index other of child is not expected");
    }

    @Test
    void objectsThatOneSideHasNot() {
        Sequence numbers = Sequence.of("numbers", options -> options.startWith(5));
        Table holder = Table.of("holder", column("id", BIGINT).primaryKey().defaultNext(numbers));
        assertThat(words(MetaData.of(holder), MetaData.of(Sequence.of("numbers"))))
                .containsExactly("sequence numbers: options is none, not START WITH 5", "table holder is missing");
    }

    @Test
    void copyIsInItsSchemaAltogether() {
        Sequence numbers = Sequence.of("numbers");
        Table parent = Table.of("parent", column("id", BIGINT).primaryKey().defaultNext(numbers));
        Table child = Table.of("child", column("parent_id", BIGINT).references("parent", "id"));
        MetaData copy = MetaData.of(child, parent).inSchema("a").withSchemas(Map.of("a", "b"));
        assertThat(copy.tables()).extracting(Table::toString).containsExactly("b.child", "b.parent");
        assertThat(copy.sequences()).containsExactly(numbers.inSchema("b"));
        assertThat(copy.referenced(copy.table("b.child").foreignKeys().get(0))).isSameAs(copy.table("b.parent"));
        assertThat(copy.schemas()).containsExactly("b");
    }

    @Test
    void nameByConventionFitsEverywhere() {
        String table = "ä".repeat(40);
        String name = NamingConvention.name("pk_{table}", table, List.of());
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
        assertThat(name).startsWith("pk_ää").isEqualTo(NamingConvention.name("pk_{table}", table, List.of()));
        assertThat(name).isNotEqualTo(NamingConvention.name("pk_{table}", table + "ä", List.of()));
    }
}
