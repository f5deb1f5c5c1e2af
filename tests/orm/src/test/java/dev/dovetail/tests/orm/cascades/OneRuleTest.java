package dev.dovetail.tests.orm.cascades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.ForeignKeyViolationException;
import dev.dovetail.NotNullViolationException;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.attribute.ObjectDeletedException;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Deleting a parent with two children, under each rule. "Known" children are in the session's memory although the
 * parent's collection is not loaded; "loaded" ones are in the collection.
 */
class OneRuleTest {

    private enum Memory {
        NOTHING,
        KNOWN,
        LOADED
    }

    /** A stored family, its session, and what the delete of the parent sent. */
    private static final class Family<P extends Rules.AnyParent<C>, C extends Rules.AnyChild<P>>
            implements AutoCloseable {
        final TestDatabase database;
        final Session session;
        final Class<P> parentClass;
        final Class<C> childClass;
        P parent;
        C first;
        C second;

        Family(Class<P> parentClass, Supplier<P> newParent, Class<C> childClass, Supplier<C> newChild, Memory memory) {
            this.parentClass = parentClass;
            this.childClass = childClass;
            database = TestDatabase.of(parentClass, childClass);
            parent = newParent.get();
            first = newChild.get();
            second = newChild.get();
            parent.children().addAll(List.of(first, second));
            database.sessions().transaction(work -> work.add(parent));
            session = database.open();
            parent = session.get(parentClass, 1);
            if (memory != Memory.NOTHING) {
                first = session.get(childClass, 1);
                second = session.get(childClass, 2);
            }
            if (memory == Memory.LOADED) {
                assertThat(parent.children()).hasSize(2);
            }
            database.statements().clear();
        }

        List<String> delete() {
            session.delete(parent);
            session.flush();
            return database.statements().all().stream()
                    .filter(sql -> !sql.equals("BEGIN"))
                    .map(sql -> sql.replaceAll("\\w+_(parent|child)\\b", "$1"))
                    .map(sql ->
                            sql.startsWith("SELECT") ? "SELECT " + sql.replaceFirst(".* FROM (\\w+) .*", "$1") : sql)
                    .toList();
        }

        List<String> children() {
            session.commit();
            return database.rows("SELECT id, parent_id FROM " + childTable() + " ORDER BY id");
        }

        String childTable() {
            return childClass.getSimpleName().replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase();
        }

        @Override
        public void close() {
            session.close();
            database.close();
        }
    }

    private static final String DELETE_PARENT = "DELETE FROM parent WHERE parent.id = ? [1]";
    private static final List<String> DELETE_CHILDREN =
            List.of("DELETE FROM child WHERE child.id = ? [1]", "DELETE FROM child WHERE child.id = ? [2]");
    private static final String DELETE_CHILDREN_BY_KEY = "DELETE FROM child WHERE child.parent_id = ? [1]";
    private static final List<String> NULL_CHILDREN = List.of(
            "UPDATE child SET parent_id=? WHERE child.id = ? [null, 1]",
            "UPDATE child SET parent_id=? WHERE child.id = ? [null, 2]");

    private static List<String> then(List<String> first, String... more) {
        List<String> all = new java.util.ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }

    // no rule

    @Test
    void withoutRuleTheDatabaseRefusesAndChildrenAreNotTouched() {
        for (Memory memory : Memory.values()) {
            try (var family = new Family<>(
                    Rules.NoActionParent.class,
                    Rules.NoActionParent::new,
                    Rules.NoActionChild.class,
                    Rules.NoActionChild::new,
                    memory)) {
                assertThatThrownBy(family::delete)
                        .isInstanceOf(ForeignKeyViolationException.class)
                        .hasMessageContaining("no_action_child")
                        .hasMessageContaining("parent_id");
                assertThat(family.database.statements().writes())
                        .containsExactly("DELETE FROM no_action_parent WHERE no_action_parent.id = ? [1]");
                family.session.rollback();
                assertThat(family.children()).containsExactly("1|1", "2|1");
            }
        }
    }

