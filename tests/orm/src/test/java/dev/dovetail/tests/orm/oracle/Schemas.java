package dev.dovetail.tests.orm.oracle;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** The recorded schemas: one pair of tables, mapped in the ways of SQLAlchemy, whose modes are chosen explicitly. */
final class Schemas {

    private Schemas() {}

    /** What the scenarios do with every parent. */
    interface AnyParent {
        void name(String name);
    }

    /** What the scenarios do with every child. */
    interface AnyChild<P> {
        void name(String name);

        One<P> parent();

        @Nullable
        Integer parentId();

        void parentId(Integer id);
    }

    @Entity(table = "parent")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class DefaultParent implements AnyParent {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(backPopulates = "parent", passiveDeletes = PassiveDeletes.NEVER)
        final Many<DefaultChild> children = new Many<>(this);

        @Override
        public void name(String value) {
            name = value;
        }
    }

    @Entity(table = "child")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class DefaultChild implements AnyChild<DefaultParent> {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Column(nullable = false)
        @ForeignKey(references = DefaultParent.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<DefaultParent> parent = new One<>(this);

        @Override
        public void name(String value) {
            name = value;
        }

        @Override
        public One<DefaultParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }

        @Override
        public void parentId(Integer value) {
            parentId = value;
        }
    }

    @Entity(table = "parent")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class OrphanParent implements AnyParent {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "parent",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.NEVER)
        final Many<OrphanChild> children = new Many<>(this);

        @Override
        public void name(String value) {
            name = value;
        }
    }

    @Entity(table = "child")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class OrphanChild implements AnyChild<OrphanParent> {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Column(nullable = false)
        @ForeignKey(references = OrphanParent.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<OrphanParent> parent = new One<>(this);

        @Override
        public void name(String value) {
            name = value;
        }

        @Override
        public One<OrphanParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }

        @Override
        public void parentId(Integer value) {
            parentId = value;
        }
    }

    @Entity(table = "parent")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class PassiveParent implements AnyParent {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(backPopulates = "parent", passiveDeletes = PassiveDeletes.UNLOADED)
        final Many<PassiveChild> children = new Many<>(this);

        @Override
        public void name(String value) {
            name = value;
        }
    }

    @Entity(table = "child")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class PassiveChild implements AnyChild<PassiveParent> {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Column(nullable = false)
        @ForeignKey(references = PassiveParent.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<PassiveParent> parent = new One<>(this);

        @Override
        public void name(String value) {
            name = value;
        }

        @Override
        public One<PassiveParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }

        @Override
        public void parentId(Integer value) {
            parentId = value;
        }
    }

    @Entity(table = "parent")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class PassiveOrphanParent implements AnyParent {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(
                backPopulates = "parent",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                passiveDeletes = PassiveDeletes.UNLOADED)
        final Many<PassiveOrphanChild> children = new Many<>(this);

        @Override
        public void name(String value) {
            name = value;
        }
    }

    @Entity(table = "child")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class PassiveOrphanChild implements AnyChild<PassiveOrphanParent> {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Column(nullable = false)
        @ForeignKey(references = PassiveOrphanParent.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<PassiveOrphanParent> parent = new One<>(this);

        @Override
        public void name(String value) {
            name = value;
        }

        @Override
        public One<PassiveOrphanParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }

        @Override
        public void parentId(Integer value) {
            parentId = value;
        }
    }

    @Entity(table = "parent")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class OneSidedParent implements AnyParent {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Override
        public void name(String value) {
            name = value;
        }
    }

    @Entity(table = "child")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class OneSidedChild implements AnyChild<OneSidedParent> {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = OneSidedParent.class)
        @Nullable
        Integer parentId;

        @Relationship
        final One<OneSidedParent> parent = new One<>(this);

        @Override
        public void name(String value) {
            name = value;
        }

        @Override
        public One<OneSidedParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }

        @Override
        public void parentId(Integer value) {
            parentId = value;
        }
    }

    @Entity(table = "parent")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class NullableParent implements AnyParent {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Relationship(backPopulates = "parent", passiveDeletes = PassiveDeletes.NEVER)
        final Many<NullableChild> children = new Many<>(this);

        @Override
        public void name(String value) {
            name = value;
        }
    }

    @Entity(table = "child")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class NullableChild implements AnyChild<NullableParent> {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @ForeignKey(references = NullableParent.class)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<NullableParent> parent = new One<>(this);

        @Override
        public void name(String value) {
            name = value;
        }

        @Override
        public One<NullableParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }

        @Override
        public void parentId(Integer value) {
            parentId = value;
        }
    }

    @Entity(table = "parent")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class OneSidedRequiredParent implements AnyParent {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Override
        public void name(String value) {
            name = value;
        }
    }

    @Entity(table = "child")
    @SuppressWarnings({"MAP15", "FK01", "FK04"})
    static final class OneSidedRequiredChild implements AnyChild<OneSidedRequiredParent> {
        @Id
        @Nullable
        Integer id;

        @Nullable
        String name;

        @Column(nullable = false)
        @ForeignKey(references = OneSidedRequiredParent.class)
        @Nullable
        Integer parentId;

        @Relationship
        final One<OneSidedRequiredParent> parent = new One<>(this);

        @Override
        public void name(String value) {
            name = value;
        }

        @Override
        public One<OneSidedRequiredParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }

        @Override
        public void parentId(Integer value) {
            parentId = value;
        }
    }

    @Entity(table = "users")
    @SuppressWarnings("MAP15")
    static final class User {
        @Id
        @Nullable
        Integer id;

        @Nullable
        @Column(unique = true)
        String email;

        @Nullable
        String name;

        User() {}

        User(String email, String name) {
            this.email = email;
            this.name = name;
        }
    }
}
