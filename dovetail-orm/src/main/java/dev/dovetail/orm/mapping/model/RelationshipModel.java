package dev.dovetail.orm.mapping.model;

import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.Loading;
import dev.dovetail.orm.mapping.PassiveDeletes;
import dev.dovetail.orm.mapping.PassiveUpdates;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as one side declares it.
 *
 * @param name the holder's field
 * @param many whether the holder is a collection
 * @param targetEntity the binary name of the other class
 * @param backPopulates the holder on the other side, or null
 * @param cascade the cascades, expanded
 * @param passiveDeletes what deleting this side does to the other
 * @param passiveDeletesGiven whether the mapping names {@code passiveDeletes} itself
 * @param passiveUpdates what changing a key of this side does to the other
 * @param postUpdate whether the foreign key is written by an UPDATE of its own
 * @param foreignKey the chosen foreign key's columns or fields, empty where none is chosen
 * @param singleParent whether a second parent is refused
 * @param orderBy the order of a collection: names, each possibly followed by {@code DESC}
 * @param loading when the other side is loaded
 * @param secondary the table of a many-to-many relationship that this side declares, or null
 * @param viewOnly whether it is loaded and never written
 * @param writeOnly whether it is written and never loaded
 */
public record RelationshipModel(
        String name,
        boolean many,
        String targetEntity,
        @Nullable String backPopulates,
        Set<Cascade> cascade,
        PassiveDeletes passiveDeletes,
        boolean passiveDeletesGiven,
        PassiveUpdates passiveUpdates,
        boolean postUpdate,
        List<String> foreignKey,
        boolean singleParent,
        List<String> orderBy,
        Loading loading,
        @Nullable SecondaryModel secondary,
        boolean viewOnly,
        boolean writeOnly) {

    /** Copies what can change. */
    public RelationshipModel {
        cascade = Cascade.expand(cascade);
        foreignKey = List.copyOf(foreignKey);
        orderBy = List.copyOf(orderBy);
    }

    /**
     * A holder of one object, with the defaults of {@code @Relationship}.
     *
     * @param name the holder's field
     * @param targetEntity the binary name of the other class
     * @return the relationship
     */
    public static RelationshipModel one(String name, String targetEntity) {
        return withDefaults(name, false, targetEntity);
    }

    /**
     * A holder of many objects, with the defaults of {@code @Relationship}.
     *
     * @param name the holder's field
     * @param targetEntity the binary name of the other class
     * @return the relationship
     */
    public static RelationshipModel many(String name, String targetEntity) {
        return withDefaults(name, true, targetEntity);
    }

    private static RelationshipModel withDefaults(String name, boolean many, String targetEntity) {
        return new RelationshipModel(
                name,
                many,
                targetEntity,
                null,
                EnumSet.of(Cascade.SAVE_UPDATE, Cascade.MERGE),
                PassiveDeletes.BY_FOREIGN_KEY,
                false,
                PassiveUpdates.BY_FOREIGN_KEY,
                false,
                List.of(),
                false,
                List.of(),
                Loading.LAZY,
                null,
                false,
                false);
    }

    /**
     * Mirrored by a relationship of the other side.
     *
     * @param holder the holder on the other side
     * @return the changed relationship
     */
    public RelationshipModel backPopulates(@Nullable String holder) {
        return with(parts -> parts.backPopulates = holder);
    }

    /**
     * With other cascades.
     *
     * @param cascades the cascades, none to say that there are none
     * @return the changed relationship
     */
    public RelationshipModel cascade(Cascade... cascades) {
        return with(parts -> parts.cascade = Cascade.expand(List.of(cascades)));
    }

    /**
     * With a mode that the mapping names itself.
     *
     * @param mode what deleting this side does to the other
     * @return the changed relationship
     */
    public RelationshipModel passiveDeletes(PassiveDeletes mode) {
        return with(parts -> {
            parts.passiveDeletes = mode;
            parts.passiveDeletesGiven = true;
        });
    }

    /**
     * With another mode for changed keys.
     *
     * @param mode what changing a key of this side does to the other
     * @return the changed relationship
     */
    public RelationshipModel passiveUpdates(PassiveUpdates mode) {
        return with(parts -> parts.passiveUpdates = mode);
    }

    /**
     * Writing the foreign key by an UPDATE of its own.
     *
     * @return the changed relationship
     */
    public RelationshipModel asPostUpdate() {
        return with(parts -> parts.postUpdate = true);
    }

    /**
     * Along a chosen foreign key.
     *
     * @param names the key's columns or fields
     * @return the changed relationship
     */
    public RelationshipModel foreignKey(String... names) {
        return with(parts -> parts.foreignKey = List.of(names));
    }

    /**
     * Refusing a second parent.
     *
     * @return the changed relationship
     */
    public RelationshipModel asSingleParent() {
        return with(parts -> parts.singleParent = true);
    }

    /**
     * With an order.
     *
     * @param names columns or fields of the other class, each possibly followed by {@code DESC}
     * @return the changed relationship
     */
    public RelationshipModel orderBy(String... names) {
        return with(parts -> parts.orderBy = List.of(names));
    }

    /**
     * Loaded at another time.
     *
     * @param when the loading
     * @return the changed relationship
     */
    public RelationshipModel loading(Loading when) {
        return with(parts -> parts.loading = when);
    }

    /**
     * Through a secondary table.
     *
     * @param table the declaration of the table
     * @return the changed relationship
     */
    public RelationshipModel secondary(@Nullable SecondaryModel table) {
        return with(parts -> parts.secondary = table);
    }

    /**
     * Loaded and never written, without cascades.
     *
     * @return the changed relationship
     */
    public RelationshipModel asViewOnly() {
        return with(parts -> parts.viewOnly = true);
    }

    /**
     * Written and never loaded, as the holder {@code WriteOnly} is.
     *
     * @return the changed relationship
     */
    public RelationshipModel asWriteOnly() {
        return with(parts -> parts.writeOnly = true);
    }

    private RelationshipModel with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.build();
    }

    /** The components as variables, so that a change names only what it changes. */
    private static final class Parts {
        private String name;
        private boolean many;
        private String targetEntity;
        private @Nullable String backPopulates;
        private Set<Cascade> cascade;
        private PassiveDeletes passiveDeletes;
        private boolean passiveDeletesGiven;
        private PassiveUpdates passiveUpdates;
        private boolean postUpdate;
        private List<String> foreignKey;
        private boolean singleParent;
        private List<String> orderBy;
        private Loading loading;
        private @Nullable SecondaryModel secondary;
        private boolean viewOnly;
        private boolean writeOnly;

        Parts(RelationshipModel model) {
            name = model.name;
            many = model.many;
            targetEntity = model.targetEntity;
            backPopulates = model.backPopulates;
            cascade = model.cascade;
            passiveDeletes = model.passiveDeletes;
            passiveDeletesGiven = model.passiveDeletesGiven;
            passiveUpdates = model.passiveUpdates;
            postUpdate = model.postUpdate;
            foreignKey = model.foreignKey;
            singleParent = model.singleParent;
            orderBy = model.orderBy;
            loading = model.loading;
            secondary = model.secondary;
            viewOnly = model.viewOnly;
            writeOnly = model.writeOnly;
        }

        RelationshipModel build() {
            return new RelationshipModel(
                    name,
                    many,
                    targetEntity,
                    backPopulates,
                    cascade,
                    passiveDeletes,
                    passiveDeletesGiven,
                    passiveUpdates,
                    postUpdate,
                    foreignKey,
                    singleParent,
                    orderBy,
                    loading,
                    secondary,
                    viewOnly,
                    writeOnly);
        }
    }
}