    @Test
    void withoutRuleTheDeleteCascadeFindsChildrenAndDeletesThemFirst() {
        for (Memory memory : Memory.values()) {
            try (var family = new Family<>(
                    Rules.NoActionDeleteParent.class,
                    Rules.NoActionDeleteParent::new,
                    Rules.NoActionDeleteChild.class,
                    Rules.NoActionDeleteChild::new,
                    memory)) {
                assertThat(family.delete())
                        .isEqualTo(then(
                                memory == Memory.LOADED ? DELETE_CHILDREN : List.of(DELETE_CHILDREN_BY_KEY),
                                DELETE_PARENT));
                assertThat(family.session.contains(family.first)).isFalse();
                assertThat(family.children()).isEmpty();
            }
        }
    }

    // CASCADE

    @Test
    void cascadeIsLeftToTheDatabaseAndKnownChildrenBecomeDeleted() {
        for (Memory memory : Memory.values()) {
            try (var family = new Family<>(
                    Rules.CascadingParent.class,
                    Rules.CascadingParent::new,
                    Rules.CascadingChild.class,
                    Rules.CascadingChild::new,
                    memory)) {
                assertThat(family.delete()).containsExactly(DELETE_PARENT);
                if (memory != Memory.NOTHING) {
                    assertThat(family.session.contains(family.first)).isFalse();
                    assertThatThrownBy(() -> family.session.add(family.first)).hasMessageContaining("was deleted");
                    assertThat(family.session.get(Rules.CascadingChild.class, 1))
                            .isNull();
                    family.session.rollback();
                    assertThat(family.session.contains(family.first)).isTrue();
                    assertThat(family.session.get(Rules.CascadingChild.class, 1))
                            .isSameAs(family.first);
                    assertThat(family.children()).hasSize(2);
                } else {
                    assertThat(family.children()).isEmpty();
                }
            }
        }
    }

    @Test
    void cascadeWithTheDeleteCascadeDeletesThoseInMemoryFirst() {
        for (Memory memory : Memory.values()) {
            try (var family = new Family<>(
                    Rules.CascadingDeleteParent.class,
                    Rules.CascadingDeleteParent::new,
                    Rules.CascadingDeleteChild.class,
                    Rules.CascadingDeleteChild::new,
                    memory)) {
                List<String> expected =
                        memory == Memory.NOTHING ? List.of(DELETE_PARENT) : then(DELETE_CHILDREN, DELETE_PARENT);
                assertThat(family.delete()).isEqualTo(expected);
                assertThat(family.children()).isEmpty();
            }
        }
    }

    @Test
    void aChildMovedToANewParentBeforeIsNotDeletedWithTheOldOne() {
        try (var family = new Family<>(
                Rules.CascadingDeleteParent.class,
                Rules.CascadingDeleteParent::new,
                Rules.CascadingDeleteChild.class,
                Rules.CascadingDeleteChild::new,
                Memory.KNOWN)) {
            Rules.CascadingDeleteParent other = new Rules.CascadingDeleteParent();
            family.session.add(other);
            family.first.parent.set(other);
            family.delete();
            assertThat(family.children()).containsExactly("1|2");
        }
    }

    @Test
    void aKnownChildMovedAwayLivesUnderCascadeToo() {
        try (var family = new Family<>(
                Rules.CascadingParent.class,
                Rules.CascadingParent::new,
                Rules.CascadingChild.class,
                Rules.CascadingChild::new,
                Memory.LOADED)) {
            Rules.CascadingParent other = new Rules.CascadingParent();
            family.session.add(other);
            family.first.parent.set(other);
            family.delete();
            assertThat(family.session.contains(family.first)).isTrue();
            assertThat(family.session.contains(family.second)).isFalse();
            assertThat(family.children()).containsExactly("1|2");
        }
    }

    // SET NULL

