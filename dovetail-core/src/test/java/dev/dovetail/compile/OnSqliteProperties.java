package dev.dovetail.compile;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.and;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.not;
import static dev.dovetail.sql.Sql.number;
import static dev.dovetail.sql.Sql.or;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.selectFrom;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.sql.Sql.value;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Expression;
import dev.dovetail.sql.NumericOperand;
import dev.dovetail.sql.Operand;
import dev.dovetail.sql.Statement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

/** What is rendered is read by a real database as it was meant. */
class OnSqliteProperties {
    private static final Dialect SQLITE = ServiceLoader.load(Dialect.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(dialect -> dialect.accepts("jdbc:sqlite:family.db"))
            .findFirst()
            .orElseThrow();

    private static final Renderer RENDERER = new Renderer(SQLITE);

    private static List<List<@Nullable Object>> run(Connection connection, Statement statement) throws SQLException {
        Structure structure = Structure.of(statement);
        CompiledStatement compiled = RENDERER.compile(statement, structure);
        try (PreparedStatement prepared = connection.prepareStatement(compiled.sql())) {
            compiled.bind(prepared, structure.constants(), new Object[0]);
            List<List<@Nullable Object>> rows = new ArrayList<>();
            if (prepared.execute()) {
                try (ResultSet resultSet = prepared.getResultSet()) {
                    while (resultSet.next()) {
                        List<@Nullable Object> row = new ArrayList<>();
                        for (int index = 0; index < compiled.codecs().size(); index++) {
                            row.add(compiled.codecs().get(index).read(resultSet, index + 1));
                        }
                        rows.add(row);
                    }
                }
            }
            return rows;
        }
    }

    @Provide
    Arbitrary<String> hostileNames() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(20),
                        Arbitraries.strings()
                                .withChars("\"'`[];-?:. aA_1")
                                .ofMinLength(1)
                                .ofMaxLength(10),
                        Arbitraries.of("select", "order", "Order", "a b", "a\"b", "?", ":x", "--", "1", "é"))
                // Surrogates without a partner are no text, and SQLite keeps the names that begin with sqlite_ to
                // itself.
                .filter(name -> !name.isBlank()
                        && name.indexOf('\0') < 0
                        && name.chars().noneMatch(c -> Character.isSurrogate((char) c))
                        && !name.toLowerCase(Locale.ROOT).startsWith("sqlite_"));
    }

    @Property(tries = 300)
    void namesOfAnyContentAreQuotedRight(@ForAll("hostileNames") String tableName, @ForAll("hostileNames") String name)
            throws SQLException {
        Table table = Table.of(tableName, column("id", INTEGER).primaryKey(), column(name + "_", TEXT));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            for (String ddl : new DdlRenderer(SQLITE).create(MetaData.of(table))) {
                try (java.sql.Statement statement = connection.createStatement()) {
                    statement.executeUpdate(ddl);
                }
            }
            run(
                    connection,
                    insertInto(table)
                            .columns(table.columns().toArray(Column<?>[]::new))
                            .values(1, name));
            assertThat(run(
                            connection,
                            selectFrom(table(table))
                                    .where(table(table).text(name + "_").eq(name))))
                    .containsExactly(List.of(1, name));
        }
    }

    @Property
    void valuesNeverReachTheText(@ForAll @NotEmpty String text, @ForAll int number) {
        String marked = "\u2603" + text;
        Table table = Table.of("t", column("a", TEXT), column("b", INTEGER));
        for (Statement statement : List.of(
                insertInto(table).set(table.column("a", String.class), marked),
                selectFrom(table(table))
                        .where(
                                table(table).text("a").eq(marked),
                                table(table).text("a").contains(marked),
                                table(table).text("a").in(marked, marked),
                                table(table).text("a").concat(marked).ne(marked),
                                table(table)
                                        .number("b", Integer.class)
                                        .plus(number)
                                        .gt(number))
                        .limit(Math.abs((long) number)))) {
            String sql = RENDERER.compile(statement).sql();
            assertThat(sql)
                    .doesNotContain("\u2603")
                    .doesNotContainPattern("[0-9]")
                    .doesNotContain("'\u2603");
        }
    }

    /** An expression, and what it is worth. */
    private record Worth<T>(Operand<T> operand, T worth) {}

    @Provide
    Arbitrary<Worth<Boolean>> conditions() {
        return conditions(4);
    }

    private static Arbitrary<Worth<Long>> numbers(int depth) {
        Arbitrary<Worth<Long>> leaf =
                Arbitraries.longs().between(-9, 9).map(number -> new Worth<>(value(number, BIGINT), number));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Worth<Long>> part = numbers(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                Combinators.combine(part, part, Arbitraries.of('+', '-', '*')).as((left, right, operator) -> {
                    NumericOperand<Long> operand = number(left.operand);
                    return switch (operator) {
                        case '+' -> new Worth<>(operand.plus(right.operand), left.worth + right.worth);
                        case '-' -> new Worth<>(operand.minus(right.operand), left.worth - right.worth);
                        default -> new Worth<>(operand.times(right.operand), left.worth * right.worth);
                    };
                }));
    }

    private static Arbitrary<Worth<Boolean>> conditions(int depth) {
        Arbitrary<Worth<Long>> number = numbers(Math.min(depth, 3));
        Arbitrary<Worth<Boolean>> comparison = Combinators.combine(number, number, Arbitraries.of('<', '=', '>'))
                .as((left, right, operator) -> switch (operator) {
                    case '<' -> new Worth<>(left.operand.lt(right.operand), left.worth < right.worth);
                    case '=' -> new Worth<>(left.operand.eq(right.operand), left.worth.equals(right.worth));
                    default -> new Worth<>(left.operand.gt(right.operand), left.worth > right.worth);
                });
        if (depth == 0) {
            return comparison;
        }
        Arbitrary<Worth<Boolean>> part = conditions(depth - 1);
        return Arbitraries.oneOf(
                comparison,
                Combinators.combine(part, part, part)
                        .as((a, b, c) -> new Worth<Boolean>(
                                and(a.operand, b.operand, c.operand), a.worth && b.worth && c.worth)),
                Combinators.combine(part, part)
                        .as((a, b) -> new Worth<Boolean>(or(a.operand, b.operand), a.worth || b.worth)),
                Combinators.combine(part, part)
                        .as((a, b) -> new Worth<Boolean>(a.operand.eq(b.operand), a.worth.equals(b.worth))),
                number.map(a -> new Worth<Boolean>(a.operand.in(1L, 2L), a.worth == 1 || a.worth == 2)),
                number.map(a -> new Worth<Boolean>(a.operand.between(-1L, 3L), a.worth >= -1 && a.worth <= 3)),
                number.map(a -> new Worth<Boolean>(a.operand.isNull(), false)),
                part.map(a -> new Worth<Boolean>(not(a.operand), !a.worth)));
    }

    @Property(tries = 500)
    void bracketsStandWhereTheyMust(@ForAll("conditions") Worth<Boolean> condition) throws SQLException {
        Expression<Boolean> expression = condition.operand.expression();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThat(run(connection, select(expression))).containsExactly(List.of(condition.worth));
        }
    }

    @Property(tries = 200)
    void sameShapeSameKeyAndSqlWithOtherValues(@ForAll("conditions") Worth<Boolean> condition, @ForAll long number) {
        Statement statement = select(value(number, BIGINT)).where(condition.operand);
        Statement other = select(value(~number, BIGINT)).where(condition.operand);
        assertThat(Structure.of(other).key()).isEqualTo(Structure.of(statement).key());
        assertThat(RENDERER.compile(other).sql())
                .isEqualTo(RENDERER.compile(statement).sql());
    }

    @Property(tries = 500)
    void differentSqlNeverSharesKey(
            @ForAll("conditions") Worth<Boolean> one, @ForAll("conditions") Worth<Boolean> other) {
        Statement first = select(one.operand);
        Statement second = select(other.operand);
        boolean sameKey = Structure.of(first).key().equals(Structure.of(second).key());
        boolean sameSql =
                RENDERER.compile(first).sql().equals(RENDERER.compile(second).sql());
        assertThat(sameKey).isEqualTo(sameSql);
    }
}
