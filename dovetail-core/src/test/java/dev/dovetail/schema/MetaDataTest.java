package dev.dovetail.schema;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetaDataTest {
    private static Table table(String name, TableElement... more) {
        return Table.builder(name)
                .add(column("id", INTEGER).primaryKey())
                .add(List.of(more))
                .build();
    }

    private static ColumnDefinition<Integer> to(String table) {
        return column(table + "_id", INTEGER).references(table, "id");
    }

    @Test
    void tablesDeclaredInTheWrongOrderAreSorted() {
        Table page = table("page", to("belong"));
        Table belong = table("belong", to("relation"));
        Table relation = table("relation");
        Table other = table("other");
        MetaData metaData = MetaData.of(page, other, belong, relation);
        assertThat(metaData.tables()).containsExactly(page, other, belong, relation);
        assertThat(metaData.sortedTables()).containsExactly(relation, belong, page, other);
        assertThat(metaData.cycles()).isEmpty();
    }

    @Test
    void cyclesAreReported() {
        Table a = table("a", to("b"));
        Table b = table("b", to("c"));
        Table c = table("c", to("a"), to("d"));
        Table d = table("d");
        Table self = table("self", to("self"));
        MetaData metaData = MetaData.of(a, b, c, d, self);
        assertThat(metaData.cycles()).containsExactly(List.of(a, b, c));
        assertThat(metaData.sortedTables()).containsExactly(d, a, b, c, self);
    }

    @Test
    void foreignKeysAreResolvedBothWays() {
        Table parent = table("parent");
        Table child = table(
                "child", column("parent_id", INTEGER), foreignKey("parent_id").references("parent"));
        MetaData metaData = MetaData.of(child, parent);
        ForeignKey foreignKey = child.foreignKeys().get(0);
        assertThat(metaData.referenced(foreignKey)).isSameAs(parent);
        assertThat(metaData.referencedColumns(foreignKey)).isEqualTo(List.of(parent.column("id")));
        assertThat(metaData.referencing(parent)).containsExactly(foreignKey);
        assertThat(metaData.referencing(child)).isEmpty();
    }

    @Test
    void uniqueColumnsAreKeysInAnyOrder() {
        Table parent = table(
                "parent",
                column("a", INTEGER),
                column("b", INTEGER),
                index("a", "b").unique());
        Table child = table(
                "child",
                column("x", INTEGER),
                column("y", INTEGER),
                foreignKey("x", "y").references("parent", "b", "a"));
        assertThat(MetaData.of(parent, child)
                        .referencedColumns(child.foreignKeys().get(0)))
                .isEqualTo(List.of(parent.column("b"), parent.column("a")));
    }

    @Test
    void whatCannotWorkIsRefusedAtOnce() {
        Table pair = Table.of("pair", column("a", INTEGER), column("b", INTEGER), primaryKey("a", "b"));
        Table child = table(
                "child",
                column("x", INTEGER).references("paire", "a"),
                column("y", INTEGER).references("pair", "c"),
                column("z", INTEGER).references("pair", "a"),
                column("w", INTEGER),
                foreignKey("w").references("pair"));
        assertThatThrownBy(() -> MetaData.of(pair, child, table("child")))
                .isInstanceOfSatisfying(
                        UsageException.class, e -> assertThat(e.code()).isEqualTo("DVT-SCHEMA-METADATA"))
                .message()
                .isEqualTo(String.join(
                        "\n",
                        "table child is declared twice",
                        "foreign key fk_child_x of child references table paire, which is not among the tables;"
                                + " did you mean pair?",
                        "foreign key fk_child_y of child references pair.c: pair has no column c; did you mean a?",
                        "foreign key fk_child_z of child references pair(a), which is neither the primary key nor"
                                + " declared unique",
                        "foreign key fk_child_w of child has 1 columns, but the primary key of pair has 2"));
    }

    @Test
    void tableByName() {
        Table page = table("page");
        Table wiki =
                Table.builder("page").schema("wiki").add(column("id", INTEGER)).build();
        MetaData metaData = MetaData.of(page, wiki);
        assertThat(metaData.table("page")).isSameAs(page);
        assertThat(metaData.table("wiki.page")).isSameAs(wiki);
        assertThat(metaData.findTable("pag")).isNull();
        assertThatThrownBy(() -> metaData.table("pag")).hasMessage("there is no table pag; did you mean page?");
        assertThatThrownBy(() -> metaData.referencing(table("page")))
                .hasMessage("table page does not belong to this MetaData");
    }

    @Test
    void foreignKeyStaysInItsSchemaUnlessItSaysOtherwise() {
        Table parent = Table.builder("parent")
                .schema("s")
                .add(column("id", INTEGER).primaryKey())
                .build();
        Table child = Table.builder("child").schema("s").add(to("parent")).build();
        Table outside = Table.of(
                "outside",
                column("p", INTEGER),
                foreignKey("p").references("parent").inSchema("s"));
        MetaData metaData = MetaData.of(parent, child, outside);
        assertThat(metaData.referencing(parent)).hasSize(2);
    }

    @Test
    void creationIsLeftToTheTarget() {
        List<String> calls = new ArrayList<>();
        MetaData metaData = MetaData.of(table("a"));
        DdlTarget target = new DdlTarget() {
            @Override
            public void createAll(MetaData given) {
                calls.add("create " + given.tables());
            }

            @Override
            public void dropAll(MetaData given) {
                calls.add("drop " + given.tables());
            }

            @Override
            public void createAll(MetaData given, Collection<Table> chosen) {
                calls.add("create of it " + chosen);
            }

            @Override
            public void dropAll(MetaData given, Collection<Table> chosen) {
                calls.add("drop of it " + chosen);
            }
        };
        metaData.createAll(target);
        metaData.createAll(target, metaData.tables());
        metaData.dropAll(target, metaData.tables());
        metaData.dropAll(target);
        assertThat(calls).containsExactly("create [a]", "create of it [a]", "drop of it [a]", "drop [a]");
        assertThatThrownBy(() -> metaData.createAll(target, List.of(table("a"))))
                .hasMessage("table a does not belong to this MetaData");
    }
}