    @Test
    void setNullIsLeftToTheDatabaseAndKnownChildrenGoStale() {
        for (Memory memory : Memory.values()) {
            try (var family = new Family<>(
                    Rules.SettingNullParent.class,
                    Rules.SettingNullParent::new,
                    Rules.SettingNullChild.class,
                    Rules.SettingNullChild::new,
                    memory)) {
                assertThat(family.delete()).containsExactly(DELETE_PARENT);
                if (memory != Memory.NOTHING) {
                    assertThat(family.first.parentId).isNull();
                    assertThat(family.first.parent.get()).isNull();
                    family.session.rollback();
                    assertThat(family.first.parent.get()).isSameAs(family.parent);
                    assertThat(family.first.parentId).isEqualTo(1);
                } else {
                    assertThat(family.children()).containsExactly("1|null", "2|null");
                }
            }
        }
    }

    @Test
    void setNullWithTheDeleteCascadeFindsChildrenAndDeletesThemFirst() {
        try (var family = new Family<>(
                Rules.SettingNullDeleteParent.class,
                Rules.SettingNullDeleteParent::new,
                Rules.SettingNullDeleteChild.class,
                Rules.SettingNullDeleteChild::new,
                Memory.NOTHING)) {
            assertThat(family.delete()).containsExactly(DELETE_CHILDREN_BY_KEY, DELETE_PARENT);
        }
    }

    @Test
    void theDeleteCascadeLoadsChildrenWhoseDeletesSomebodyHears() {
        try (var family = new Family<>(
                Rules.SettingNullDeleteParent.class,
                Rules.SettingNullDeleteParent::new,
                Rules.SettingNullDeleteChild.class,
                Rules.SettingNullDeleteChild::new,
                Memory.NOTHING)) {
            family.database
                    .sessions()
                    .events()
                    .beforeDelete(Rules.SettingNullDeleteChild.class, (session, child) -> {});
            assertThat(family.delete())
                    .isEqualTo(
                            then(then(List.of("SELECT child"), DELETE_CHILDREN.toArray(String[]::new)), DELETE_PARENT));
        }
    }

    // SQLAlchemy's modes

    @Test
    void neverLoadsChildrenAndSetsTheirKeyToNull() {
        for (Memory memory : Memory.values()) {
            try (var family = new Family<>(
                    Rules.NeverParent.class,
                    Rules.NeverParent::new,
                    Rules.NeverChild.class,
                    Rules.NeverChild::new,
                    memory)) {
                List<String> sent = family.delete();
                assertThat(sent.stream().filter(sql -> !sql.startsWith("SELECT")))
                        .isEqualTo(then(NULL_CHILDREN, DELETE_PARENT));
                if (memory != Memory.NOTHING) {
                    assertThat(family.first.parentId).isNull();
                }
                assertThat(family.children()).containsExactly("1|null", "2|null");
            }
        }
    }

    @Test
    void neverOnARequiredKeyFailsInTheDatabaseAndRollbackUndoesIt() {
        try (var family = new Family<>(
                Rules.NeverRequiredParent.class,
                Rules.NeverRequiredParent::new,
                Rules.NeverRequiredChild.class,
                Rules.NeverRequiredChild::new,
                Memory.KNOWN)) {
            assertThatThrownBy(family::delete)
                    .isInstanceOf(NotNullViolationException.class)
                    .hasMessageContaining("parent_id");
            family.session.rollback();
            assertThat(family.first.parentId).isEqualTo(1);
            assertThat(family.children()).containsExactly("1|1", "2|1");
        }
    }

    @Test
    void neverWithTheDeleteCascadeLoadsAndDeletes() {
        try (var family = new Family<>(
                Rules.NeverDeleteParent.class,
                Rules.NeverDeleteParent::new,
                Rules.NeverDeleteChild.class,
                Rules.NeverDeleteChild::new,
                Memory.NOTHING)) {
            assertThat(family.delete())
                    .isEqualTo(
                            then(then(List.of("SELECT child"), DELETE_CHILDREN.toArray(String[]::new)), DELETE_PARENT));
        }
    }

