package dev.dovetail.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.compile.ErrorKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddedConstraintTest {

    private static AddedConstraint key(ErrorKind kind, boolean primary, String name, String... columns) {
        return new AddedConstraint(kind, primary, "t", name, List.of(columns), null, List.of(), null);
    }

    @Test
    void keys() {
        assertThat(AddedConstraint.in("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"i\" ON s.t (a, `b`);"))
                .isEqualTo(key(ErrorKind.UNIQUE, false, "i", "a", "b"));
        assertThat(AddedConstraint.in("alter table only t add unique (a)"))
                .isEqualTo(key(ErrorKind.UNIQUE, false, null, "a"));
        assertThat(AddedConstraint.in("ALTER TABLE t ADD UNIQUE KEY k (a)"))
                .isEqualTo(key(ErrorKind.UNIQUE, false, "k", "a"));
        assertThat(AddedConstraint.in("ALTER TABLE t ADD CONSTRAINT p PRIMARY KEY (a, b)"))
                .isEqualTo(key(ErrorKind.UNIQUE, true, "p", "a", "b"));
        assertThat(AddedConstraint.in("ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES s.p ON DELETE CASCADE"))
                .isEqualTo(new AddedConstraint(
                        ErrorKind.FOREIGN_KEY, false, "t", null, List.of("a"), "p", List.of(), null));
    }

    @Test
    void conditionsAndNulls() {
        assertThat(AddedConstraint.in("ALTER TABLE t ADD CONSTRAINT c CHECK (a > (1) AND b <> ')') NOT VALID"))
                .isEqualTo(new AddedConstraint(
                        ErrorKind.CHECK, false, "t", "c", List.of(), null, List.of(), "a > (1) AND b <> ')'"));
        for (String text : List.of(
                "ALTER TABLE t ALTER COLUMN a SET NOT NULL",
                "ALTER TABLE t MODIFY a VARCHAR(5) NOT NULL;",
                "ALTER TABLE t CHANGE COLUMN a b INT NOT NULL")) {
            assertThat(AddedConstraint.in(text)).isEqualTo(key(ErrorKind.NOT_NULL, false, null, "a"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CREATE INDEX i ON t (a)",
                "CREATE UNIQUE INDEX i ON t (lower(a))",
                "CREATE UNIQUE INDEX i ON t (a) WHERE b",
                "ALTER TABLE t ADD COLUMN a INT",
                "ALTER TABLE t DROP CONSTRAINT c",
                "ALTER TABLE t ALTER COLUMN a DROP NOT NULL",
                "ALTER TABLE t MODIFY a INT NULL",
                "ALTER TABLE t ADD CHECK",
                "INSERT INTO t VALUES (1)"
            })
    void allElseIsLeft(String text) {
        assertThat(AddedConstraint.in(text)).isNull();
    }
}
