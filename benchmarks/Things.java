import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes 45 entities, for the start of a program that has fifty of them: {@code java Things.java jpa|dovetail|jimmer package
 * directory}. Each has a reference to the one before. Their tables need not exist.
 */
class Things {

    private static final int COUNT = 45;

    public static void main(String[] arguments) throws IOException {
        String library = arguments[0];
        String name = arguments[1];
        Path directory = Files.createDirectories(Path.of(arguments[2]).resolve(name.replace('.', '/')));
        StringBuilder classes = new StringBuilder();
        for (int i = 1; i <= COUNT; i++) {
            write(directory.resolve("Thing" + i + ".java"), text(library, name, i));
            classes.append(i == 1 ? "" : ", ").append("Thing").append(i).append(".class");
        }
        if (library.equals("jpa")) {
            write(directory.resolve("Things.java"), """
                    package %s;

                    import java.util.List;

                    /** The generated entities. */
                    final class Things {

                        static final List<Class<?>> CLASSES = List.of(%s);

                        private Things() {}
                    }
                    """.formatted(name, classes));
        }
    }

    /** Only if it is another text, so that nothing is compiled anew without need. */
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private static String text(String library, String name, int i) {
        return switch (library) {
            case "dovetail" -> dovetail(name, i);
            case "jpa" -> jpa(name, i);
            case "jimmer" -> jimmer(name, i);
            default -> throw new IllegalArgumentException(library);
        };
    }

    private static String dovetail(String name, int i) {
        String reference = i == 1 ? "" : """

                    @Index
                    @ForeignKey(references = Thing%1$d.class)
                    Long thing%1$dId;

                    @Relationship
                    final One<Thing%1$d> thing%1$d = new One<>(this);
                """.formatted(i - 1);
        return """
                package %s;

                import dev.dovetail.orm.attribute.One;
                import dev.dovetail.orm.mapping.Entity;
                import dev.dovetail.orm.mapping.ForeignKey;
                import dev.dovetail.orm.mapping.Id;
                import dev.dovetail.orm.mapping.Index;
                import dev.dovetail.orm.mapping.Relationship;
                import java.math.BigDecimal;
                import java.time.LocalDateTime;

                @Entity
                public class Thing%d {

                    @Id
                    Long id;

                    String name;
                    int quantity;
                    boolean active;
                    BigDecimal price;
                    LocalDateTime created;
                %s}
                """.formatted(name, i, reference);
    }

    private static String jpa(String name, int i) {
        String reference = i == 1 ? "" : """

                    @ManyToOne(fetch = FetchType.LAZY)
                    @JoinColumn(name = "thing%1$d_id")
                    private Thing%1$d thing%1$d;
                """.formatted(i - 1);
        return """
                package %s;

                import jakarta.persistence.Entity;
                import jakarta.persistence.FetchType;
                import jakarta.persistence.GeneratedValue;
                import jakarta.persistence.GenerationType;
                import jakarta.persistence.Id;
                import jakarta.persistence.JoinColumn;
                import jakarta.persistence.ManyToOne;
                import java.math.BigDecimal;
                import java.time.LocalDateTime;

                @Entity
                public class Thing%d {

                    @Id
                    @GeneratedValue(strategy = GenerationType.IDENTITY)
                    private Long id;

                    private String name;
                    private int quantity;
                    private boolean active;
                    private BigDecimal price;
                    private LocalDateTime created;
                %s}
                """.formatted(name, i, reference);
    }

    private static String jimmer(String name, int i) {
        String reference = i == 1 ? "" : """

                    @Nullable
                    @ManyToOne
                    @JoinColumn(name = "thing%1$d_id")
                    Thing%1$d thing%1$d();
                """.formatted(i - 1);
        return """
                package %s;

                import java.math.BigDecimal;
                import java.time.LocalDateTime;
                import org.babyfish.jimmer.sql.Entity;
                import org.babyfish.jimmer.sql.GeneratedValue;
                import org.babyfish.jimmer.sql.GenerationType;
                import org.babyfish.jimmer.sql.Id;
                import org.babyfish.jimmer.sql.JoinColumn;
                import org.babyfish.jimmer.sql.ManyToOne;
                import org.jetbrains.annotations.Nullable;

                @Entity
                public interface Thing%d {

                    @Id
                    @GeneratedValue(strategy = GenerationType.IDENTITY)
                    long id();

                    String name();

                    int quantity();

                    boolean active();

                    BigDecimal price();

                    LocalDateTime created();
                %s}
                """.formatted(name, i, reference);
    }
}