    @Test
    void unloadedSparesOnlyChildrenThatAreNotLoaded() {
        for (Memory memory : Memory.values()) {
            try (var family = new Family<>(
                    Rules.UnloadedParent.class,
                    Rules.UnloadedParent::new,
                    Rules.UnloadedChild.class,
                    Rules.UnloadedChild::new,
                    memory)) {
                List<String> expected =
                        memory == Memory.LOADED ? then(NULL_CHILDREN, DELETE_PARENT) : List.of(DELETE_PARENT);
                assertThat(family.delete()).isEqualTo(expected);
                assertThat(family.children()).containsExactly("1|null", "2|null");
            }
        }
    }

    @Test
    void unloadedWithTheDeleteCascadeDeletesLoadedChildren() {
        for (Memory memory : Memory.values()) {
            try (var family = new Family<>(
                    Rules.UnloadedDeleteParent.class,
                    Rules.UnloadedDeleteParent::new,
                    Rules.UnloadedDeleteChild.class,
                    Rules.UnloadedDeleteChild::new,
                    memory)) {
                List<String> expected =
                        memory == Memory.LOADED ? then(DELETE_CHILDREN, DELETE_PARENT) : List.of(DELETE_PARENT);
                assertThat(family.delete()).isEqualTo(expected);
                assertThat(family.children()).isEmpty();
            }
        }
    }

    @Test
    void allTouchesNoChild() {
        for (Memory memory : Memory.values()) {
            try (var family = new Family<>(
                    Rules.UntouchedParent.class,
                    Rules.UntouchedParent::new,
                    Rules.UntouchedChild.class,
                    Rules.UntouchedChild::new,
                    memory)) {
                assertThat(family.delete()).containsExactly(DELETE_PARENT);
                assertThat(family.children()).containsExactly("1|null", "2|null");
            }
        }
    }

    // what the database reaches through rows that are not in memory

    @Test
    void anObjectReachedThroughRowsThatAreNotInMemoryGoesStaleAndSaysSo() {
        try (TestDatabase database = TestDatabase.of(Chain.Top.class, Chain.Middle.class, Chain.Bottom.class)) {
            database.sql(
                    "INSERT INTO top VALUES (1)",
                    "INSERT INTO middle VALUES (1, 1)",
                    "INSERT INTO bottom VALUES (1, 'b', 1)");
            try (Session session = database.open()) {
                Chain.Top top = session.get(Chain.Top.class, 1);
                Chain.@Nullable Bottom bottom = session.get(Chain.Bottom.class, 1);
                session.delete(top);
                session.flush();
                assertThat(bottom).isNotNull();
                assertThatThrownBy(() -> bottom.middle.get())
                        .isInstanceOf(ObjectDeletedException.class)
                        .hasMessageContaining("Bottom 1");
                assertThat(session.get(Chain.Bottom.class, 1)).isNull();
                session.rollback();
                assertThat(session.get(Chain.Bottom.class, 1)).isSameAs(bottom);
            }
        }
    }

    @Test
    void aChainOfCascadesDeletesWhatIsKnownAtEachLevel() {
        try (TestDatabase database = TestDatabase.of(Chain.Top.class, Chain.Middle.class, Chain.Bottom.class)) {
            database.sql(
                    "INSERT INTO top VALUES (1), (2)",
                    "INSERT INTO middle VALUES (1, 1), (2, 2)",
                    "INSERT INTO bottom VALUES (1, 'b', 1), (2, 'c', 2)");
            try (Session session = database.open()) {
                Object top = session.get(Chain.Top.class, 1);
                Object middle = session.get(Chain.Middle.class, 1);
                Object bottom = session.get(Chain.Bottom.class, 1);
                Object survivor = session.get(Chain.Bottom.class, 2);
                session.delete(top);
                session.flush();
                assertThat(session.contains(middle)).isFalse();
                assertThat(session.contains(bottom)).isFalse();
                assertThat(session.contains(survivor)).isTrue();
                assertThat(session.get(Chain.Bottom.class, 2)).isSameAs(survivor);
                session.rollback();
                assertThat(session.contains(middle)).isTrue();
                assertThat(session.contains(bottom)).isTrue();
            }
        }
    }
}
