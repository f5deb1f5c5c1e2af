package dev.dovetail.schema;

import static dev.dovetail.schema.Schema.check;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.foreignKey;
import static dev.dovetail.schema.Schema.index;
import static dev.dovetail.schema.Schema.primaryKey;
import static dev.dovetail.schema.Schema.unique;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static dev.dovetail.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsKnowWhatWasDeclared() {
        Table users = Table.of(
                "users",
                column("id", BIGINT).primaryKey().generated(),
                column("email", VARCHAR(100)).notNull().unique().comment("where mail goes"),
                column("status", TEXT).defaultSql("'new'"));
        Column<Long> id = users.column("id", Long.class);
        assertThat(id.generated()).isTrue();
        assertThat(id.nullable()).isFalse();
        assertThat(id.position()).isZero();
        assertThat(id.table()).isSameAs(users);
        assertThat(users.column("email").comment()).isEqualTo("where mail goes");
        assertThat(users.column("email").nullable()).isFalse();
        assertThat(users.column("status").nullable()).isTrue();
        assertThat(users.column("status").defaultSql()).isEqualTo("'new'");
        assertThat(users.column("status")).hasToString("users.status");
        assertThat(users.primaryKey().columns()).containsExactly(id);
    }

    @Test
    void definitionsAreNotChangedByTheirMethods() {
        ColumnDefinition<Integer> plain = column("a", INTEGER);
        plain.notNull().unique().defaultSql("1");
        Table table = Table.of("t", plain);
        assertThat(table.column("a").nullable()).isTrue();
        assertThat(table.column("a").defaultSql()).isNull();
        assertThat(table.uniques()).isEmpty();
    }

    @Test
    void constraintsAreNamedByConvention() {
        Table table = Table.of(
                "line",
                column("a", INTEGER).check("a > 0"),
                column("b", INTEGER).unique(),
                primaryKey("a", "b"),
                foreignKey("a", "b").references("other"),
                index("b"));
        assertThat(table.primaryKey().name()).isEqualTo("pk_line");
        assertThat(table.foreignKeys()).extracting(ForeignKey::name).containsExactly("fk_line_a_b");
        assertThat(table.uniques()).extracting(UniqueConstraint::name).containsExactly("uq_line_b");
        assertThat(table.checks()).extracting(CheckConstraint::name).containsExactly("ck_line_a");
        assertThat(table.indexes()).extracting(Index::name).containsExactly("ix_line_b");
        assertThat(table.foreignKeys().get(0)).hasToString("line(a, b) → other, NO ACTION");
        assertThat(table.column("a").nullable()).isFalse();
    }

    @Test
    void conventionAndNamesCanBeGiven() {
        Table table = Table.builder("line")
                .naming(new NamingConvention("{table}_pk", "{table}_{columns}_fk", "u", "c", "e", "i"))
                .add(List.of(
                        column("a", INTEGER).primaryKey().references("x", "id").check("first", "a > 0"),
                        unique("a").named("only_a")))
                .build();
        assertThat(table.primaryKey().name()).isEqualTo("line_pk");
        assertThat(table.foreignKeys().get(0).name()).isEqualTo("line_a_fk");
        assertThat(table.checks().get(0).name()).isEqualTo("first");
        assertThat(table.uniques().get(0).name()).isEqualTo("only_a");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> Table.of(
                        "t",
                        column("a", TEXT).generated(),
                        column("A", INTEGER),
                        column("b", INTEGER).primaryKey(),
                        primaryKey("a"),
                        unique("missing"),
                        unique(),
                        index("b", "b"),
                        foreignKey("a", "b").references("x", "y"),
                        foreignKey("b"),
                        check("same", "1"),
                        check("same", "2")))
                .isInstanceOfSatisfying(
                        UsageException.class, e -> assertThat(e.code()).isEqualTo("DVT-SCHEMA-TABLE"))
                .hasMessageStartingWith("table t: ")
                .hasMessageContaining("the primary key is declared more than once")
                .hasMessageContaining("column A is declared twice")
                .hasMessageContaining("column a is generated, so it must be SMALLINT, INTEGER or BIGINT, not TEXT")
                .hasMessageContaining("unique constraint uq_t_missing names column missing, which does not exist")
                .hasMessageContaining("unique constraint uq_t_ needs at least one column")
                .hasMessageContaining("index ix_t_b_b names a column twice")
                .hasMessageContaining("foreign key fk_t_a_b has 2 columns and references 1")
                .hasMessageContaining("foreign key fk_t_b does not say what it references")
                .hasMessageContaining("two constraints are named same; give one of them a name of its own");
    }

    @Test
    void columnHasOneValueOfTheDatabase() {
        assertThatThrownBy(
                        () -> Table.of("t", column("a", INTEGER).defaultSql("1").generated()))
                .hasMessage("table t: column a has two of a default, an identity and an expression");
        assertThatThrownBy(() -> Table.of(
                        "t",
                        column("a", INTEGER)
                                .computed("1", ColumnValue.Storage.STORED)
                                .clientDefault(1)))
                .hasMessage("table t: column a is computed, so the program cannot give it a default");
    }

    @Test
    void unknownColumn() {
        Table table = Table.of("page", column("title", TEXT));
        assertThatThrownBy(() -> table.column("titel"))
                .isInstanceOf(UsageException.class)
                .hasMessage("page has no column titel; did you mean title?");
        assertThatThrownBy(() -> table.column("title", Integer.class))
                .hasMessage("page.title is TEXT with values of java.lang.String, not java.lang.Integer");
    }
}
