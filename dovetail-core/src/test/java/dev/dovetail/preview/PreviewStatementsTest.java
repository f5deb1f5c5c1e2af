package dev.dovetail.preview;

import static dev.dovetail.schema.Schema.column;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.engine.Connection;
import dev.dovetail.engine.EchoListener;
import dev.dovetail.engine.Engine;
import dev.dovetail.schema.MetaData;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewStatementsTest {

    private static final Table NODE = Table.of(
            "node",
            column("id", INTEGER).primaryKey(),
            column("parent_id", INTEGER).references("node", "id", ReferentialAction.CASCADE));

    private static final Table LEAF = Table.of(
            "leaf",
            column("id", INTEGER).primaryKey(),
            column("node_id", INTEGER).references("node", "id"));

    private final List<String> sent = new ArrayList<>();

    private DeletePreview preview(int rows) {
        MetaData tables = MetaData.of(NODE, LEAF);
        try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
            tables.createAll(engine);
            engine.transaction(connection -> {
                for (int id = 1; id <= rows; id++) {
                    connection.execute(Sql.sql("INSERT INTO node (id, parent_id) VALUES (:id, :parent)")
                            .bind("id", id)
                            .bind("parent", Math.max(1, id - 1)));
                }
                connection.execute(Sql.sql("INSERT INTO leaf (id, node_id) VALUES (1, " + rows + ")"));
            });
            try (Connection connection = engine.connect()) {
                ForeignKeyGraph graph = ForeignKeyGraph.read(connection, tables);
                engine.addListener(new EchoListener(sent::add));
                return graph.previewDelete(
                        connection,
                        NODE,
                        Sql.table(NODE).col("id", Integer.class).eq(1));
            }
        }
    }

    @Test
    void aTreeIsCountedByOneRecursiveStatement() {
        assertThat(preview(2).refused()).isTrue();
        String asked = "WITH gone_1 AS (SELECT node.id AS c0 FROM node WHERE node.id = ?)";
        String all = "WITH RECURSIVE gone_1 AS (SELECT node.id AS c0 FROM node WHERE node.id = ?), gone_2 (c0) AS"
                + " (SELECT node.id AS c0 FROM node WHERE node.parent_id IN (SELECT gone_1.c0 FROM gone_1)"
                + " AND CASE WHEN node.id IN (SELECT gone_1.c0 FROM gone_1) THEN ? ELSE ? END = ? UNION"
                + " SELECT node.id AS c0 FROM node JOIN gone_2 ON node.parent_id = gone_2.c0"
                + " AND CASE WHEN node.id IN (SELECT gone_1.c0 FROM gone_1) THEN ? ELSE ? END = ?)";
        assertThat(sent)
                .anyMatch(sql -> sql.startsWith(asked + " SELECT count(*) FROM node WHERE node.parent_id IN"))
                .anyMatch(sql -> sql.startsWith(
                        all + " SELECT count(*) FROM leaf WHERE leaf.node_id IN" + " (SELECT gone_2.c0 FROM gone_2)"));
    }

    @Test
    void asManyStatementsForManyRowsAsForFew() {
        preview(10);
        int few = sent.size();
        sent.clear();
        DeletePreview preview = preview(5000);
        assertThat(preview.total("node").deleted()).isEqualTo(5000);
        assertThat(preview.total("node").atLeast()).isFalse();
        assertThat(preview.total("leaf").refusing()).isEqualTo(1);
        assertThat(sent).hasSize(few);
    }
}
