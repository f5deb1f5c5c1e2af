package dev.dovetail.tests.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.Capability;
import dev.dovetail.compile.DdlRenderer;
import dev.dovetail.compile.Dialect;
import dev.dovetail.schema.MetaData;
import dev.dovetail.testkit.Database;
import dev.dovetail.testkit.EveryDatabase;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas of well-known size: as text for every dialect, and on every database, in any declared order. */
class SampleSchemasTest {
    @ParameterizedTest
    @ValueSource(strings = {"music", "trader", "rental"})
    void ddlAsTextNeedsNoConnection(String schema) {
        for (Dialect dialect : Dialect.all()) {
            DdlRenderer ddl = new DdlRenderer(dialect);
            MetaData metaData = SampleSchemas.metaData(schema);
            String script = ddl.createScript(metaData) + "\n" + ddl.dropScript(metaData);
            Golden.assertText("ddl/" + schema + "-" + dialect.name().toLowerCase(Locale.ROOT) + ".sql", script.strip());
        }
    }

    /** The order in which they are declared changes at most the order of statements. */
    @Test
    void anyOrderCreatesTheSame() {
        for (String schema : SampleSchemas.ALL.keySet()) {
            MetaData metaData = SampleSchemas.metaData(schema);
            for (long seed = 0; seed < 50; seed++) {
                MetaData shuffled = SampleSchemas.shuffled(schema, seed);
                assertThat(metaData.differences(shuffled)).as("seed " + seed).isEmpty();
                for (Dialect dialect : Dialect.all()) {
                    DdlRenderer ddl = new DdlRenderer(dialect);
                    assertThat(new HashSet<>(ddl.create(shuffled)))
                            .as(dialect.name() + ", seed " + seed)
                            .isEqualTo(new HashSet<>(ddl.create(metaData)));
                }
            }
        }
    }

    @EveryDatabase
    void createdInAnyOrderAndDropped(Database database) {
        for (String schema : SampleSchemas.ALL.keySet()) {
            for (long seed = 1; seed <= 2; seed++) {
                SampleSchemas.shuffled(schema, seed).createAll(database.engine());
                SampleSchemas.shuffled(schema, seed + 100).createAll(database.engine());
                SampleSchemas.shuffled(schema, seed + 200).dropAll(database.engine());
            }
            SampleSchemas.metaData(schema).dropAll(database.engine());
        }
    }

    @EveryDatabase
    void secondTimeCreatesNothing(Database database) {
        MetaData rental = SampleSchemas.metaData("rental");
        rental.createAll(database.engine());
        database.statements().clear();
        rental.createAll(database.engine());
        if (database.dialect().objectCatalogue() != null) {
            database.statements().expectStatements(1);
        } else {
            assertThat(database.statements().sql()).allMatch(sql -> sql.contains(" IF NOT EXISTS "));
        }
        assertThat(database.has(Capability.IF_EXISTS)).isTrue();
    }
}
