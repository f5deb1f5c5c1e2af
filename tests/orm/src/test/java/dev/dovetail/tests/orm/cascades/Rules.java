package dev.dovetail.tests.orm.cascades;

import dev.dovetail.orm.attribute.*;
import dev.dovetail.orm.mapping.*;
import dev.dovetail.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** A parent and a child for each way in which a foreign key and a relationship can be declared. */
@SuppressWarnings("unused")
final class Rules {

    private Rules() {}

    /** What all the parents have, for tests of every rule. */
    interface AnyParent<C> {
        Many<C> children();
    }

    /** What all the children have. */
    interface AnyChild<P> {
        One<P> parent();

        @Nullable
        Integer id();

        @Nullable
        Integer parentId();
    }

    @Entity(table = "no_action_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class NoActionParent implements AnyParent<NoActionChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "parent")
        final Many<NoActionChild> children = new Many<>(this);

        @Override
        public Many<NoActionChild> children() {
            return children;
        }
    }

    @Entity(table = "no_action_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class NoActionChild implements AnyChild<NoActionParent> {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = NoActionParent.class)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<NoActionParent> parent = new One<>(this);

        @Override
        public One<NoActionParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "no_action_delete_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class NoActionDeleteParent implements AnyParent<NoActionDeleteChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(
                backPopulates = "parent",
                cascade = {Cascade.ALL})
        final Many<NoActionDeleteChild> children = new Many<>(this);

