package dev.dovetail.processor.write;

import dev.dovetail.orm.mapping.Cascade;
import dev.dovetail.orm.mapping.Loading;
import dev.dovetail.orm.mapping.PassiveUpdates;
import dev.dovetail.orm.mapping.model.CheckModel;
import dev.dovetail.orm.mapping.model.ColumnDetails;
import dev.dovetail.orm.mapping.model.ColumnModel;
import dev.dovetail.orm.mapping.model.Deletes;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.ForeignKeyModel;
import dev.dovetail.orm.mapping.model.IndexModel;
import dev.dovetail.orm.mapping.model.InheritanceModel;
import dev.dovetail.orm.mapping.model.KeySource;
import dev.dovetail.orm.mapping.model.RelationshipModel;
import dev.dovetail.orm.mapping.model.SecondaryModel;
import dev.dovetail.orm.mapping.model.Suppression;
import dev.dovetail.orm.mapping.model.UniqueModel;
import dev.dovetail.processor.source.ColumnSource;
import dev.dovetail.processor.source.EntitySource;
import dev.dovetail.processor.source.SuperSource;
import dev.dovetail.schema.Deferral;
import dev.dovetail.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the method that describes an entity: what the annotations say, one line for each column. */
final class ModelWriter {

    private static final String MODEL = "dev.dovetail.orm.mapping.model.";

    private final EntitySource entity;
    private final JavaSource source;
    private final TypeCode types;
    private final List<Step> steps = new ArrayList<>();

    ModelWriter(EntitySource entity, JavaSource source, TypeCode types) {
        this.entity = entity;
        this.source = source;
        this.types = types;
    }

    /** A call of the description's chain, with arguments that are chains themselves. */
    private record Step(String method, List<Chain> arguments) {}

    /** An expression and the calls that follow it. */
    private record Chain(String head, List<String> calls) {

        Chain(String head) {
            this(head, new ArrayList<>());
        }

        Chain call(String method, String... arguments) {
            calls.add("." + method + "(" + String.join(", ", arguments) + ")");
            return this;
        }

        Chain callIf(boolean condition, String method, String... arguments) {
            return condition ? call(method, arguments) : this;
        }
    }

    void write() {
        EntityModel model = entity.model();
        step("columns", entity.columns().stream().skip(entity.firstDescribed()).map(this::column));
        step("foreignKeys", model.own(EntityModel::foreignKeys).stream().map(this::foreignKey));
        step("relationships", model.own(EntityModel::relationships).stream().map(this::relationship));
        step("uniques", model.own(EntityModel::uniques).stream().map(this::unique));
        step("indexes", model.own(EntityModel::indexes).stream().map(this::index));
        step("checks", model.own(EntityModel::checks).stream().map(this::check));
        step("suppressions", model.suppressions().stream().map(this::suppression));
        String head = "return " + source.type(MODEL + "EntityModel") + start();
        List<String> place = place(model);
        EntityModel base = model.base();
        if (model.deletes() != (base == null ? Deletes.SILENT : base.deletes())) {
            place.add(".deletes(" + source.type(MODEL + "Deletes") + "." + model.deletes() + ")");
        }
        source.open("private static " + source.type(MODEL + "EntityModel") + " describe()");
        source.head(head, place, steps.isEmpty() ? ";" : "");
        for (int i = 0; i < steps.size(); i++) {
            write(steps.get(i), i == steps.size() - 1 ? ";" : "");
        }
        source.close();
    }

    private String start() {
        EntityModel model = entity.model();
        SuperSource superclass = entity.superclass();
        return superclass == null || superclass.base() == null
                ? ".of(" + text(model.className()) + ", " + text(model.table()) + ")" + schema(model)
                : ".extending(" + source.type(superclass.base()) + ".INSTANCE.model(), " + text(model.className())
                        + ")";
    }

    private static String schema(EntityModel model) {
        return model.schema() == null ? "" : ".schema(" + text(model.schema()) + ")";
    }

