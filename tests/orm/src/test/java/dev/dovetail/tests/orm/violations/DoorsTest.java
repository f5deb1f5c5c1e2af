package dev.dovetail.tests.orm.violations;

import static dev.dovetail.sql.Sql.insertInto;
import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.CheckViolationException;
import dev.dovetail.ConstraintFacts;
import dev.dovetail.DataException;
import dev.dovetail.DatabaseException;
import dev.dovetail.Fact;
import dev.dovetail.FactSource;
import dev.dovetail.ForeignKeySide;
import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.UniqueViolationException;
import dev.dovetail.integrity.StatementOrigin;
import dev.dovetail.orm.Session;
import dev.dovetail.schema.Column;
import dev.dovetail.schema.Table;
import dev.dovetail.sql.Insert;
import dev.dovetail.tests.orm.support.TestDatabase;
import dev.dovetail.tests.orm.violations.Staff.Person;
import dev.dovetail.tests.orm.violations.Staff.Team;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of violation through each door: whichever it comes by, the facts are the same. */
class DoorsTest {

    /** A way by which rows come into the database. */
    enum Door {
        FLUSH {
            @Override
            void send(Session session, List<Person> people) {
                session.addAll(people);
                session.flush();
            }
        },
        BULK_INSERT {
            @Override
            void send(Session session, List<Person> people) {
                session.bulkInsert(people);
            }
        },
        ONE_BY_ONE {
            @Override
            void send(Session session, List<Person> people) {
                people.forEach(person -> session.connection().execute(row(person)));
            }
        },
        SEVERAL_ROWS {
            @Override
            void send(Session session, List<Person> people) {
                Insert insert = insertInto(TABLE).columns(TABLE.columns().toArray(Column<?>[]::new));
                for (Person person : people) {
                    insert = insert.values(person.values());
                }
                session.connection().execute(insert);
            }
        },
        BATCH {
            @Override
            void send(Session session, List<Person> people) {
                Insert insert = insertInto(TABLE);
                for (int i = 0; i < TABLE.columns().size(); i++) {
                    insert = set(insert, TABLE.columns().get(i), i);
                }
                List<Object[]> rows = people.stream().map(Person::values).toList();
                session.connection().executeBatch(insert, rows, StatementOrigin.none());
            }
        },
        RAW_SQL {
            @Override
            void send(Session session, List<Person> people) {
                for (Person person : people) {
                    String values = Stream.of(person.values())
                            .map(value -> value == null
                                    ? "NULL"
                                    : value instanceof String ? "'" + value + "'" : String.valueOf(value))
                            .collect(Collectors.joining(", "));
                    session.connection()
                            .execute(
                                    sql("INSERT INTO person (id, email, age, share, team_id) VALUES (" + values + ")"));
                }
            }
        };

        abstract void send(Session session, List<Person> people);

        static <T> Insert set(Insert insert, Column<T> column, int position) {
            return insert.set(column, parameter(position, column.type()));
        }

        Insert row(Person person) {
            return insertInto(TABLE)
                    .columns(TABLE.columns().toArray(Column<?>[]::new))
                    .values(person.values());
        }
    }

    private static final Table TABLE = table();

    private static Table table() {
        try (TestDatabase database = TestDatabase.of(Team.class, Person.class)) {
            return database.sessions().metadata().table("person");
        }
    }

