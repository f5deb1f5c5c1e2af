package dev.dovetail.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.processor.Compilation.Message;
import dev.dovetail.processor.Compilation.Mode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other processors write comes too late for the mapper and the index, and that is said. */
class OtherProcessorTest {

    private static final String PROCESSORS =
            "dev.dovetail.processor.OtherProcessor,dev.dovetail.processor.IndexProcessor,"
                    + "dev.dovetail.processor.MappingProcessor";

    @Test
    void lateTypesAndLateEntitiesAreErrors() {
        String thing = """
                package app;

                import dev.dovetail.orm.attribute.*; import dev.dovetail.orm.mapping.*;

                @Entity
                class Thing {
                    @Id Integer id;
                    Late field;
                }
                """;
        Compilation compilation =
                Compilation.run(Mode.CLASS_PATH, Map.of("app/Thing.java", thing), "-processor", PROCESSORS);
        assertThat(compilation.diagnostics())
                .containsExactlyInAnyOrder(
                        new Message(
                                true,
                                "app/Thing.java",
                                8,
                                "[MAP23] Thing.field: its type was written by another annotation processor after the mapper;"
                                        + " compile generated types in a module of their own"),
                        new Message(
                                true,
                                "app/LateEntity.java",
                                1,
                                "[MAP26] LateEntity was written by another annotation processor after the index app.AppModel;"
                                        + " compile generated entities in a module of their own"));
        assertThat(compilation.written()).containsKey("app/LateEntity_Mapper.java");
    }
}
