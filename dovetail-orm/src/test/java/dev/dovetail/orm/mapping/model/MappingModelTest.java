package dev.dovetail.orm.mapping.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.UsageException;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.model.Link.Direction;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.type.Types;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How relationships find their foreign keys, and what the checks say of models that no compiler has seen. */
class MappingModelTest {

    private static final ColumnModel ID =
            ColumnModel.of("id", "id", Integer.class, Types.INTEGER).asId().asGenerated();
    private static final ColumnModel PARENT_ID = ColumnModel.of("parent_id", "parentId", Integer.class, Types.INTEGER);

    private static final ForeignKeyModel TO_PARENT =
            ForeignKeyModel.to("parent", "parent_id").member("parentId").targetEntity("app.Parent");
    private static final IndexModel INDEX = IndexModel.of(null, "parent_id");
    private static final RelationshipModel CHILDREN = RelationshipModel.many("children", "app.Child");
    private static final RelationshipModel PARENT = RelationshipModel.one("parent", "app.Parent");

    private static EntityModel parent(RelationshipModel... relationships) {
        return EntityModel.of("app.Parent", "parent").columns(ID).relationships(relationships);
    }

    private static EntityModel child(ForeignKeyModel key, RelationshipModel... relationships) {
        return EntityModel.of("app.Child", "child")
                .columns(ID, PARENT_ID)
                .foreignKeys(key)
                .indexes(INDEX)
                .relationships(relationships);
    }

    @Test
    @DisplayName("a collection leads to the side that has the key, a single holder from it")
    void bothSides() {
        EntityModel parent = parent(CHILDREN.backPopulates("parent"));
        EntityModel child = child(TO_PARENT, PARENT.backPopulates("children"));
        MappingModel model = MappingModel.of(List.of(parent, child));

        Link down = model.link(parent, parent.relationships().get(0));
        assertThat(down.direction()).isEqualTo(Direction.TO_CHILDREN);
        assertThat(down.child()).isEqualTo(child);
        assertThat(down.inverse()).isEqualTo("parent");
        Link up = model.link(child, child.relationships().get(0));
        assertThat(up.direction()).isEqualTo(Direction.TO_PARENT);
        assertThat(up.foreignKey()).isEqualTo(down.foreignKey());
        assertThat(model.findings()).isEmpty();
    }

    @Test
    @DisplayName("a single holder leads to the other side's key where this side has none")
    void oneToOne() {
        EntityModel parent = parent(RelationshipModel.one("child", "app.Child"));
        MappingModel model = MappingModel.of(List.of(parent, child(TO_PARENT)));
        assertThat(model.link(parent, parent.relationships().get(0)).direction())
                .isEqualTo(Direction.TO_CHILDREN);
    }

    @Test
    @DisplayName("a key declared by table is followed like one declared by class")
    void keyByTable() {
        EntityModel child = child(ForeignKeyModel.to("parent", "parent_id"), PARENT);
        MappingModel model = MappingModel.of(List.of(parent(), child));
        assertThat(model.link(child, PARENT).parent().className()).isEqualTo("app.Parent");
    }

    @Test
    @DisplayName("what cannot be linked is an exception with the finding's code and message")
    void noLink() {
        EntityModel parent = parent(CHILDREN);
        EntityModel child = EntityModel.of("app.Child", "child").columns(ID);
        MappingModel model = MappingModel.of(List.of(parent, child));
        Finding finding = model.findings().get(0);
        assertThat(finding.rule()).isEqualTo(Rule.NO_FOREIGN_KEY);
        assertThatThrownBy(() -> model.link(parent, CHILDREN))
                .isInstanceOfSatisfying(
                        UsageException.class, e -> assertThat(e.code()).isEqualTo("MAP09"))
                .hasMessageContaining("Parent.children: no foreign key of Child refers to Parent");
    }

    @Test
    @DisplayName("by default, no rule of the foreign key makes FK01 or FK04")
    void defaultsWarnOfNothing() {
        for (ReferentialAction action : List.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE)) {
            EntityModel child = EntityModel.of("app.Child", "child")
                    .columns(ID, PARENT_ID.notNull())
                    .foreignKeys(TO_PARENT.onDelete(action))
                    .indexes(INDEX);
            for (PassiveDeletes mode : List.of(PassiveDeletes.BY_FOREIGN_KEY, PassiveDeletes.ALL)) {
                assertThat(MappingModel.of(List.of(parent(CHILDREN.passiveDeletes(mode)), child))
                                .findings())
                        .isEmpty();
            }
            assertThat(MappingModel.of(List.of(
                                    parent(CHILDREN.passiveDeletes(PassiveDeletes.NEVER)
                                            .cascade(Cascade.ALL)),
                                    child))
                            .findings())
                    .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.NOTE));
        }
    }

    @Test
    @DisplayName("a listener of which the compiler did not know makes FK05, unless the session finds all children")
    void listener() {
        EntityModel child = child(TO_PARENT.onDelete(ReferentialAction.CASCADE));
        EntityModel heard = child.deletes(Deletes.HEARD);
        EntityModel parent = parent(CHILDREN.cascade(Cascade.ALL));
        EntityModel finding = parent(CHILDREN.cascade(Cascade.ALL).passiveDeletes(PassiveDeletes.NEVER));
        assertThat(MappingModel.of(List.of(parent, child)).findings()).isEmpty();
        assertThat(MappingModel.of(List.of(parent, heard)).findings())
                .extracting(Finding::code)
                .containsExactly("FK05");
        assertThat(MappingModel.of(List.of(finding, heard)).findings()).isEmpty();
    }

    @Test
    @DisplayName("a warning is suppressed on the field or on the class, an error nowhere")
    void suppression() {
        RelationshipModel never = CHILDREN.passiveDeletes(PassiveDeletes.NEVER);
        EntityModel child = child(TO_PARENT.onDelete(ReferentialAction.CASCADE));
        assertThat(MappingModel.of(List.of(parent(never), child)).findings())
                .extracting(Finding::code)
                .containsExactly("FK04");
        for (Suppression suppression : List.of(new Suppression("children", "FK04"), new Suppression(null, "FK04"))) {
            assertThat(MappingModel.of(List.of(parent(never).suppressions(suppression), child))
                            .findings())
                    .isEmpty();
        }
        EntityModel broken = parent(RelationshipModel.many("children", "app.Nobody"))
                .suppressions(new Suppression(null, "MAP18"), new Suppression("other", "FK04"));
        assertThat(MappingModel.of(List.of(broken)).findings())
                .extracting(Finding::code)
                .containsExactly("MAP18");
    }

    @Test
    @DisplayName("one class in two versions is refused")
    void twoVersions() {
        assertThatThrownBy(() -> MappingModel.of(List.of(parent(), parent(CHILDREN))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("app.Parent is described in two ways");
        assertThat(MappingModel.of(List.of(parent(), parent())).entities()).hasSize(1);
    }
}
