package dev.dovetail.engine;

import dev.dovetail.DatabaseException;
import dev.dovetail.PartialSchemaChangeException;
import dev.dovetail.TransactionState;
import dev.dovetail.UsageException;
import dev.dovetail.compile.Capability;
import dev.dovetail.compile.DdlRenderer;
import dev.dovetail.compile.DdlStatement;
import dev.dovetail.compile.Dialect;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates what is missing and drops what is there: in one transaction where DDL can be rolled back, elsewhere statement by
 * statement, each of which stays.
 */
final class SchemaCreator {

    private final Engine engine;
    private final Dialect dialect;
    private final DdlRenderer renderer;

    SchemaCreator(Engine engine) {
        this.engine = engine;
        this.dialect = engine.dialect();
        this.renderer = new DdlRenderer(dialect).conditional();
    }

    void createAll(MetaData metaData, @Nullable Collection<Table> chosen) {
        List<DdlStatement> plan = planCreate(metaData, chosen);
        plan.stream().filter(DdlStatement::temporary).findFirst().ifPresent(statement -> {
            throw new UsageException(
                    "DVT-DDL-TEMPORARY",
                    "the temporary table " + statement.object().name()
                            + " would end with the connection that creates it;"
                            + " create it on the connection that is to use it: metaData.createAll(connection)");
        });
        engine.transaction(connection -> run(connection, missing(connection, plan)));
    }

    void dropAll(MetaData metaData, @Nullable Collection<Table> chosen) {
        List<DdlStatement> plan = planDrop(metaData, chosen);
        if (!metaData.cycles().isEmpty() && !dialect.has(Capability.ALTER_ADD_CONSTRAINT)) {
            // No table of a cycle can go first while its rows are checked.
            engine.withoutForeignKeyChecks(metaData, connection -> run(connection, plan));
        } else {
            engine.transaction(connection -> run(connection, present(connection, plan)));
        }
    }

    void createAll(Connection connection, MetaData metaData, @Nullable Collection<Table> chosen) {
        runWithin(connection, planCreate(metaData, chosen), plan -> missing(connection, plan));
    }

    void dropAll(Connection connection, MetaData metaData, @Nullable Collection<Table> chosen) {
        runWithin(connection, planDrop(metaData, chosen), plan -> present(connection, plan));
    }

    private void runWithin(
            Connection connection, List<DdlStatement> plan, Function<List<DdlStatement>, List<DdlStatement>> choice) {
        boolean commits = !dialect.has(Capability.TRANSACTIONAL_DDL)
                && plan.stream().anyMatch(statement -> !statement.temporary());
        if (commits && connection.transactionState() == TransactionState.ACTIVE) {
            throw new UsageException(
                    "DVT-DDL-COMMITS",
                    dialect.name() + " would commit the open transaction with the first statement that creates or drops"
                            + " something; commit or roll back before");
        }
        run(connection, choice.apply(plan));
    }

    private List<DdlStatement> planCreate(MetaData metaData, @Nullable Collection<Table> chosen) {
        return chosen == null ? renderer.planCreate(metaData) : renderer.planCreate(metaData, chosen);
    }

    private List<DdlStatement> planDrop(MetaData metaData, @Nullable Collection<Table> chosen) {
        return chosen == null ? renderer.planDrop(metaData) : renderer.planDrop(metaData, chosen);
    }

    private List<DdlStatement> missing(Connection connection, List<DdlStatement> plan) {
        ExistingObjects existing = ExistingObjects.of(connection);
        return existing == null
                ? plan
                : plan.stream()
                        .filter(statement -> !existing.has(statement.object()))
                        .toList();
    }

    private List<DdlStatement> present(Connection connection, List<DdlStatement> plan) {
        ExistingObjects existing = ExistingObjects.of(connection);
        return existing == null
                ? plan
                : plan.stream()
                        .filter(statement -> statement.temporary() || existing.has(statement.object()))
                        .toList();
    }

    private void run(Connection connection, List<DdlStatement> statements) {
        for (int position = 0; position < statements.size(); position++) {
            try {
                connection.executeText(statements.get(position).sql());
            } catch (DatabaseException e) {
                if (position > 0 && !dialect.has(Capability.TRANSACTIONAL_DDL)) {
                    throw new PartialSchemaChangeException(
                            dialect.name(),
                            texts(statements.subList(0, position)),
                            texts(statements.subList(position, statements.size())),
                            e);
                }
                throw e;
            }
        }
    }

    private static List<String> texts(List<DdlStatement> statements) {
        return statements.stream().map(DdlStatement::sql).toList();
    }
}
