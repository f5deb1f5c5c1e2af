package dev.dovetail.orm.mapping.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.UsageException;
import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.schema.ReferentialAction;
import dev.dovetail.type.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Over random models, most of them wrong in several ways at once. */
class MappingModelPropertiesTest {

    private static final List<String> CLASSES = List.of("app.A", "app.B", "app.C");
    private static final List<String> NAMES = List.of("first", "second", "third");

    @Property
    void orderOfEntitiesHasNoInfluence(@ForAll("models") List<EntityModel> entities, @ForAll Random random) {
        List<EntityModel> shuffled = new ArrayList<>(entities);
        Collections.shuffle(shuffled, random);
        MappingModel one = MappingModel.of(entities);
        MappingModel other = MappingModel.of(shuffled);
        assertThat(other.entities()).isEqualTo(one.entities());
        assertThat(other.findings()).isEqualTo(one.findings());
        for (EntityModel entity : entities) {
            for (RelationshipModel relationship : entity.relationships()) {
                assertThat(outcome(other, entity, relationship)).isEqualTo(outcome(one, entity, relationship));
            }
        }
    }

    @Property
    void errorsAreTheFindingsThatAreErrors(@ForAll("models") List<EntityModel> entities) {
        MappingModel model = MappingModel.of(entities);
        assertThat(model.errors())
                .isEqualTo(model.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .toList());
    }

    @Property
    void relationshipIsLinkedOrFound(@ForAll("models") List<EntityModel> entities) {
        MappingModel model = MappingModel.of(entities);
        List<Finding> findings = model.findings();
        for (EntityModel entity : entities) {
            for (RelationshipModel relationship : entity.relationships()) {
                Object outcome = outcome(model, entity, relationship);
                if (outcome instanceof Link link) {
                    assertThat(link.child().foreignKeys()).contains(link.foreignKey());
                    assertThat(link.foreignKey().refersTo(link.parent())).isTrue();
                } else {
                    assertThat(findings).extracting(Finding::message).contains((String) outcome);
                }
            }
        }
    }

    @Property
    void linkNeedsOnlyItsTwoEntities(@ForAll("models") List<EntityModel> entities) {
        MappingModel all = MappingModel.of(entities);
        for (EntityModel entity : entities) {
            for (RelationshipModel relationship : entity.relationships()) {
                all.entity(relationship.targetEntity()).ifPresent(target -> {
                    MappingModel pair = MappingModel.of(List.of(entity, target));
                    assertThat(outcome(pair, entity, relationship)).isEqualTo(outcome(all, entity, relationship));
                });
            }
        }
    }

    private static Object outcome(MappingModel model, EntityModel owner, RelationshipModel relationship) {
        try {
            return model.link(owner, relationship);
        } catch (UsageException e) {
            return model.findings().stream()
                    .map(Finding::message)
                    .filter(message -> e.getMessage().contains(message))
                    .findFirst()
                    .orElse("not found: " + e.getMessage());
        }
    }

    @Provide
    Arbitrary<List<EntityModel>> models() {
        return Arbitraries.randomValue(random -> CLASSES.stream()
                .map(className -> entity(className, random))
                .filter(entity -> random.nextInt(8) > 0)
                .toList());
    }

    private static EntityModel entity(String className, Random random) {
        List<ColumnModel> columns = new ArrayList<>();
        columns.add(ColumnModel.of("id", "id", Integer.class, Types.INTEGER).asId());
        List<ForeignKeyModel> keys = new ArrayList<>();
        List<RelationshipModel> relationships = new ArrayList<>();
        for (String name : NAMES) {
            ColumnModel column = ColumnModel.of(name + "_id", name + "Id", Integer.class, Types.INTEGER);
            columns.add(random.nextBoolean() ? column : column.notNull());
            if (random.nextInt(3) > 0) {
                String target = pick(CLASSES, random);
                keys.add(ForeignKeyModel.to(table(target), name + "_id")
                        .member(random.nextBoolean() ? name + "Id" : name)
                        .targetEntity(random.nextBoolean() ? target : null)
                        .onDelete(pick(List.of(ReferentialAction.values()), random)));
            }
            if (random.nextInt(3) > 0) {
                relationships.add(relationship(name, random));
            }
        }
        return EntityModel.of(className, random.nextInt(10) == 0 ? "shared" : table(className))
                .columns(columns.toArray(new ColumnModel[0]))
                .foreignKeys(keys.toArray(new ForeignKeyModel[0]))
                .relationships(relationships.toArray(new RelationshipModel[0]));
    }

    private static RelationshipModel relationship(String name, Random random) {
        String target = pick(CLASSES, random);
        RelationshipModel relationship =
                random.nextBoolean() ? RelationshipModel.many(name, target) : RelationshipModel.one(name, target);
        if (random.nextBoolean()) {
            relationship = relationship.backPopulates(pick(NAMES, random));
        }
        if (random.nextInt(3) == 0) {
            relationship = relationship.foreignKey(pick(NAMES, random) + "_id");
        }
        if (random.nextBoolean()) {
            relationship = relationship.passiveDeletes(pick(List.of(PassiveDeletes.values()), random));
        }
        return random.nextBoolean() ? relationship : relationship.cascade(pick(List.of(Cascade.values()), random));
    }

    private static String table(String className) {
        return EntityModel.simpleName(className).toLowerCase(Locale.ROOT);
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
