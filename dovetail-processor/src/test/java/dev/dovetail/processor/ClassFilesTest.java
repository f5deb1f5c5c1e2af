package dev.dovetail.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dovetail.processor.Compilation.Input;
import dev.dovetail.processor.Compilation.Message;
import dev.dovetail.processor.Compilation.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities that come from class files are read like those that are being compiled. */
class ClassFilesTest {

    private static final String HEAD =
            "package app;\nimport dev.dovetail.orm.attribute.*; import dev.dovetail.orm.mapping.*;\n";
    private static final String PARENT = HEAD + """
            @Entity
            public class Parent {
                @Id Integer id;
                @Column(unique = true) String code;
                @Relationship(backPopulates = "parent") final Many<Child> children = new Many<>(this);
            }
            """;
    private static final String CHILD = HEAD + """
            @Entity
            public class Child {
                @Id Integer id;
                @ForeignKey @Relationship(backPopulates = "children") final One<Parent> parent = new One<>(this);
            }
            """;

    @TempDir
    Path library;

    @Test
    @DisplayName("a key on a holder takes its column from an entity in a class file")
    void keyFromClassFile() throws IOException {
        compileLibrary();
        Compilation compilation = compile("app/Toy.java", HEAD + """
                        @Entity
                        class Toy {
                            @Id Integer id;
                            @ForeignKey(referencedColumns = "code") final One<Parent> owner = new One<>(this);
                        }
                        """);
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.source("app/Toy_Mapper.java"))
                .contains("ColumnModel.of(\"owner_code\", null, String.class, VARCHAR(255))");
    }

    @Test
    @DisplayName("a mistake against an entity in a class file is reported where it is made")
    void mistakeAgainstClassFile() throws IOException {
        compileLibrary();
        Compilation compilation = compile("app/Toy.java", HEAD + """
                        @Entity
                        class Toy {
                            @Id Integer id;
                            @ForeignKey(references = Parent.class) Long parentId;
                        }
                        """);
        assertThat(compilation.diagnostics())
                .containsExactly(new Message(
                        true,
                        "app/Toy.java",
                        6,
                        "[FK12] Toy.parentId: parentId is Long (BIGINT), but references Parent.id, which is Integer (INTEGER);"
                                + " give both one type"));
    }

    @Test
    @DisplayName("a change that breaks an entity in a class file is reported on the class that leads to it")
    void changeBreaksClassFile() throws IOException {
        compileLibrary();
        Compilation compilation = compile("app/Child.java", CHILD.replace("> parent =", "> mother ="));
        assertThat(compilation.diagnostics())
                .extracting(Message::line, Message::text)
                .containsExactlyInAnyOrder(
                        tuple(
                                4L,
                                "[MAP06] Parent.children: backPopulates = \"parent\": Child has no relationship of that name;"
                                        + " those to Parent are: mother (app.Parent comes from a class file)"),
                        tuple(
                                6L,
                                "[MAP08] Child.mother: backPopulates = \"children\": Parent.children names \"parent\" back;"
                                        + " give it @Relationship(backPopulates = \"mother\")"));
    }

    private void compileLibrary() throws IOException {
        Map<String, String> sources = Map.of("app/Parent.java", PARENT, "app/Child.java", CHILD);
        assertThat(Compilation.run(Input.of(Mode.CLASS_PATH, sources), library).diagnostics())
                .isEmpty();
    }

    private Compilation compile(String path, String source) {
        return Compilation.run(new Input(Mode.CLASS_PATH, Map.of(path, source), List.of(), List.of(library)));
    }
}
