package dev.dovetail.tests.conformance.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dovetail.tests.conformance.corpus.Schema.Column;
import dev.dovetail.tests.conformance.corpus.Schema.EntityClass;
import dev.dovetail.tests.conformance.corpus.Schema.ForeignKey;
import dev.dovetail.tests.conformance.corpus.Schema.Kind;
import dev.dovetail.tests.conformance.corpus.Schema.PassiveDeletes;
import dev.dovetail.tests.conformance.corpus.Schema.Relationship;
import dev.dovetail.tests.conformance.corpus.Schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads the library of schemas. */
public final class SchemaReader {

    private SchemaReader() {}

    /** {@return the schemas of {@code schemas.json}} */
    public static List<Schema> read(String json) {
        return Json.list(Json.parse(json).get("schemas"), SchemaReader::schema);
    }

    /** {@return the schemas of the cases of {@code config-errors.json}, by the name of the case} */
    public static Map<String, Schema> readCases(String json) {
        Map<String, Schema> cases = new LinkedHashMap<>();
        Json.parse(json).get("cases").forEach(node -> cases.put(Json.need(node, "name"), schema(node.get("schema"))));
        return cases;
    }

    private static Schema schema(JsonNode node) {
        return new Schema(
                Json.need(node, "name"),
                Json.need(node, "family"),
                node.get("tier").intValue(),
                Json.need(node, "doc"),
                Json.list(node.get("tables"), SchemaReader::table),
                Json.list(node.get("entities"), SchemaReader::entity));
    }

    private static Table table(JsonNode node) {
        return new Table(
                Json.need(node, "name"),
                Json.list(node.get("columns"), SchemaReader::column),
                Json.list(node.get("foreign_keys"), SchemaReader::foreignKey),
                Json.list(node.get("uniques"), Json::texts),
                Json.texts(node.get("checks")));
    }

    private static Column column(JsonNode node) {
        boolean primaryKey = Json.flag(node, "pk", false);
        return new Column(
                Json.need(node, "name"),
                Json.need(node, "type"),
                primaryKey,
                Json.flag(node, "autoincrement", false),
                Json.flag(node, "nullable", !primaryKey),
                Json.flag(node, "unique", false));
    }

    private static ForeignKey foreignKey(JsonNode node) {
        return new ForeignKey(
                Json.texts(node.get("columns")),
                Json.need(node, "ref_table"),
                Json.texts(node.get("ref_columns")),
                Json.text(node, "ondelete"),
                Json.text(node, "onupdate"),
                Json.flag(node, "deferred", false));
    }

    private static EntityClass entity(JsonNode node) {
        return new EntityClass(
                Json.need(node, "name"),
                Json.text(node, "table"),
                Json.list(node.get("relationships"), SchemaReader::relationship),
                Json.text(node, "inherits"),
                Json.text(node, "polymorphic_on"),
                Json.text(node, "polymorphic_identity"),
                Json.texts(node.get("inherit_condition")),
                Json.text(node, "version_id"));
    }

    private static Relationship relationship(JsonNode node) {
        String passiveDeletes = node.path("passive_deletes").asText("false").toUpperCase(Locale.ROOT);
        return new Relationship(
                Json.need(node, "name"),
                Json.need(node, "target"),
                Kind.valueOf(Json.need(node, "kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                Json.text(node, "back_populates"),
                Objects.requireNonNullElse(Json.text(node, "cascade"), "save-update, merge"),
                PassiveDeletes.valueOf(passiveDeletes),
                Json.flag(node, "passive_updates", true),
                Json.flag(node, "post_update", false),
                Json.flag(node, "single_parent", false),
                Objects.requireNonNullElse(Json.text(node, "lazy"), "select"),
                Json.texts(node.get("order_by")),
                Json.texts(node.get("remote_side")),
                Json.texts(node.get("foreign_keys")),
                Json.text(node, "secondary"),
                Json.texts(node.get("secondary_local")),
                Json.texts(node.get("secondary_remote")));
    }
}