        @Override
        public Many<NoActionDeleteChild> children() {
            return children;
        }
    }

    @Entity(table = "no_action_delete_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class NoActionDeleteChild implements AnyChild<NoActionDeleteParent> {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = NoActionDeleteParent.class)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<NoActionDeleteParent> parent = new One<>(this);

        @Override
        public One<NoActionDeleteParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "cascading_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class CascadingParent implements AnyParent<CascadingChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "parent")
        final Many<CascadingChild> children = new Many<>(this);

        @Override
        public Many<CascadingChild> children() {
            return children;
        }
    }

    @Entity(table = "cascading_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class CascadingChild implements AnyChild<CascadingParent> {
        @Id
        @Nullable
        Integer id;

        @Column(nullable = false)
        @ForeignKey(references = CascadingParent.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<CascadingParent> parent = new One<>(this);

        @Override
        public One<CascadingParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "cascading_delete_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class CascadingDeleteParent implements AnyParent<CascadingDeleteChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(
                backPopulates = "parent",
                cascade = {Cascade.ALL})
        final Many<CascadingDeleteChild> children = new Many<>(this);

        @Override
        public Many<CascadingDeleteChild> children() {
            return children;
        }
    }

    @Entity(table = "cascading_delete_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class CascadingDeleteChild implements AnyChild<CascadingDeleteParent> {
        @Id
        @Nullable
        Integer id;

        @Column(nullable = false)
        @ForeignKey(references = CascadingDeleteParent.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<CascadingDeleteParent> parent = new One<>(this);

        @Override
        public One<CascadingDeleteParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "setting_null_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class SettingNullParent implements AnyParent<SettingNullChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "parent")
        final Many<SettingNullChild> children = new Many<>(this);

        @Override
        public Many<SettingNullChild> children() {
            return children;
        }
    }

    @Entity(table = "setting_null_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class SettingNullChild implements AnyChild<SettingNullParent> {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = SettingNullParent.class, onDelete = ReferentialAction.SET_NULL)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<SettingNullParent> parent = new One<>(this);

        @Override
        public One<SettingNullParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "setting_null_delete_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class SettingNullDeleteParent implements AnyParent<SettingNullDeleteChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(
                backPopulates = "parent",
                cascade = {Cascade.ALL})
        final Many<SettingNullDeleteChild> children = new Many<>(this);

        @Override
        public Many<SettingNullDeleteChild> children() {
            return children;
        }
    }

    @Entity(table = "setting_null_delete_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class SettingNullDeleteChild implements AnyChild<SettingNullDeleteParent> {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = SettingNullDeleteParent.class, onDelete = ReferentialAction.SET_NULL)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<SettingNullDeleteParent> parent = new One<>(this);

        @Override
        public One<SettingNullDeleteParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "never_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class NeverParent implements AnyParent<NeverChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "parent", passiveDeletes = PassiveDeletes.NEVER)
        final Many<NeverChild> children = new Many<>(this);

        @Override
        public Many<NeverChild> children() {
            return children;
        }
    }

    @Entity(table = "never_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class NeverChild implements AnyChild<NeverParent> {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = NeverParent.class)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<NeverParent> parent = new One<>(this);

        @Override
        public One<NeverParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "never_required_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class NeverRequiredParent implements AnyParent<NeverRequiredChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "parent", passiveDeletes = PassiveDeletes.NEVER)
        final Many<NeverRequiredChild> children = new Many<>(this);

        @Override
        public Many<NeverRequiredChild> children() {
            return children;
        }
    }

    @Entity(table = "never_required_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class NeverRequiredChild implements AnyChild<NeverRequiredParent> {
        @Id
        @Nullable
        Integer id;

        @Column(nullable = false)
        @ForeignKey(references = NeverRequiredParent.class)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<NeverRequiredParent> parent = new One<>(this);

        @Override
        public One<NeverRequiredParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "never_delete_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class NeverDeleteParent implements AnyParent<NeverDeleteChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(
                backPopulates = "parent",
                cascade = {Cascade.ALL},
                passiveDeletes = PassiveDeletes.NEVER)
        final Many<NeverDeleteChild> children = new Many<>(this);

        @Override
        public Many<NeverDeleteChild> children() {
            return children;
        }
    }

    @Entity(table = "never_delete_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class NeverDeleteChild implements AnyChild<NeverDeleteParent> {
        @Id
        @Nullable
        Integer id;

        @Column(nullable = false)
        @ForeignKey(references = NeverDeleteParent.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<NeverDeleteParent> parent = new One<>(this);

        @Override
        public One<NeverDeleteParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "unloaded_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class UnloadedParent implements AnyParent<UnloadedChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "parent", passiveDeletes = PassiveDeletes.UNLOADED)
        final Many<UnloadedChild> children = new Many<>(this);

        @Override
        public Many<UnloadedChild> children() {
            return children;
        }
    }

    @Entity(table = "unloaded_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class UnloadedChild implements AnyChild<UnloadedParent> {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = UnloadedParent.class, onDelete = ReferentialAction.SET_NULL)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<UnloadedParent> parent = new One<>(this);

        @Override
        public One<UnloadedParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "unloaded_delete_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class UnloadedDeleteParent implements AnyParent<UnloadedDeleteChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(
                backPopulates = "parent",
                cascade = {Cascade.ALL},
                passiveDeletes = PassiveDeletes.UNLOADED)
        final Many<UnloadedDeleteChild> children = new Many<>(this);

        @Override
        public Many<UnloadedDeleteChild> children() {
            return children;
        }
    }

    @Entity(table = "unloaded_delete_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class UnloadedDeleteChild implements AnyChild<UnloadedDeleteParent> {
        @Id
        @Nullable
        Integer id;

        @Column(nullable = false)
        @ForeignKey(references = UnloadedDeleteParent.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<UnloadedDeleteParent> parent = new One<>(this);

        @Override
        public One<UnloadedDeleteParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "untouched_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class UntouchedParent implements AnyParent<UntouchedChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(backPopulates = "parent", passiveDeletes = PassiveDeletes.ALL)
        final Many<UntouchedChild> children = new Many<>(this);

        @Override
        public Many<UntouchedChild> children() {
            return children;
        }
    }

    @Entity(table = "untouched_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class UntouchedChild implements AnyChild<UntouchedParent> {
        @Id
        @Nullable
        Integer id;

        @ForeignKey(references = UntouchedParent.class, onDelete = ReferentialAction.SET_NULL)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<UntouchedParent> parent = new One<>(this);

        @Override
        public One<UntouchedParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }

    @Entity(table = "orphans_parent")
    @SuppressWarnings({"FK01", "FK04"}) // the traps are what is tested
    static final class OrphansParent implements AnyParent<OrphansChild> {
        @Id
        @Nullable
        Integer id;

        @Relationship(
                backPopulates = "parent",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        final Many<OrphansChild> children = new Many<>(this);

        @Override
        public Many<OrphansChild> children() {
            return children;
        }
    }

    @Entity(table = "orphans_child")
    @SuppressWarnings({"FK01", "FK04"})
    static final class OrphansChild implements AnyChild<OrphansParent> {
        @Id
        @Nullable
        Integer id;

        @Column(nullable = false)
        @ForeignKey(references = OrphansParent.class, onDelete = ReferentialAction.CASCADE)
        @Nullable
        Integer parentId;

        @Relationship(backPopulates = "children")
        final One<OrphansParent> parent = new One<>(this);

        @Override
        public One<OrphansParent> parent() {
            return parent;
        }

        @Override
        public @Nullable Integer id() {
            return id;
        }

        @Override
        public @Nullable Integer parentId() {
            return parentId;
        }
    }
}
