package dev.dovetail.tests.databases;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.schema.Schema.index;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.reflect.Reflection;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.List;

/** Reading a schema takes as many statements for five hundred tables as for one. */
class ManyTablesTest {

    @EveryDatabase
    void asManyStatementsAsForOne(Database database) {
        List<Table> tables = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            tables.add(Table.of(
                    "t" + number,
                    column("id", Types.INTEGER).primaryKey(),
                    column("name", Types.VARCHAR(20)).notNull().unique(),
                    column("state", Types.VARCHAR(20)).check("state <> ''"),
                    column("other_id", Types.INTEGER).references("t" + Math.max(0, number - 1), "id"),
                    index("name", "id")));
        }
        database.create(tables.get(0));
        Reflection.of(database.engine()).reflect();
        int forOne = database.statements().sql().size();
        MetaData.of(tables).createAll(database.engine());
        database.statements().clear();
        assertThat(Reflection.of(database.engine()).reflect().tables()).hasSize(500);
        database.statements().expectStatements(forOne);
    }
}
