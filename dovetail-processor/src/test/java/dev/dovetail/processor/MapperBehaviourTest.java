package dev.dovetail.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.orm.attribute.Holder;
import dev.dovetail.orm.generated.EntityIndex;
import dev.dovetail.orm.generated.EntityMapper;
import dev.dovetail.orm.generated.Snapshot;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.processor.Compilation.Input;
import dev.dovetail.processor.Compilation.Mode;
import dev.dovetail.type.ConvertedType;
import dev.dovetail.type.Json;
import dev.dovetail.type.Type;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads what was written for the golden cases and does with every column what a session does. */
class MapperBehaviourTest {

    @TempDir
    Path output;

    static Stream<Golden> cases() {
        return Golden.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyColumnIsReadWrittenComparedAndRestored(Golden golden) throws IOException {
        Compilation.run(Input.of(Mode.CLASS_PATH, golden.entities()), output);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {output.toUri().toURL()}, getClass().getClassLoader())) {
            EntityIndex index =
                    ServiceLoader.load(EntityIndex.class, loader).findFirst().orElseThrow();
            assertThat(index.mappers()).isNotEmpty().allSatisfy(MapperBehaviourTest::exercise);
        }
    }

    private static <E> void exercise(EntityMapper<E> mapper) {
        E entity = mapper.instantiate();
        Snapshot<E> snapshot = mapper.snapshot();
        int columns = mapper.model().columns().size();
        for (int column = 0; column < columns; column++) {
            snapshot.take(entity, column);
        }
        Snapshot<E> untouched = snapshot.copy();
        for (int column = 0; column < columns; column++) {
            if (isIdentity(mapper.model(), column)) {
                mapper.set(entity, column, "seven");
                assertThat(mapper.get(entity, column))
                        .isEqualTo(mapper.model().inheritance().identity());
            } else {
                exercise(mapper, entity, snapshot, column);
            }
        }
        assertThat(snapshot.differs(entity)).isFalse();
        assertThat(untouched.differs(entity)).isTrue();
        untouched.restore(entity);
        assertThat(untouched.differs(entity)).isFalse();
        for (int relationship = 0; relationship < mapper.model().relationships().size(); relationship++) {
            Holder<?> holder = mapper.holder(entity, relationship);
            assertThat(holder).isSameAs(mapper.holder(entity, relationship)).isNotNull();
        }
        assertThatThrownBy(() -> mapper.get(entity, columns)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        mapper.holder(entity, mapper.model().relationships().size()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> snapshot.value(columns)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A discriminator without a field is what the class says. */
    private static boolean isIdentity(EntityModel model, int column) {
        return model.inheritance() != null
                && model.columns().get(column).attribute() == null
                && model.columns().get(column).name().equals(model.inheritance().discriminator());
    }

    private static <E> void exercise(EntityMapper<E> mapper, E entity, Snapshot<E> snapshot, int column) {
        ColumnModel model = mapper.model().columns().get(column);
        snapshot.take(entity, column); // a primitive component is 0 from the moment that its record is there
        Object before = mapper.get(entity, column);
        Object sample = sample(mapper, column);
        assertThat(snapshot.differs(entity, column)).as(model.name()).isFalse();
        mapper.set(entity, column, sample);
        assertThat(mapper.get(entity, column)).as(model.name()).isEqualTo(sample);
        assertThat(snapshot.differs(entity, column)).as(model.name()).isTrue();
        assertThat(snapshot.differs(entity)).as(model.name()).isTrue();
        snapshot.restore(entity, column);
        assertThat(mapper.get(entity, column)).as(model.name()).isEqualTo(before);
        mapper.set(entity, column, sample);
        snapshot.take(entity, column);
        assertThat(snapshot.value(column)).as(model.name()).isEqualTo(sample);
        if (sample instanceof byte[] bytes) { // changed in place
            bytes[0]++;
            assertThat(snapshot.differs(entity, column)).as(model.name()).isTrue();
            bytes[0]--;
        }
        snapshot.value(column, before);
        assertThat(snapshot.differs(entity, column)).as(model.name()).isTrue();
        snapshot.value(column, sample);
        assertThat(snapshot.differs(entity, column)).as(model.name()).isFalse();
    }

    private static Object sample(EntityMapper<?> mapper, int column) {
        Class<?> type = mapper.types().get(column).javaClass();
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getName()) {
            case "java.lang.Integer" -> 7;
            case "java.lang.Long" -> 7L;
            case "java.lang.Short" -> (short) 7;
            case "java.lang.Byte" -> (byte) 7;
            case "java.lang.Character" -> '7';
            case "java.time.Duration" -> Duration.ofSeconds(7);
            case "dev.dovetail.type.Json" -> Json.of("[7]");
            case "java.util.BitSet" -> BitSet.valueOf(new byte[] {7});
            case "java.util.List" -> list(mapper.types().get(column));
            case "[Ljava.lang.String;" -> new String[] {"7"};
            case "java.lang.Double" -> 7.5;
            case "java.lang.Float" -> 7.5f;
            case "java.lang.Boolean" -> true;
            case "java.lang.String" -> "seven";
            case "java.math.BigDecimal" -> new BigDecimal("7.5");
            case "java.math.BigInteger" -> BigInteger.TEN;
            case "java.util.UUID" -> new UUID(7, 7);
            case "java.time.LocalDate" -> LocalDate.of(2019, 1, 2);
            case "java.time.LocalTime" -> LocalTime.of(6, 16, 56);
            case "java.time.LocalDateTime" -> LocalDateTime.of(2019, 1, 2, 6, 16, 56);
            case "java.time.OffsetDateTime" -> OffsetDateTime.of(2019, 1, 2, 6, 16, 56, 0, ZoneOffset.UTC);
            case "java.time.Instant" -> Instant.parse("2019-01-02T06:16:56Z");
            case "[B" -> new byte[] {7};
            default -> throw new AssertionError("no sample for " + type);
        };
    }

    /** Of texts where it is stored as one, else of what its array has. */
    private static List<?> list(Type<?> type) {
        if (type instanceof ConvertedType<?, ?> converted && converted.stored().javaClass() == String.class) {
            return List.of("7");
        }
        if (type instanceof ConvertedType<?, ?>) {
            return List.of(); // of enums: what is in it is seen by other tests
        }
        return List.of(Objects.requireNonNull(type.storage().element()).javaClass() == String.class ? "7" : 7);
    }
}