    /** The class's place in its hierarchy, as calls. */
    private List<String> place(EntityModel model) {
        InheritanceModel inheritance = model.inheritance();
        Chain place = new Chain("");
        if (inheritance == null) {
            return place.calls();
        }
        List<String> joined = new ArrayList<>(List.of(model.table()));
        joined.addAll(inheritance.key());
        boolean rules = inheritance.onDelete() != ReferentialAction.NO_ACTION
                || inheritance.onUpdate() != ReferentialAction.NO_ACTION;
        String action = rules ? source.type("dev.dovetail.schema.ReferentialAction") + "." : "";
        place.callIf(inheritance.base() == null, "discriminator", text(inheritance.discriminator()))
                .callIf(inheritance.joined(), "joined", texts(joined))
                .callIf(inheritance.joined() && model.schema() != null, "schema", text(model.schema()))
                .callIf(
                        rules,
                        "baseKeyRules",
                        action + inheritance.onDelete().name(),
                        action + inheritance.onUpdate().name())
                .callIf(inheritance.identity() != null, "identity", text(inheritance.identity()))
                .callIf(inheritance.isAbstract(), "asAbstract");
        return place.calls();
    }

    private void step(String method, Stream<Chain> arguments) {
        List<Chain> list = arguments.toList();
        if (!list.isEmpty()) {
            steps.add(new Step(method, list));
        }
    }

    private void write(Step step, String tail) {
        source.continued("." + step.method() + "(", 2);
        for (int i = 0; i < step.arguments().size(); i++) {
            boolean last = i == step.arguments().size() - 1;
            source.chain(step.arguments().get(i).head(), step.arguments().get(i).calls(), last ? ")" + tail : ",", 4);
        }
    }

    private Chain column(ColumnSource column) {
        ColumnModel model = column.model();
        Chain chain = new Chain(source.type(MODEL + "ColumnModel")
                + ".of(" + JavaSource.literal(model.name()) + ", " + text(model.attribute()) + ", "
                + JavaTypes.raw(column, source) + ".class, " + types.of(column) + ")");
        chain.callIf(model.id(), "asId")
                .callIf(model.generated(), "asGenerated")
                .callIf(!model.nullable() && !model.id(), "notNull")
                .callIf(model.unique(), "asUnique")
                .callIf(model.defaultSql() != null, "defaultSql", text(model.defaultSql()))
                .callIf(model.clientDefault() != null, "clientDefault", text(model.clientDefault()));
        details(model, chain);
        for (ColumnModel.Trait trait : ColumnModel.Trait.values()) {
            chain.callIf(
                    model.traits().contains(trait),
                    "with",
                    source.type(MODEL + "ColumnModel") + ".Trait." + trait.name());
        }
        return chain;
    }

    private void details(ColumnModel model, Chain chain) {
        KeySource keys = model.keySource();
        if (keys != null) {
            String type = source.type(MODEL + "KeySource");
            chain.call(
                    "keySource",
                    keys.sequence() == null
                            ? type + "." + keys.kind()
                            : type + ".sequence(" + text(keys.sequence()) + ", " + keys.block() + ")");
        }
        ColumnDetails details = model.details();
        chain.callIf(details.computed() != null, "computed", text(details.computed()), String.valueOf(details.stored()))
                .callIf(details.collation() != null, "collation", text(details.collation()))
                .callIf(details.comment() != null, "comment", text(details.comment()));
    }

    private Chain index(IndexModel index) {
        List<String> arguments = new ArrayList<>(List.of(text(index.name())));
        arguments.add(texts(index.columns()));
        return new Chain(source.type(MODEL + "IndexModel") + ".of(" + String.join(", ", arguments) + ")")
                .callIf(index.member() != null, "member", text(index.member()))
                .callIf(index.unique(), "asUnique")
                .callIf(index.where() != null, "where", text(index.where()));
    }

    private Chain foreignKey(ForeignKeyModel key) {
        List<String> names = new ArrayList<>(List.of(key.targetTable()));
        names.addAll(key.columns());
        return new Chain(source.type(MODEL + "ForeignKeyModel") + ".to(" + texts(names) + ")")
                .callIf(key.member() != null, "member", text(key.member()))
                .callIf(key.name() != null, "name", text(key.name()))
                .callIf(key.targetEntity() != null, "targetEntity", text(key.targetEntity()))
                .callIf(!key.targetColumns().isEmpty(), "targetColumns", texts(key.targetColumns()))
                .callIf(key.onDelete() != ReferentialAction.NO_ACTION, "onDelete", action(key.onDelete()))
                .callIf(key.onUpdate() != ReferentialAction.NO_ACTION, "onUpdate", action(key.onUpdate()))
                .callIf(key.deferred(), "asDeferred");
    }