    /** What is wrong with the second of three people, and what is to be told of it. */
    private record Kind(
            String name,
            Class<? extends DatabaseException> type,
            @Nullable String constraint,
            String column,
            @Nullable Object value,
            Consumer<Person> wrong) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "unique",
                    UniqueViolationException.class,
                    "uq_person_email",
                    "email",
                    "a@example.org",
                    person -> person.email = "a@example.org"),
            new Kind(
                    "unique within",
                    UniqueViolationException.class,
                    "uq_person_email",
                    "email",
                    "first@example.org",
                    person -> person.email = "first@example.org"),
            new Kind("primary key", UniqueViolationException.class, "pk_person", "id", 1, person -> person.id = 1),
            new Kind(
                    "missing parent",
                    ForeignKeyViolationException.class,
                    "fk_person_team_id",
                    "team_id",
                    99,
                    person -> person.teamId = 99),
            new Kind("not null", NotNullViolationException.class, null, "email", null, person -> person.email = null),
            new Kind("check", CheckViolationException.class, "ck_person_age", "age", -1, person -> person.age = -1),
            new Kind(
                    "too long",
                    DataException.class,
                    null,
                    "email",
                    "x".repeat(41),
                    person -> person.email = "x".repeat(41)),
            new Kind(
                    "out of range",
                    DataException.class,
                    null,
                    "share",
                    new BigDecimal("1234.50"),
                    person -> person.share = new BigDecimal("1234.50")));

    static Stream<Arguments> all() {
        return KINDS.stream().flatMap(kind -> Stream.of(Door.values()).map(door -> Arguments.of(kind, door)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theFactsAreTheSame(Kind kind, Door door) {
        if (kind.type() == DataException.class && door == Door.RAW_SQL) {
            TestDatabase.only("SQLite takes any text and number", "PostgreSQL", "MariaDB", "H2");
        }
        try (TestDatabase database = TestDatabase.of(Team.class, Person.class)) {
            database.sql(
                    "INSERT INTO crew (id, name) VALUES (1, 'red')",
                    "INSERT INTO person (id, email, team_id) VALUES (1, 'a@example.org', 1)");
            List<Person> people = new ArrayList<>(List.of(
                    new Person(11, "first@example.org"), new Person(12, "second@example.org"), new Person(13, "c")));
            kind.wrong().accept(people.get(1));
            try (Session session = database.open()) {
                DatabaseException error = catchThrowableOfType(kind.type(), () -> door.send(session, people));
                assertThat(error).isNotNull();
                assertTold(kind, door, error.facts().constraint());
                if (error instanceof UniqueViolationException unique) {
                    assertThat(unique.isPrimaryKey()).isEqualTo(kind.name().equals("primary key"));
                    assertExisting(kind, door, unique);
                }
                if (error instanceof ForeignKeyViolationException foreignKey) {
                    assertThat(foreignKey.side()).isEqualTo(ForeignKeySide.MISSING_PARENT);
                    assertThat(foreignKey.referencedTable()).isEqualTo("crew");
                    assertThat(foreignKey.referencedColumns()).containsExactly("id");
                }
                boolean objects = door == Door.FLUSH || door == Door.BULK_INSERT;
                assertThat(error.entity()).isSameAs(objects ? people.get(1) : null);
                if (objects) {
                    assertThat(error.facts().origin().attributes().values())
                            .containsExactly(kind.column().equals("team_id") ? "teamId" : kind.column());
                }
                assertThat(error.rowIndex()).isEqualTo(objects || door == Door.BATCH ? 1 : 0);
                assertThat(error.sql()).startsWith("INSERT INTO person ");
                assertThat(error.code()).isNotEqualTo("DVT-23-FK");
                assertThat(error.hint()).isNotNull();
                session.rollback();
            }
        }
    }

    private static void assertTold(Kind kind, Door door, ConstraintFacts told) {
        assertThat(told.name()).isEqualTo(kind.constraint());
        assertThat(told.table()).isEqualTo("person");
        assertThat(told.columns()).containsExactly(kind.column());
        // Which of the rows of one statement does not meet a condition, only the database could tell.
        boolean known = door != Door.SEVERAL_ROWS || kind.type() != CheckViolationException.class;
        assertThat(told.values()).isEqualTo(known ? Collections.singletonMap(kind.column(), kind.value()) : Map.of());
    }

    private static void assertExisting(Kind kind, Door door, UniqueViolationException error) {
        boolean together = door != Door.ONE_BY_ONE && door != Door.RAW_SQL;
        boolean canAsk = !TestDatabase.dialect().name().equals("PostgreSQL");
        if (kind.name().equals("unique within") && (together || canAsk)) {
            assertThat(error.existingRow()).isEqualTo(Map.of("id", 11));
        } else if (kind.name().equals("primary key") || canAsk) {
            assertThat(error.existingRow()).isEqualTo(Map.of("id", 1));
        } else {
            assertThat(error.existingRow()).isEmpty();
        }
    }

    /** Where the transaction cannot be asked any more, the session may know. */
    @Test
    void theObjectThatHasTheValueAlready() {
        try (TestDatabase database = TestDatabase.of(Team.class, Person.class)) {
            database.sql("INSERT INTO person (id, email) VALUES (1, 'a@example.org')");
            try (Session session = database.open()) {
                session.get(Person.class, 1);
                session.add(new Person(2, "a@example.org"));
                UniqueViolationException error = catchThrowableOfType(UniqueViolationException.class, session::flush);
                assertThat(error.existingRow()).isEqualTo(Map.of("id", 1));
                boolean canAsk = !TestDatabase.dialect().name().equals("PostgreSQL");
                assertThat(error.facts().constraint().source(Fact.EXISTING_ROW))
                        .isEqualTo(canAsk ? FactSource.PROBE : FactSource.MEMORY);
                assertThat(error)
                        .hasMessageContaining(
                                canAsk ? "existing    person.id = 1\n" : "person.id = 1 (as this session has it)\n");
            }
        }
    }
}
