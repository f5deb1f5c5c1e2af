package dev.dovetail.tests.orm.rollback;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import org.jspecify.annotations.Nullable;

/** Trees, and leaves that cannot do without one. */
final class Forest {

    static final String TREES = "SELECT 'tree', id, name FROM forest_tree ORDER BY 'tree|' || id || '|' || name";
    static final String LEAVES =
            "SELECT 'leaf', id, name, tree_id FROM forest_leaf ORDER BY 'leaf|' || id || '|' || name";
    static final String NODES = "SELECT 'node', id, name, parent_id FROM tree ORDER BY 'node|' || id || '|' || name";

    private Forest() {}

    @Entity(table = "forest_tree")
    static final class Tree {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "tree",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final Many<Leaf> leaves = new Many<>(this);

        Tree() {}

        Tree(String name) {
            this.name = name;
        }
    }

    @Entity(table = "forest_leaf")
    static final class Leaf {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Nullable
        @Column(nullable = false)
        @ForeignKey(references = Tree.class)
        Integer treeId;

        @Relationship(backPopulates = "leaves")
        final One<Tree> tree = new One<>(this);

        Leaf() {}

        Leaf(String name) {
            this.name = name;
        }
    }
}
