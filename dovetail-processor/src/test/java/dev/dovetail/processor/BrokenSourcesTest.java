package dev.dovetail.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dovetail.processor.Compilation.Message;
import dev.dovetail.processor.Compilation.Mode;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that do not compile: the compiler says so, and the processors neither crash nor add to it. */
class BrokenSourcesTest {

    private static final String HEAD =
            "package app;\nimport dev.dovetail.orm.attribute.*; import dev.dovetail.orm.mapping.*;\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Missing field;",
                "final One<Missing> holder = new One<>(this);",
                "final Many<Missing> holder = new Many<>(this);",
                "@Relationship(backPopulates = MISSING) final One<Thing> holder = new One<>(this); @ForeignKey(references = Thing.class) Integer key;",
                "@ForeignKey(references = Missing.class) Integer key;",
                "@ForeignKey(onDelete = dev.dovetail.schema.ReferentialAction.CASCASE, table = \"x\") Integer key;",
                "@Relationship(cascade = Cascade.EVERYTHING) final One<Thing> holder = new One<>(this); @ForeignKey(references = Thing.class) Integer key;",
                "@Column(length = MISSING) String text;",
                "@Missing String text;",
                "@SuppressWarnings(MISSING) String text;"
            })
    void onlyTheCompilerComplains(String field) {
        String source = HEAD + "@Entity\nclass Thing {\n    @Id Integer id;\n    " + field + "\n}\n";
        Compilation compilation = Compilation.run(Mode.CLASS_PATH, Map.of("app/Thing.java", source));
        assertThat(compilation.diagnostics()).isNotEmpty().allSatisfy(message -> {
            assertThat(message.line()).isEqualTo(6);
            assertThat(message.text())
                    .doesNotStartWith("[")
                    .containsAnyOf("cannot find symbol", "incompatible", "constant");
        });
    }

    @Test
    @DisplayName("a mistake in one entity does not make every use of generated classes an error")
    void mistakeStandsAlone() {
        String thing = HEAD + "@Entity\nclass Thing {\n    @Id int id;\n    Missing field;\n}\n";
        String use =
                "package app;\nimport static app.Thing_.THING;\nclass Use {\n    Object o = THING.id;\n    AppModel m;\n}\n";
        assertThat(Compilation.run(Mode.CLASS_PATH, Map.of("app/Thing.java", thing, "app/Use.java", use))
                        .diagnostics())
                .extracting(Message::file, Message::line)
                .containsExactlyInAnyOrder(tuple("app/Thing.java", 5L), tuple("app/Thing.java", 6L));
    }
}
