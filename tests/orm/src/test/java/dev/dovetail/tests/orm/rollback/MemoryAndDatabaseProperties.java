package dev.dovetail.tests.orm.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.orm.NestedTransaction;
import dev.dovetail.orm.Session;
import dev.dovetail.orm.SessionOptions;
import dev.dovetail.tests.orm.library.Node;
import dev.dovetail.tests.orm.rollback.Forest.Leaf;
import dev.dovetail.tests.orm.rollback.Forest.Tree;
import dev.dovetail.tests.orm.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whatever a session is used for, memory and database agree after a commit, and a rollback restores both. */
class MemoryAndDatabaseProperties {

    /** One operation on trees, leaves (orphans are deleted) and nodes (a tree in one table). */
    record Step(Operation operation, int first, int second) {}

    enum Operation {
        NEW_TREE,
        NEW_LEAF,
        ADD_LEAF_TO_TREE,
        SET_TREE_OF_LEAF,
        REMOVE_LEAF_FROM_TREE,
        CLEAR_TREE,
        SET_NAME,
        DELETE_TREE,
        DELETE_LEAF,
        READ_LEAVES,
        READ_TREE,
        NEW_NODE,
        SET_PARENT_OF_NODE,
        TAKE_NODE_OUT,
        RENAME_NODE,
        FLUSH,
        COMMIT,
        ROLLBACK,
        SAVEPOINT,
        RELEASE,
        ROLLBACK_TO,
        EXPIRE,
        GET
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.of(Operation.class),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void memoryAndDatabaseAgree(@ForAll @Size(max = 40) List<@From("steps") Step> steps) {
        run(steps, SessionOptions.DEFAULT);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void memoryAndDatabaseAgreeWithASavepointAroundEachFlush(@ForAll @Size(max = 40) List<@From("steps") Step> steps) {
        run(steps, SessionOptions.DEFAULT.withFlushUnderSavepoint(true));
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void memoryAndDatabaseAgreeWithoutAutoflush(@ForAll @Size(max = 40) List<@From("steps") Step> steps) {
        run(steps, SessionOptions.DEFAULT.withAutoflush(false));
    }

    private static void run(List<Step> steps, SessionOptions options) {
        try (TestDatabase database = TestDatabase.with(options, Tree.class, Leaf.class, Node.class);
                Session session = database.open()) {
            World world = new World(database, session);
            steps.forEach(world::apply);
            world.apply(new Step(Operation.COMMIT, 0, 0));
        }
    }

    /** The objects of one run. */
    private static final class World {
        private final TestDatabase database;
        private final Session session;
        /** Also those that left the session and may come back by a rollback. */
        private final List<Object> all = new ArrayList<>();

        private final List<Tree> trees = new ArrayList<>();
        private final List<Leaf> leaves = new ArrayList<>();
        private final List<Node> nodes = new ArrayList<>();
        private final List<NestedTransaction> points = new ArrayList<>();
        private final List<String> pointContents = new ArrayList<>();
        private String committed = "";
        private int names;

        World(TestDatabase database, Session session) {
            this.database = database;
            this.session = session;
            committed = inDatabase();
        }

        void apply(Step step) {
            forgetOutsiders();
            Tree tree = pick(trees, step.first());
            Leaf leaf = pick(leaves, step.second());
            Node node = pick(nodes, step.first());
            Node other = pick(nodes, step.second());
            switch (step.operation()) {
                case NEW_TREE -> {
                    Tree made = new Tree("t" + names++);
                    all.add(made);
                    session.add(made);
                }
                case NEW_LEAF -> {
                    if (tree != null) {
                        Leaf made = new Leaf("l" + names++);
                        all.add(made);
                        tree.leaves.add(made);
                    }
                }
                case ADD_LEAF_TO_TREE -> {
                    if (tree != null && leaf != null && leaf.tree.get() != tree) {
                        tree.leaves.add(leaf);
                    }
                }
                case SET_TREE_OF_LEAF -> {
                    if (tree != null && leaf != null) {
                        leaf.tree.set(tree);
                    }
                }
                case REMOVE_LEAF_FROM_TREE -> {
                    if (tree != null && leaf != null) {
                        tree.leaves.remove(leaf);
                    }
                }
                case CLEAR_TREE -> {
                    if (tree != null) {
                        tree.leaves.clear();
                    }
                }
                case SET_NAME -> {
                    if (tree != null) {
                        tree.name = "t" + names++;
                    }
                    if (leaf != null) {
                        leaf.name = "l" + names++;
                    }
                }
                case DELETE_TREE -> {
                    if (tree != null) {
                        flush();
                        if (session.contains(tree)) {
                            session.delete(tree);
                            flush();
                        }
                    }
                }
                case DELETE_LEAF -> {
                    if (leaf != null) {
                        flush();
                        if (session.contains(leaf)) {
                            session.delete(leaf);
                            flush();
                        }
                    }
                }
                case READ_LEAVES -> {
                    if (tree != null) {
                        tree.leaves.size();
                    }
                }
                case READ_TREE -> {
                    if (leaf != null) {
                        leaf.tree.get();
                    }
                }
                case NEW_NODE -> {
                    Node made = new Node("n" + names++);
                    all.add(made);
                    made.parent.set(node);
                    session.add(made);
                }
                case SET_PARENT_OF_NODE -> {
                    if (node != null && other != null && !above(node, other)) {
                        node.parent.set(other);
                    }
                }
                case TAKE_NODE_OUT -> {
                    if (node != null && !node.children.isEmpty()) {
                        node.children.remove(0);
                    }
                }
                case RENAME_NODE -> {
                    if (node != null) {
                        node.name = "n" + names++;
                    }
                }
                case FLUSH -> flush();
                case COMMIT -> {
                    session.commit();
                    endPoints();
                    forgetOutsiders();
                    all.removeIf(object -> !session.contains(object));
                    committed = inDatabase();
                    assertMemoryIs(committed, "after " + step);
                }
                case ROLLBACK -> {
                    session.rollback();
                    endPoints();
                    forgetOutsiders();
                    assertThat(inDatabase()).as("database after %s", step).isEqualTo(committed);
                    assertMemoryIs(committed, "fields after " + step);
                }
                case SAVEPOINT -> {
                    if (points.size() < 3) {
                        points.add(session.beginNested());
                        forgetOutsiders();
                        pointContents.add(inTransaction());
                    }
                }
                case RELEASE -> {
                    if (!points.isEmpty()) {
                        points.remove(points.size() - 1).commit();
                        pointContents.remove(pointContents.size() - 1);
                        forgetOutsiders();
                    }
                }
                case ROLLBACK_TO -> {
                    if (!points.isEmpty()) {
                        int which = step.first() % points.size();
                        points.get(which).rollback();
                        points.subList(which, points.size()).clear();
                        String content = pointContents.get(which);
                        pointContents.subList(which, pointContents.size()).clear();
                        forgetOutsiders();
                        assertThat(inTransaction())
                                .as("database after %s", step)
                                .isEqualTo(content);
                        assertMemoryIs(content, "after " + step);
                    }
                }
                case EXPIRE -> {
                    flush();
                    if (tree != null) {
                        session.expire(tree);
                    }
                    if (leaf != null && session.contains(leaf)) {
                        session.expire(leaf);
                    }
                }
                case GET -> {
                    if (tree != null && tree.id != null) {
                        assertThat(session.get(Tree.class, tree.id)).isSameAs(tree);
                    }
                    if (leaf != null && leaf.id != null) {
                        session.get(Leaf.class, leaf.id);
                    }
                }
            }
        }

        private void flush() {
            session.flush();
            forgetOutsiders();
        }

        /** What left the session takes no part until a rollback brings it back. */
        private void forgetOutsiders() {
            trees.clear();
            leaves.clear();
            nodes.clear();
            for (Object object : all) {
                if (session.contains(object)) {
                    if (object instanceof Tree tree) {
                        trees.add(tree);
                    } else if (object instanceof Leaf leaf) {
                        leaves.add(leaf);
                    } else {
                        nodes.add((Node) object);
                    }
                }
            }
        }

        private void endPoints() {
            points.clear();
            pointContents.clear();
        }

        private static boolean above(Node node, Node other) {
            for (@Nullable Node up = other; up != null; up = up.parent.get()) {
                if (up == node) {
                    return true;
                }
            }
            return false;
        }

        private static <T> @Nullable T pick(List<T> all, int which) {
            return all.isEmpty() ? null : all.get(which % all.size());
        }

        private String inDatabase() {
            return String.join(
                    "\n",
                    Stream.of(Forest.TREES, Forest.LEAVES, Forest.NODES)
                            .flatMap(query -> database.rows(session.connection(), query).stream())
                            .toList());
        }

        private String inTransaction() {
            return inDatabase();
        }

        private void assertMemoryIs(String content, String when) {
            assertThat(String.join("\n", inMemory())).as(when).isEqualTo(content);
            for (Tree tree : trees) {
                for (Leaf leaf : leaves) {
                    assertThat(tree.leaves.contains(leaf))
                            .as("%s in %s %s", leaf.name, tree.name, when)
                            .isEqualTo(leaf.tree.get() == tree);
                }
                // What a flush deleted stays in loaded collections until the transaction ends.
                assertThat(leaves)
                        .as(when)
                        .containsAll(
                                points.isEmpty() && !when.contains("ROLLBACK_TO")
                                        ? tree.leaves
                                        : tree.leaves.stream()
                                                .filter(session::contains)
                                                .toList());
            }
            for (Node node : nodes) {
                for (Node child : nodes) {
                    assertThat(node.children.contains(child))
                            .as("%s in %s %s", child.name, node.name, when)
                            .isEqualTo(child.parent.get() == node);
                }
                assertThat(node.parentId)
                        .as("key of %s %s", node.name, when)
                        .isEqualTo(node.parent.get() == null ? null : Objects.requireNonNull(node.parent.get()).id);
            }
            assertThat(String.join("\n", inMemory()))
                    .as("after reading, " + when)
                    .isEqualTo(content);
        }

        /** The rows as the fields have them. */
        private List<String> inMemory() {
            TreeSet<String> first = new TreeSet<>();
            TreeSet<String> second = new TreeSet<>();
            TreeSet<String> third = new TreeSet<>();
            trees.forEach(tree -> first.add("tree|" + tree.id + "|" + tree.name));
            leaves.forEach(leaf -> second.add("leaf|" + leaf.id + "|" + leaf.name + "|" + leaf.treeId));
            nodes.forEach(node -> third.add("node|" + node.id + "|" + node.name + "|" + node.parentId));
            List<String> all = new ArrayList<>(first);
            all.addAll(second);
            all.addAll(third);
            return all;
        }
    }
}
