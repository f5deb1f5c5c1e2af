package dev.dovetail.sql;

import static dev.dovetail.sql.Sql.parameter;
import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.type.Types.INTEGER;
import static dev.dovetail.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawStatementTest {
    @Test
    void textIsCutAtItsParameters() {
        NamedParameters parsed = NamedParameters.parse("SELECT :a, :b_1 FROM t WHERE x = :a");
        assertThat(parsed.texts()).containsExactly("SELECT ", ", ", " FROM t WHERE x = ", "");
        assertThat(parsed.names()).containsExactly("a", "b_1", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ':a'",
                "SELECT 'it''s :a'",
                "SELECT \":a\"",
                "SELECT `:a`",
                "SELECT 1 -- :a",
                "SELECT /* :a ? */ 1",
                "SELECT a::text",
                "SELECT a[1:2]",
                "SELECT a ?? 'k'",
                "SELECT 'open :a"
            })
    void whatLooksLikeParameterIsLeftAlone(String text) {
        NamedParameters parsed = NamedParameters.parse(text);
        assertThat(parsed.names()).isEmpty();
        assertThat(parsed.texts()).containsExactly(text);
    }

    @Test
    void parametersAreBoundInOrder() {
        RawStatement statement = sql("UPDATE t SET a = :a WHERE id = :id OR a = :a")
                .bind("id", parameter(0, INTEGER))
                .bind("a", null, TEXT);
        assertThat(statement.parameters())
                .isEqualTo(List.of(new Value<>(null, TEXT), parameter(0, INTEGER), new Value<>(null, TEXT)));
    }

    @Test
    void questionMarksAreRefused() {
        assertThatThrownBy(() -> sql("SELECT ?"))
                .isInstanceOf(UsageException.class)
                .hasMessage("the ? at position 8 of hand-written SQL: name parameters, as :name, and write ?? for an"
                        + " operator that JDBC should see as ?");
    }

    @Test
    void namesMustFit() {
        assertThatThrownBy(() -> sql("SELECT :a").bind("b", 1))
                .hasMessage("the statement has no parameter :b; it has [a]");
        assertThatThrownBy(() -> sql("SELECT :a").parameters())
                .hasMessage("parameter :a has no value: call bind(\"a\", …)");
    }
}
