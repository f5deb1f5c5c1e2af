package dev.dovetail.orm.mapping.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs every check over a model. The processor and the session factory both come here, so that a mapping that one of them
 * accepts is accepted by the other. Each group of checks is a class of its own; a problem that two groups meet is one
 * finding.
 */
final class ModelChecks {

    private final MappingModel model;
    private final Links links;

    ModelChecks(MappingModel model, Links links) {
        this.model = model;
        this.links = links;
    }

    List<Finding> run() {
        return run(true);
    }

    /** Without the checks that could find nothing worse than a trap. */
    List<Finding> errors() {
        List<Finding> errors = new ArrayList<>();
        for (Finding finding : run(false)) {
            if (finding.severity() == Finding.Severity.ERROR) {
                errors.add(finding);
            }
        }
        return errors;
    }

    private List<Finding> run(boolean traps) {
        Set<Finding> found = new LinkedHashSet<>();
        for (EntityModel entity : model.entities()) {
            found.addAll(new TableChecks(model, entity).run());
            found.addAll(new InheritanceChecks(model, entity).run());
            found.addAll(new ForeignKeyChecks(model, entity).run());
            found.addAll(new RelationshipChecks(model, links, entity).run());
            KeyTraps keys = new KeyTraps(model, links, entity);
            found.addAll(traps ? keys.run() : keys.errors());
            if (traps) {
                found.addAll(new DeleteTraps(model, links, entity).run());
            }
        }
        List<Finding> findings = new ArrayList<>(found);
        findings.removeIf(this::suppressed);
        return List.copyOf(findings);
    }

    private boolean suppressed(Finding finding) {
        return model.entity(finding.entity()).stream()
                .flatMap(entity -> entity.suppressions().stream())
                .anyMatch(suppression -> suppression.covers(finding));
    }
}
