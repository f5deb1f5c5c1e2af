package dev.dovetail.engine;

import dev.dovetail.compile.Capability;
import dev.dovetail.compile.DdlRenderer;
import dev.dovetail.schema.MetaData;
import java.util.List;

/** Creates and drops tables, each in one transaction where the database has transactions for that. */
final class SchemaCreator {

    private final Engine engine;
    private final DdlRenderer renderer;

    SchemaCreator(Engine engine) {
        this.engine = engine;
        this.renderer = new DdlRenderer(engine.dialect()).conditional();
    }

    void createAll(MetaData metaData) {
        run(renderer.create(metaData));
    }

    void dropAll(MetaData metaData) {
        List<String> statements = renderer.drop(metaData);
        if (metaData.cycles().isEmpty() || engine.dialect().has(Capability.ALTER_ADD_CONSTRAINT)) {
            run(statements);
        } else {
            // No table of a cycle can go first while its rows are checked.
            engine.withoutForeignKeyChecks(metaData, connection -> statements.forEach(connection::executeText));
        }
    }

    private void run(List<String> statements) {
        engine.transaction(connection -> statements.forEach(connection::executeText));
    }
}
