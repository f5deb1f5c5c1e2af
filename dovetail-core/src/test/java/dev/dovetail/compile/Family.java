package dev.dovetail.compile;

import static dev.dovetail.schema.ReferentialAction.CASCADE;
import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.BIGINT;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.NUMERIC;
import static dev.dovetail.type.Types.TIMESTAMP;
import static dev.dovetail.type.Types.VARCHAR;

import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.NumericOperand;
import dev.dovetail.sql.Statement;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.TextOperand;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parents and children, and short ways to see what becomes of a statement about them. */
final class Family {
    static final Table PARENT =
            Table.of("parent", column("id", INTEGER).primaryKey().generated(), column("name", VARCHAR(20)));

    static final Table CHILD = Table.of(
            "child",
            column("id", INTEGER).primaryKey().generated(),
            column("name", VARCHAR(20)),
            column("parent_id", INTEGER).notNull().references("parent", "id", CASCADE),
            column("allowance", NUMERIC(5, 2)),
            column("steps", BIGINT),
            column("born", TIMESTAMP(3)));

    static final TableSource P = table(PARENT);
    static final TableSource C = table(CHILD);

    static final Column<Integer> CHILD_ID = CHILD.column("id", Integer.class);
    static final Column<String> CHILD_NAME = CHILD.column("name", String.class);
    static final Column<Integer> CHILD_PARENT_ID = CHILD.column("parent_id", Integer.class);
    static final Column<BigDecimal> CHILD_ALLOWANCE = CHILD.column("allowance", BigDecimal.class);
    static final Column<LocalDateTime> CHILD_BORN = CHILD.column("born", LocalDateTime.class);

    static final ColumnRef<Integer> ID = C.col(CHILD_ID);
    static final ColumnRef<Integer> PARENT_ID = C.col(CHILD_PARENT_ID);
    static final TextOperand NAME = C.text("name");
    static final NumericOperand<Long> STEPS = C.number("steps", Long.class);
    static final NumericOperand<BigDecimal> ALLOWANCE = C.number("allowance", BigDecimal.class);

    private Family() {}

    static String sql(Statement statement) {
        return new Renderer(new TestDialect()).compile(statement).sql();
    }

    /** What is bound when the statement runs with arguments. */
    static List<@Nullable Object> parameters(Statement statement, @Nullable Object... arguments) {
        Structure structure = Structure.of(statement);
        CompiledStatement compiled = new Renderer(new TestDialect()).compile(statement, structure);
        return compiled.parameters(structure.constants(), arguments);
    }
}
