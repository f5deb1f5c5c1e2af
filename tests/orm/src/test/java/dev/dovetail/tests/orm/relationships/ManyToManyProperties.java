package dev.dovetail.tests.orm.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.tests.orm.relationships.Collections.Choir;
import dev.dovetail.tests.orm.relationships.Collections.Singer;
import dev.dovetail.tests.orm.relationships.Posts.Post;
import dev.dovetail.tests.orm.relationships.Posts.RowPost;
import dev.dovetail.tests.orm.relationships.Posts.RowTag;
import dev.dovetail.tests.orm.relationships.Posts.Tag;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/**
 * Whatever is done to both sides of a many-to-many relationship, loaded or not, flushed, committed or rolled back: both
 * sides say what a set of pairs says, and so does the secondary table.
 */
class ManyToManyProperties {

    private static final int OBJECTS = 3;

    enum Operation {
        ADD_LEFT,
        ADD_RIGHT,
        REMOVE_LEFT,
        REMOVE_RIGHT,
        CLEAR,
        REPLACE,
        READ_LEFT,
        READ_RIGHT,
        EXPIRE_CLEAN,
        FLUSH,
        COMMIT,
        ROLLBACK,
        SAVEPOINT,
        ROLLBACK_TO
    }

    record Step(Operation operation, int left, int right) {}

    /** Two classes and how to reach what they hold. */
    record Sides<L, R>(
            Class<L> leftClass,
            Supplier<L> left,
            Function<L, Collection<R>> rights,
            Class<R> rightClass,
            Supplier<R> right,
            Function<R, Collection<L>> lefts,
            String links) {}

    @Provide
    Arbitrary<Step> steps() {
        var index = Arbitraries.integers().between(0, OBJECTS - 1);
        return Combinators.combine(Arbitraries.of(Operation.class), index, index)
                .as(Step::new);
    }

    @Property(tries = 60)
    void lists(@ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        run(
                steps,
                SessionOptions.DEFAULT,
                new Sides<>(
                        Post.class, Post::new, post -> post.tags, Tag.class, Tag::new, tag -> tag.posts, "post_tag"));
    }

    @Property(tries = 60)
    void listsWithoutAutoflush(@ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        run(
                steps,
                SessionOptions.DEFAULT.withAutoflush(false),
                new Sides<>(
                        RowPost.class,
                        RowPost::new,
                        post -> post.tags,
                        RowTag.class,
                        RowTag::new,
                        tag -> tag.posts,
                        "post_tag"));
    }

    @Property(tries = 60)
    void sets(@ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        run(
                steps,
                SessionOptions.DEFAULT.withFlushUnderSavepoint(true),
                new Sides<>(
                        Choir.class,
                        Choir::new,
                        Choir::singers,
                        Singer.class,
                        Singer::new,
                        Singer::choirs,
                        "choir_singer"));
    }

    private static <L, R> void run(List<Step> steps, SessionOptions options, Sides<L, R> sides) {
        try (TestDatabase database = TestDatabase.with(options, sides.leftClass(), sides.rightClass());
                Session session = database.open()) {
            World<L, R> world = new World<>(sides, database, session);
            steps.forEach(world::apply);
            world.apply(new Step(Operation.COMMIT, 0, 0));
        }
    }

    private static final class World<L, R> {
        private final Sides<L, R> sides;
        private final TestDatabase database;
        private final Session session;
        private final List<L> lefts;
        private final List<R> rights;
        private final Deque<NestedTransaction> points = new ArrayDeque<>();
        private final Deque<Set<List<Integer>>> pointPairs = new ArrayDeque<>();
        private Set<List<Integer>> pairs = new HashSet<>();
        private Set<List<Integer>> committed = new HashSet<>();
        private boolean flushed = true;

        World(Sides<L, R> sides, TestDatabase database, Session session) {
            this.sides = sides;
            this.database = database;
            this.session = session;
            this.lefts = IntStream.range(0, OBJECTS)
                    .mapToObj(i -> sides.left().get())
                    .toList();
            this.rights = IntStream.range(0, OBJECTS)
                    .mapToObj(i -> sides.right().get())
                    .toList();
            session.addAll(lefts);
            session.addAll(rights);
            session.commit();
        }

        void apply(Step step) {
            L left = lefts.get(step.left());
            R right = rights.get(step.right());
            List<Integer> pair = List.of(step.left(), step.right());
            switch (step.operation()) {
                case ADD_LEFT -> {
                    if (pairs.add(pair)) {
                        sides.rights().apply(left).add(right);
                        flushed = false;
                    }
                }
                case ADD_RIGHT -> {
                    if (pairs.add(pair)) {
                        sides.lefts().apply(right).add(left);
                        flushed = false;
                    }
                }
                case REMOVE_LEFT -> {
                    assertThat(sides.rights().apply(left).remove(right)).isEqualTo(pairs.remove(pair));
                    flushed = false;
                }
                case REMOVE_RIGHT -> {
                    assertThat(sides.lefts().apply(right).remove(left)).isEqualTo(pairs.remove(pair));
                    flushed = false;
                }
                case CLEAR -> {
                    sides.rights().apply(left).clear();
                    pairs.removeIf(each -> each.get(0) == step.left());
                    flushed = false;
                }
                case REPLACE -> {
                    Collection<L> content = sides.lefts().apply(right);
                    content.retainAll(List.of(left));
                    pairs.removeIf(each -> each.get(1) == step.right() && each.get(0) != step.left());
                    if (pairs.add(pair)) {
                        content.add(left);
                    }
                    flushed = false;
                }
                case READ_LEFT ->
                    assertThat(indexes(sides.rights().apply(left), rights))
                            .containsExactlyInAnyOrderElementsOf(partners(0, step.left()));
                case READ_RIGHT ->
                    assertThat(indexes(sides.lefts().apply(right), lefts))
                            .containsExactlyInAnyOrderElementsOf(partners(1, step.right()));
                case EXPIRE_CLEAN -> {
                    if (flushed) {
                        session.expire(left);
                        session.expire(right);
                    }
                }
                case FLUSH -> {
                    session.flush();
                    flushed = true;
                }
                case COMMIT -> {
                    session.commit();
                    points.clear();
                    pointPairs.clear();
                    committed = new HashSet<>(pairs);
                    flushed = true;
                    assertThat(database.rows("SELECT * FROM " + sides.links()))
                            .hasSize(pairs.size())
                            .doesNotHaveDuplicates();
                    agree();
                }
                case ROLLBACK -> {
                    session.rollback();
                    points.clear();
                    pointPairs.clear();
                    pairs = new HashSet<>(committed);
                    flushed = true;
                }
                case SAVEPOINT -> {
                    points.push(session.beginNested());
                    pointPairs.push(new HashSet<>(pairs));
                    flushed = true;
                }
                case ROLLBACK_TO -> {
                    if (!points.isEmpty()) {
                        points.pop().rollback();
                        pairs = pointPairs.pop();
                        flushed = true;
                    }
                }
            }
        }

        private void agree() {
            for (int i = 0; i < OBJECTS; i++) {
                apply(new Step(Operation.READ_LEFT, i, 0));
                apply(new Step(Operation.READ_RIGHT, 0, i));
            }
        }

        private Set<Integer> partners(int side, int index) {
            Set<Integer> partners = new TreeSet<>();
            pairs.stream().filter(pair -> pair.get(side) == index).forEach(pair -> partners.add(pair.get(1 - side)));
            return partners;
        }

        private static List<Integer> indexes(Collection<?> content, List<?> all) {
            return content.stream().map(all::indexOf).toList();
        }
    }
}
