package dev.dovetail.orm.internal.check;

import dev.dovetail.DovetailException;
import dev.dovetail.orm.check.CheckReport;
import dev.dovetail.orm.check.ProblemKind;
import dev.dovetail.orm.internal.load.LoadContext;
import dev.dovetail.orm.internal.state.InstanceState;
import dev.dovetail.orm.internal.unitofwork.Changes;
import java.util.Map;

/** All rules over what a flush would write. */
public final class FlushRules {

    private FlushRules() {}

    /**
     * Finds what a flush would break.
     *
     * @param changes what it would write
     * @param refusals what the session itself would refuse, by object
     * @param session sends the queries, in its transaction
     * @return what was found, and what was not checked
     */
    public static CheckReport check(
            Changes changes, Map<InstanceState, DovetailException> refusals, LoadContext session) {
        PendingRows rows = new PendingRows(changes);
        Findings findings = new Findings(session, rows);
        refusals.forEach((state, refusal) -> findings.refused(
                refusal.code().equals(ProblemKind.STALE.code()) ? ProblemKind.STALE : ProblemKind.REFUSED,
                refusal.code(),
                rows.of(state),
                state.entity(),
                String.valueOf(refusal.getMessage())));
        ColumnRules columns = new ColumnRules(findings);
        rows.written()
                .forEach(row -> columns.check(
                        row, session.connection(row.type()).engine().dialect()));
        new ReferenceRules(rows, findings, session).check();
        new UniqueRules(rows, findings, session).check();
        new LinkRules(findings, session).check(changes.links());
        new LinkReferenceRules(rows, findings, session).check(changes.links());
        new ConditionRules(rows, findings, session).check();
        new BlockerRules(rows, findings, session).check();
        return findings.report();
    }
}
