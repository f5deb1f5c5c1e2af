package dev.dovetail.sql;

import static dev.dovetail.sql.Sql.sql;
import static dev.dovetail.type.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawStatementTest {
    private static NamedParameters parse(String text, RawSyntax... syntax) {
        return NamedParameters.parse(text, Set.of(syntax));
    }

    @Test
    void textIsCutAtItsParameters() {
        NamedParameters parsed = parse("SELECT :a, :b_1 FROM t WHERE x = :a");
        assertThat(parsed.texts()).containsExactly("SELECT ", ", ", " FROM t WHERE x = ", "");
        assertThat(parsed.names()).containsExactly("a", "b_1", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ':a'",
                "SELECT 'it''s :a'",
                "SELECT 'back\\' , ':a'",
                "SELECT \":a\"",
                "SELECT 1 -- :a",
                "SELECT 1--:a",
                "SELECT /* :a ? */ 1",
                "SELECT a::text",
                "SELECT a[1:2]",
                "SELECT a ?? 'k'",
                "SELECT 'open :a"
            })
    void whatLooksLikeParameterIsLeftAlone(String text) {
        NamedParameters parsed = parse(text);
        assertThat(parsed.names()).isEmpty();
        assertThat(parsed.texts()).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "BACKSLASH_ESCAPES | SELECT 'it\\'s :a'",
                "BACKSLASH_ESCAPES | SELECT 'it''s\\' :a'",
                "BACKSLASH_ESCAPES | SELECT \"it\\\"s :a\"",
                "ESCAPE_STRINGS    | SELECT E'it\\'s :a'",
                "DOLLAR_QUOTES     | SELECT $$it's :a ?$$",
                "DOLLAR_QUOTES     | SELECT $x$ $$ :a $x$",
                "BACKTICKS         | SELECT `:a`",
                "BRACKETS          | SELECT [:a ?]",
                "HASH_COMMENTS     | SELECT 1 # it's :a",
                "NESTED_COMMENTS   | SELECT /* /* */ :a */ 1",
            })
    void whatADatabaseKnowsBesidesIsLeftAlone(RawSyntax syntax, String text) {
        assertThat(parse(text, syntax).names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "HASH_COMMENTS   | SELECT 5--:a",
                "ESCAPE_STRINGS  | SELECT 'back\\' , :a",
                "ESCAPE_STRINGS  | SELECT name'back\\' , :a",
                "DOLLAR_QUOTES   | SELECT a$b$, :a",
                "DOLLAR_QUOTES   | SELECT $1, :a",
                "NESTED_COMMENTS | SELECT /* /* */ */ :a",
                "BACKTICKS       | SELECT [:a]",
            })
    void parametersBesides(RawSyntax syntax, String text) {
        assertThat(parse(text, syntax).names()).containsExactly("a");
    }

    @Test
    void questionMarksAreRefused() {
        assertThatThrownBy(() -> parse("SELECT ?"))
                .isInstanceOf(UsageException.class)
                .hasMessage("the ? at position 8 of hand-written SQL: name parameters, as :name, and write ?? for an"
                        + " operator that JDBC should see as ?");
    }

    @Test
    void namesMustFit() {
        assertThatThrownBy(() -> sql("SELECT :a").bind("b", 1)).hasMessage("the statement has no parameter :b");
    }

    @Test
    void columnsHaveNamesOrPositions() {
        assertThat(sql("SELECT 1").columns(INTEGER).names()).isEmpty();
        assertThat(sql("SELECT 1 AS a, 2 AS b")
                        .column("b", INTEGER)
                        .column("a", INTEGER)
                        .names())
                .containsExactly("b", "a");
        assertThatThrownBy(() -> sql("SELECT 1").columns(INTEGER).column("a", INTEGER))
                .hasMessageContaining("given by position");
        assertThatThrownBy(() -> sql("SELECT 1").columns(List.of())).hasMessageContaining("at least one column");
        assertThatThrownBy(() -> sql("SELECT 1 WHERE 1 IN (:a)").bind("a", List.of()))
                .hasMessageContaining("says nothing of its type");
    }
}