    private Chain relationship(RelationshipModel relationship) {
        Chain chain = new Chain(source.type(MODEL + "RelationshipModel") + (relationship.many() ? ".many(" : ".one(")
                + JavaSource.literal(relationship.name()) + ", " + JavaSource.literal(relationship.targetEntity())
                + ")");
        chain.callIf(relationship.backPopulates() != null, "backPopulates", text(relationship.backPopulates()));
        if (!relationship.cascade().equals(EnumSet.of(Cascade.SAVE_UPDATE, Cascade.MERGE))) {
            chain.call("cascade", cascades(relationship.cascade()));
        }
        if (relationship.passiveDeletesGiven()) {
            chain.call(
                    "passiveDeletes",
                    source.type("dev.dovetail.orm.mapping.PassiveDeletes") + "." + relationship.passiveDeletes());
        }
        if (relationship.loading() != Loading.LAZY) {
            chain.call("loading", source.type("dev.dovetail.orm.mapping.Loading") + "." + relationship.loading());
        }
        if (relationship.passiveUpdates() != PassiveUpdates.BY_FOREIGN_KEY) {
            chain.call(
                    "passiveUpdates",
                    source.type("dev.dovetail.orm.mapping.PassiveUpdates") + "." + relationship.passiveUpdates());
        }
        chain.callIf(relationship.postUpdate(), "asPostUpdate")
                .callIf(!relationship.foreignKey().isEmpty(), "foreignKey", texts(relationship.foreignKey()))
                .callIf(relationship.singleParent(), "asSingleParent")
                .callIf(relationship.viewOnly(), "asViewOnly")
                .callIf(relationship.writeOnly(), "asWriteOnly")
                .callIf(!relationship.orderBy().isEmpty(), "orderBy", texts(relationship.orderBy()));
        SecondaryModel secondary = relationship.secondary();
        return secondary == null ? chain : chain.call("secondary", secondary(secondary));
    }

    private String secondary(SecondaryModel table) {
        Chain chain = new Chain(source.type(MODEL + "SecondaryModel") + ".of(" + text(table.table()) + ")");
        chain.callIf(!table.columns().isEmpty(), "columns", texts(table.columns()))
                .callIf(!table.targetColumns().isEmpty(), "targetColumns", texts(table.targetColumns()))
                .callIf(table.onDelete() != ReferentialAction.NO_ACTION, "onDelete", action(table.onDelete()))
                .callIf(table.onUpdate() != ReferentialAction.NO_ACTION, "onUpdate", action(table.onUpdate()));
        return chain.head() + String.join("", chain.calls());
    }

    private Chain unique(UniqueModel unique) {
        return new Chain(source.type(MODEL + "UniqueModel") + ".of(" + text(unique.name()) + ", "
                        + texts(unique.columns()) + ")")
                .callIf(unique.deferral() != Deferral.NOT_DEFERRABLE, "deferral", deferral(unique.deferral()));
    }

    private String deferral(Deferral deferral) {
        // As for actions: the import comes with it.
        return deferral == Deferral.NOT_DEFERRABLE ? "" : source.type("dev.dovetail.schema.Deferral") + "." + deferral;
    }

    private Chain check(CheckModel check) {
        return new Chain(
                "new " + source.type(MODEL + "CheckModel") + "(" + texts(List.of(check.name(), check.sql())) + ")");
    }

    private Chain suppression(Suppression suppression) {
        return new Chain("new " + source.type(MODEL + "Suppression") + "(" + text(suppression.member()) + ", "
                + text(suppression.code()) + ")");
    }

    private String action(ReferentialAction action) {
        // Asked only for what is written: the import comes with it.
        return action == ReferentialAction.NO_ACTION
                ? ""
                : source.type("dev.dovetail.schema.ReferentialAction") + "." + action.name();
    }

    /** The cascades as a colleague would list them, {@code ALL} for the five that it stands for. */
    private String cascades(Set<Cascade> cascades) {
        EnumSet<Cascade> rest = EnumSet.noneOf(Cascade.class);
        rest.addAll(cascades);
        List<String> names = new ArrayList<>();
        Set<Cascade> all = Cascade.expand(Set.of(Cascade.ALL));
        String type = source.type("dev.dovetail.orm.mapping.Cascade");
        if (rest.containsAll(all)) {
            rest.removeAll(all);
            names.add(type + "." + Cascade.ALL);
        }
        rest.forEach(cascade -> names.add(type + "." + cascade));
        // Without an argument it would be the accessor.
        return names.isEmpty() ? "new " + type + "[0]" : String.join(", ", names);
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : JavaSource.literal(value);
    }

    private static String texts(Collection<String> values) {
        return String.join(", ", values.stream().map(JavaSource::literal).toList());
    }
}
