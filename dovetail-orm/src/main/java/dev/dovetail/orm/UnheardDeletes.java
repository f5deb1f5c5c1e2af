package dev.dovetail.orm;

import dev.dovetail.UsageException;
import dev.dovetail.orm.SessionEvents.Happening;
import dev.dovetail.orm.internal.state.Mappings;
import dev.dovetail.orm.internal.unitofwork.FlushPlan;
import dev.dovetail.orm.internal.unitofwork.RowChange;
import dev.dovetail.orm.mapping.HearsDeletes;
import dev.dovetail.orm.mapping.model.Deletes;
import dev.dovetail.orm.mapping.model.EntityModel;
import dev.dovetail.orm.mapping.model.Finding;
import dev.dovetail.orm.mapping.model.MappingModel;
import dev.dovetail.orm.mapping.model.Rule;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that deletes are heard of: by listeners that are there, of classes that ask for them. */
final class UnheardDeletes {

    private static final Logger LOG = LoggerFactory.getLogger(SessionFactory.class);

    private final Mappings mappings;
    private final Set<Finding> told = ConcurrentHashMap.newKeySet();

    UnheardDeletes(Mappings mappings) {
        this.mappings = mappings;
    }

    /** Checks the mapping once more with a listener that the compiler could not know of. */
    void listened(Class<?> type) {
        List<EntityModel> heard = mappings.entities().stream()
                .filter(entity -> type.isAssignableFrom(entity.entityClass()))
                .map(entity -> entity.mapper().model())
                .filter(model -> model.deletes() == Deletes.SILENT)
                .toList();
        List<EntityModel> all = mappings.entities().stream()
                .map(entity -> entity.mapper().model())
                .map(model -> heard.contains(model) ? model.deletes(Deletes.HEARD) : model)
                .toList();
        Set<String> names =
                Set.copyOf(heard.stream().map(EntityModel::className).toList());
        MappingModel.of(all).findings().stream()
                .filter(finding -> finding.rule() == Rule.UNHEARD_DELETE && names.contains(finding.entity()))
                .filter(told::add)
                .forEach(finding -> LOG.warn("{}", finding));
    }

    /** Refuses a plan with a delete that its class wants to have heard of, see {@link HearsDeletes}. */
    static void refuse(FlushPlan plan, SessionEvents events) {
        for (FlushPlan.Step step : plan.steps()) {
            if (step.kind() == RowChange.Kind.DELETE) {
                step.rows().forEach(row -> refuse(row, events));
            }
        }
    }

    private static void refuse(RowChange row, SessionEvents events) {
        Class<?> type = row.state().type().entityClass();
        Deletes deletes = row.state().type().mapper().model().deletes();
        if (deletes == Deletes.SOFT) {
            throw new UsageException(
                    "DVT-ORM-UNHEARD-DELETE",
                    row.state() + " is to be deleted, but rows of its class are only marked as deleted"
                            + " (@HearsDeletes(soft = true)), and no listener before the delete has taken it back; in"
                            + " events().beforeDelete(" + type.getSimpleName()
                            + ".class, …) mark the object and call session.add. Nothing was sent to the database");
        }
        if (deletes == Deletes.HEARD
                && !events.hears(Happening.BEFORE_DELETE, type)
                && !events.hears(Happening.AFTER_DELETE, type)) {
            throw new UsageException(
                    "DVT-ORM-UNHEARD-DELETE",
                    row.state() + " is to be deleted, but its class has @HearsDeletes and nobody listens; register a"
                            + " listener with events().beforeDelete or afterDelete(" + type.getSimpleName()
                            + ".class, …), or drop the annotation. Nothing was sent to the database");
        }
    }
}
