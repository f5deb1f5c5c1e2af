package dev.dovetail.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.processor.Compilation.Message;
import dev.dovetail.processor.Compilation.Mode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The index of a compilation: its name, its service entry, and the module that must provide it. */
class IndexTest {

    private static final String SERVICE = "META-INF/services/dev.dovetail.orm.generated.EntityIndex";
    private static final String MODULE = """
            module app {
                requires dev.dovetail.orm;
            }
            """;

    @Test
    @DisplayName("a module that provides no index gets the line that is missing; with it, nothing is said")
    void modulePrintsTheMissingLine() {
        Map<String, String> without = Map.of("module-info.java", MODULE, "app/Thing.java", entity("app", "Thing"));
        Compilation first = Compilation.run(Mode.MODULE_PATH, without, "-Xlint:all");
        String line = "provides dev.dovetail.orm.generated.EntityIndex with app.AppModel;";
        assertThat(first.diagnostics())
                .containsExactly(new Message(
                        false,
                        "module-info.java",
                        1,
                        "[DVT-INDEX] the service loader finds no entities of the module app; add this line to its"
                                + " module-info.java: " + line));
        Map<String, String> with = Map.of(
                "module-info.java",
                MODULE.replace("}", "    " + line + "\n}"),
                "app/Thing.java",
                entity("app", "Thing"));
        assertThat(Compilation.run(Mode.MODULE_PATH, with, "-Xlint:all", "-Werror")
                        .diagnostics())
                .isEmpty();
    }

    @Test
    @DisplayName("@SuppressWarnings on the module silences the line")
    void moduleCanSuppress() {
        Map<String, String> sources = Map.of(
                "module-info.java",
                "@SuppressWarnings(\"DVT-INDEX\")\n" + MODULE,
                "app/Thing.java",
                entity("app", "Thing"));
        assertThat(Compilation.run(Mode.MODULE_PATH, sources).diagnostics()).isEmpty();
    }

    @Test
    @DisplayName("without the option, the index is in the package that all entities share")
    void indexIsInTheCommonPackage() {
        Compilation compilation = Compilation.run(
                Mode.CLASS_PATH,
                Map.of(
                        "shop/order/Order.java", entity("shop.order", "Order"),
                        "shop/ordering/Item.java", entity("shop.ordering", "Item")));
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.source("shop/AppModel.java"))
                .contains("import shop.order.Order_Mapper;", "super(Order_Mapper.INSTANCE, Item_Mapper.INSTANCE);");
        assertThat(compilation.written()).containsEntry(SERVICE, "shop.AppModel\n");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    @DisplayName("the option names the index")
    void optionNamesTheIndex(Mode mode) {
        Map<String, String> sources = Map.of(
                "module-info.java",
                MODULE.replace("}", "    provides dev.dovetail.orm.generated.EntityIndex with app.db.Index;\n}"),
                "app/Thing.java",
                entity("app", "Thing"));
        Map<String, String> used =
                mode == Mode.MODULE_PATH ? sources : Map.of("app/Thing.java", entity("app", "Thing"));
        Compilation compilation = Compilation.run(mode, used, "-Adovetail.index=app.db.Index");
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.written()).containsKey("app/db/Index.java").containsEntry(SERVICE, "app.db.Index\n");
    }

    @Test
    @DisplayName("a name that is taken, and one that is none, are errors")
    void unusableNames() {
        Map<String, String> taken =
                Map.of("app/Thing.java", entity("app", "Thing"), "app/AppModel.java", "package app; class AppModel {}");
        assertThat(Compilation.run(Mode.CLASS_PATH, taken).diagnostics())
                .extracting(Message::text)
                .containsExactly("[MAP26] the index of the entities is to be app.AppModel, but there is a class of that"
                        + " name; name another with -Adovetail.index=…");
        assertThat(Compilation.run(
                                Mode.CLASS_PATH,
                                Map.of("app/Thing.java", entity("app", "Thing")),
                                "-Adovetail.index=app.my-model")
                        .diagnostics())
                .extracting(Message::text)
                .containsExactly("-Adovetail.index=app.my-model is no class name; write for instance"
                        + " -Adovetail.index=app.AppModel");
    }

    @Test
    @DisplayName("two runs write the same, whatever the order of the files")
    void outputIsDeterministic() {
        Map<String, String> sources =
                Map.of("b/B.java", entity("b", "B"), "a/A.java", entity("a", "A"), "c/C.java", entity("c", "C"));
        assertThat(Compilation.run(Mode.CLASS_PATH, sources).written())
                .isEqualTo(Compilation.run(Mode.CLASS_PATH, sources).written());
        assertThat(List.copyOf(
                        Compilation.run(Mode.CLASS_PATH, sources).written().keySet()))
                .contains("AppModel.java");
    }

    private static String entity(String packageName, String name) {
        return "package " + packageName
                + ";\n\nimport dev.dovetail.orm.mapping.Entity;\nimport dev.dovetail.orm.mapping.Id;\n\n"
                + "@Entity\nclass " + name + " {\n    @Id Integer id;\n}\n";
    }
}
