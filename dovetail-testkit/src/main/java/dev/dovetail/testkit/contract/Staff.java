package dev.dovetail.testkit.contract;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.select;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.sql.Sql.table;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static dev.dovetail.type.Types.VARCHAR;

import dev.dovetail.engine.Connection;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.ColumnRef;
import dev.dovetail.sql.NumericOperand;
import dev.dovetail.sql.ResultStatement;
import dev.dovetail.sql.TableSource;
import dev.dovetail.sql.TextOperand;
import dev.dovetail.testkit.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Three departments and five people: Ann leads Bob and Cid, Cid leads Dee and Eve, who has no department. */
final class Staff {
    static final Table DEPARTMENT = Table.of(
            "department",
            column("id", INTEGER).primaryKey(),
            column("name", VARCHAR(20)).notNull());

    static final Table EMPLOYEE = Table.of(
            "employee",
            column("id", INTEGER).primaryKey(),
            column("name", VARCHAR(20)).notNull(),
            column("department_id", INTEGER).references("department", "id"),
            column("manager_id", INTEGER).references("employee", "id"),
            column("salary", INTEGER));

    static final TableSource D = table(DEPARTMENT);
    static final TableSource E = table(EMPLOYEE);
    static final ColumnRef<Integer> D_ID = D.col("id", Integer.class);
    static final TextOperand D_NAME = D.text("name");
    static final ColumnRef<Integer> ID = E.col("id", Integer.class);
    static final TextOperand NAME = E.text("name");
    static final ColumnRef<Integer> DEPARTMENT_ID = E.col("department_id", Integer.class);
    static final ColumnRef<Integer> MANAGER_ID = E.col("manager_id", Integer.class);
    static final NumericOperand<Integer> SALARY = E.number("salary", Integer.class);

    private Staff() {}

    static void create(Database database) {
        database.create(DEPARTMENT, EMPLOYEE);
        database.engine().transaction(connection -> {
            connection.execute(insertInto(DEPARTMENT)
                    .columns(DEPARTMENT.columns().toArray(Column<?>[]::new))
                    .values(1, "Red")
                    .values(2, "Blue")
                    .values(3, "Empty"));
            person(connection, 1, "Ann", 1, null, 100);
            person(connection, 2, "Bob", 1, 1, 80);
            person(connection, 3, "Cid", 2, 1, 80);
            person(connection, 4, "Dee", 2, 3, null);
            person(connection, 5, "Eve", null, 3, 60);
        });
        database.statements().clear();
    }

    private static void person(
            Connection connection,
            int id,
            String name,
            @Nullable Integer department,
            @Nullable Integer manager,
            @Nullable Integer salary) {
        connection.execute(insertInto(EMPLOYEE)
                .columns(EMPLOYEE.columns().toArray(Column<?>[]::new))
                .values(id, name, department, manager, salary));
    }

    /** Whether SQL of MySQL goes to a MariaDB server, which lacks some of it: then there is nothing to show. */
    static boolean isOnAnotherServer(Database database) {
        if (!database.dialect().name().equals("MySQL")) {
            return false;
        }
        return list(database, select(sql("version()", TEXT))).get(0).contains("MariaDB");
    }

    static <R extends @Nullable Object> List<R> list(Database database, ResultStatement<R> query) {
        try (Connection connection = database.engine().connect()) {
            return connection.list(query);
        }
    }
}
